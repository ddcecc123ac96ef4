package dev.varve.processor.lint;

import dev.varve.runtime.migrate.script.SqlToken;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A row of tokens that is read from its first one on. */
final class Phrase {
  private static final SqlToken NOTHING = new SqlToken(SqlToken.Kind.SYMBOL, "");

  private final List<SqlToken> tokens;
  private int position;

  Phrase(List<SqlToken> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  private SqlToken at(int place) {
    return place < tokens.size() ? tokens.get(place) : NOTHING;
  }

  boolean more() {
    return position < tokens.size();
  }

  SqlToken token() {
    return at(position);
  }

  Phrase skip() {
    position++;
    return this;
  }

  /** Whether these words come next. */
  boolean is(String... words) {
    return is(position, words);
  }

  private boolean is(int place, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!at(place + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  boolean isSymbol(String symbol) {
    return token().isSymbol(symbol);
  }

  /** Passes these words if they come next. */
  boolean take(String... words) {
    boolean there = is(words);
    position += there ? words.length : 0;
    return there;
  }

  /** Passes one of these words if it comes next. */
  Optional<String> takeAny(String... words) {
    return Arrays.stream(words).filter(word -> take(word)).findFirst();
  }

  /** Whether these words stand anywhere behind, within parentheses or not. */
  boolean has(String... words) {
    return find(words) >= 0;
  }

  private int find(String... words) {
    for (int i = position; i < tokens.size(); i++) {
      if (is(i, words)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether this word stands behind and outside of parentheses. */
  boolean hasOutside(String word) {
    int depth = 0;
    for (SqlToken token : tokens.subList(Math.min(position, tokens.size()), tokens.size())) {
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      if (depth == 0 && token.is(word)) {
        return true;
      }
    }
    return false;
  }

  /** What stands behind these words; empty if they do not stand there. */
  Optional<Phrase> behind(String... words) {
    int found = find(words);
    return found < 0
        ? Optional.empty()
        : Optional.of(new Phrase(tokens.subList(found + words.length, tokens.size())));
  }

  /** Passes a name; empty if there is none. */
  Optional<QualifiedName> name() {
    if (!token().isName() || !Name.isValid(token().text())) {
      return Optional.empty();
    }
    Name first = new Name(token().text());
    if (at(position + 1).isSymbol(".")
        && at(position + 2).isName()
        && Name.isValid(at(position + 2).text())) {
      Name second = new Name(at(position + 2).text());
      position += 3;
      boolean usual = first.value().equals("public");
      return Optional.of(new QualifiedName(usual ? Optional.empty() : Optional.of(first), second));
    }
    position++;
    return Optional.of(QualifiedName.of(first));
  }

  /** Passes names with commas between them. */
  List<QualifiedName> names() {
    List<QualifiedName> names = new ArrayList<>();
    do {
      take("only");
      name().ifPresent(names::add);
    } while (takeSymbol(","));
    return names;
  }

  boolean takeSymbol(String symbol) {
    boolean there = isSymbol(symbol);
    position += there ? 1 : 0;
    return there;
  }

  /** What comes next in parentheses, cut at its commas; empty if there are none. */
  List<Phrase> inParentheses() {
    if (!isSymbol("(")) {
      return List.of();
    }
    int depth = 0;
    for (int i = position; i < tokens.size(); i++) {
      depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
      if (depth == 0) {
        Phrase inside = new Phrase(tokens.subList(position + 1, i));
        position = i + 1;
        return inside.items();
      }
    }
    return List.of();
  }

  /** What is left, cut at the commas outside of parentheses. */
  List<Phrase> items() {
    List<Phrase> items = new ArrayList<>();
    List<SqlToken> open = new ArrayList<>();
    int depth = 0;
    for (SqlToken token : tokens.subList(Math.min(position, tokens.size()), tokens.size())) {
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      if (depth == 0 && token.isSymbol(",")) {
        items.add(new Phrase(open));
        open.clear();
      } else {
        open.add(token);
      }
    }
    items.add(new Phrase(open));
    return items;
  }

  List<SqlToken> tokens() {
    return tokens;
  }

  /** The first words in capitals, for messages: {@code CREATE INDEX CONCURRENTLY}. */
  String words(int count) {
    return tokens.stream()
        .limit(count)
        .takeWhile(token -> token.kind() == SqlToken.Kind.WORD)
        .map(token -> token.text().toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }
}
