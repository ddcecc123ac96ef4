package dev.varve.runtime.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads keys of indexes, and what stands around them, as users and PostgreSQL write them. */
final class IndexKeyParser {
  private final String text;
  private final List<ExpressionToken> tokens;
  private int next;

  IndexKeyParser(String text) {
    this.text = text.strip();
    this.tokens =
        ExpressionToken.split(text).stream().filter(token -> !token.isSpace()).toList();
  }

  /** The whole text as one key. */
  IndexKey key() {
    IndexKey key = readKey();
    if (!atEnd()) {
      throw unexpected();
    }
    return key;
  }

  /** The whole text as {@code key WITH operator}. */
  Constraint.Exclusion.Element element() {
    IndexKey key = readKey();
    if (!accept("with") || atEnd()) {
      throw new IllegalArgumentException("\"" + text + "\" does not end in WITH and an operator");
    }
    StringBuilder operator = new StringBuilder();
    while (!atEnd()) {
      operator.append(take().text());
    }
    return new Constraint.Exclusion.Element(key, operator.toString());
  }

  /** {@code gin (tags) INCLUDE (a) NULLS NOT DISTINCT WITH (fillfactor='70')}, without more. */
  Index index(Name name, boolean unique, Optional<String> where, Optional<Name> tablespace) {
    Name method = name();
    List<IndexKey> keys =
        Expressions.list(group()).stream().map(IndexKey::parse).toList();
    List<Name> include = accept("include") ? names(group()) : List.of();
    boolean nullsNotDistinct = accept("nulls");
    if (nullsNotDistinct && !(accept("not") && accept("distinct"))) {
      throw unexpected();
    }
    Map<String, String> parameters = accept("with") ? parameters(group()) : Map.of();
    if (!atEnd()) {
      throw unexpected();
    }
    return new Index(
        name, keys, unique, where, nullsNotDistinct, include, method, parameters, tablespace);
  }

  /** {@code EXCLUDE USING gist (room WITH =) INCLUDE (a) WHERE (…) DEFERRABLE}. */
  Constraint.Exclusion exclusion(Name name) {
    if (!accept("exclude") || !accept("using")) {
      throw unexpected();
    }
    Name method = name();
    List<Constraint.Exclusion.Element> elements = Expressions.list(group()).stream()
        .map(element -> new IndexKeyParser(element).element())
        .toList();
    List<Name> include = accept("include") ? names(group()) : List.of();
    Optional<String> where = accept("where") ? Optional.of(group()) : Optional.empty();
    Timing timing = Timing.AT_ONCE;
    if (accept("deferrable")) {
      timing = accept("initially") && accept("deferred") ? Timing.DEFERRED : Timing.DEFERRABLE;
    }
    if (!atEnd()) {
      throw unexpected();
    }
    return new Constraint.Exclusion(name, method, elements, include, where, timing);
  }

  private IndexKey readKey() {
    IndexKey.Part part = part();
    Optional<QualifiedName> collation =
        accept("collate") ? Optional.of(qualified()) : Optional.empty();
    Optional<OperatorClass> operators = Optional.empty();
    if (!atEnd() && !isWord("asc", "desc", "nulls", "with") && isName()) {
      QualifiedName name = qualified();
      operators =
          Optional.of(new OperatorClass(name, isSymbol("(") ? parameters(group()) : Map.of()));
    }
    boolean descending = accept("desc");
    if (!descending) {
      accept("asc");
    }
    boolean nullsFirst = descending;
    if (accept("nulls")) {
      nullsFirst = accept("first");
      if (!nullsFirst && !accept("last")) {
        throw unexpected();
      }
    }
    return new IndexKey(part, collation, operators, descending, nullsFirst);
  }

  private IndexKey.Part part() {
    if (isSymbol("(")) {
      return new IndexKey.Part.Expression(group());
    }
    int start = next;
    Name name = name();
    while (isSymbol(".")) {
      take();
      name = name();
    }
    if (isSymbol("(")) {
      StringBuilder call = new StringBuilder();
      tokens.subList(start, next).forEach(token -> call.append(token.text()));
      return new IndexKey.Part.Expression(call + "(" + group() + ")");
    }
    if (next - start > 1) {
      throw new IllegalArgumentException("\"" + text + "\" names a column with its table");
    }
    return new IndexKey.Part.Column(name);
  }

  /** What stands between parentheses that belong together, as it was written. */
  private String group() {
    if (!isSymbol("(")) {
      throw unexpected();
    }
    int from = offset(next) + 1;
    int depth = 0;
    do {
      if (atEnd()) {
        throw new IllegalArgumentException("\"" + text + "\" lacks a closing parenthesis");
      }
      depth += isSymbol("(") ? 1 : isSymbol(")") ? -1 : 0;
      next++;
    } while (depth > 0);
    return text.substring(from, offset(next - 1)).strip();
  }

  /** Where a token starts in the text. */
  private int offset(int index) {
    int offset = 0;
    int seen = 0;
    for (ExpressionToken token : ExpressionToken.split(text)) {
      if (!token.isSpace() && seen++ == index) {
        return offset;
      }
      offset += token.text().length();
    }
    return offset;
  }

  private static Map<String, String> parameters(String list) {
    Map<String, String> parameters = new HashMap<>();
    for (String item : Expressions.list(list)) {
      int equals = item.indexOf('=');
      String key = (equals < 0 ? item : item.substring(0, equals)).strip();
      String value = equals < 0 ? "true" : item.substring(equals + 1).strip();
      boolean quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
      parameters.put(
          key, quoted ? value.substring(1, value.length() - 1).replace("''", "'") : value);
    }
    return parameters;
  }

  private static List<Name> names(String list) {
    List<Name> names = new ArrayList<>();
    for (String item : Expressions.list(list)) {
      IndexKeyParser parser = new IndexKeyParser(item);
      names.add(parser.name());
      if (!parser.atEnd()) {
        throw parser.unexpected();
      }
    }
    return names;
  }

  private QualifiedName qualified() {
    Name name = name();
    if (!isSymbol(".")) {
      return QualifiedName.of(name);
    }
    take();
    return new QualifiedName(Optional.of(name), name());
  }

  private Name name() {
    if (atEnd() || !isName()) {
      throw unexpected();
    }
    return take().name();
  }

  private boolean isName() {
    return tokens.get(next).isName();
  }

  private boolean accept(String word) {
    boolean there = isWord(word);
    next += there ? 1 : 0;
    return there;
  }

  private boolean isWord(String... words) {
    return !atEnd()
        && tokens.get(next).kind() == ExpressionToken.Kind.WORD
        && List.of(words).contains(tokens.get(next).folded());
  }

  private boolean isSymbol(String symbol) {
    return !atEnd() && tokens.get(next).text().equals(symbol);
  }

  private ExpressionToken take() {
    return tokens.get(next++);
  }

  private boolean atEnd() {
    return next >= tokens.size();
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException(
        atEnd()
            ? "\"" + text + "\" ends too early"
            : "\"" + text + "\" is not understood from \"" + tokens.get(next).text() + "\" on");
  }
}
