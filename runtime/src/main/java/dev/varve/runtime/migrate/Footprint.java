package dev.varve.runtime.migrate;

import dev.varve.runtime.migrate.script.SqlScriptException;
import dev.varve.runtime.migrate.script.SqlToken;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a statement touches, as far as its text tells: enough to know what a rollback would lose,
 * whose table is altered, and whom to blame when a lock is not granted.
 *
 * <p>The body of a {@code DO} block counts, since guards are written so; the body of a routine that
 * is created does not, since nothing of it runs now.
 *
 * @param names everything that may be a table's name
 * @param altered tables that must be one's own
 * @param losses rows or values that go with it
 * @param retyped columns whose type changes, and with it perhaps their values
 */
record Footprint(Set<Named> names, Set<Named> altered, List<Loss> losses, List<Loss> retyped) {

  /** A table's name; without a schema it is in the migrated one. */
  record Named(Optional<String> schema, String name) {
    /** As SQL writes it. */
    String sql(String current) {
      return Session.quoted(schema.orElse(current)) + "." + Session.quoted(name);
    }

    @Override
    public String toString() {
      return schema.map(s -> s + ".").orElse("") + name;
    }

    /** Tables that scripts make for themselves. */
    boolean isOurs() {
      return schema.filter("pg_temp"::equals).isPresent() || name.startsWith("varve_");
    }
  }

  /** All rows of a table, or all values of a column. */
  record Loss(Named table, Optional<String> column) {
    /** {@code users} or {@code users.email}: how it is allowed. */
    @Override
    public String toString() {
      return table + column.map(c -> "." + c).orElse("");
    }
  }

  static Footprint of(String sql) {
    Footprint found = new Footprint(
        new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>(), new ArrayList<>());
    found.read(sql);
    return found;
  }

  private void read(String sql) {
    List<SqlToken> tokens;
    try {
      tokens = SqlToken.of(sql);
    } catch (SqlScriptException e) {
      return; // text in dollar quotes need not be SQL
    }
    boolean runsBodies = !tokens.isEmpty() && tokens.get(0).is("do");
    boolean defines = !tokens.isEmpty() && tokens.get(0).is("create");
    for (Reader at = new Reader(tokens); at.more(); at.next()) {
      if (at.token().kind() == SqlToken.Kind.BODY && runsBodies) {
        read(at.token().text());
      } else if (at.token().isName()) {
        names.add(at.peekName());
        if (!defines) {
          statement(at);
        } else if (at.words("on")) {
          altered.add(new Reader(tokens, at.position() + 1).only().peekName());
        }
      }
    }
  }

  private void statement(Reader at) {
    if (at.words("drop", "table")) {
      tables(at.after(2).ifExists());
    } else if (at.words("truncate")) {
      tables(at.after(1).optional("table"));
    } else if (at.words("delete", "from")) {
      tables(at.after(2));
    } else if (at.words("alter", "table")) {
      alter(at.after(2).ifExists().only());
    }
  }

  private void tables(Reader at) {
    do {
      Named table = at.only().name();
      if (!table.isOurs()) {
        altered.add(table);
        losses.add(new Loss(table, Optional.empty()));
      }
    } while (at.comma());
  }

  private void alter(Reader at) {
    Named table = at.name();
    if (table.isOurs()) {
      return;
    }
    altered.add(table);
    for (int depth = 0; at.more() && !(depth == 0 && at.token().isSymbol(";")); at.next()) {
      depth += at.token().isSymbol("(") ? 1 : at.token().isSymbol(")") ? -1 : 0;
      if (depth == 0 && at.words("drop") && !at.isPartOfAlterColumn()) {
        Reader column = at.after(1);
        if (!column.words("constraint")) {
          column.optional("column").ifExists();
          losses.add(new Loss(table, Optional.of(column.token().text())));
        }
      } else if (depth == 0 && at.words("alter") && at.more()) {
        Reader column = at.after(1).optional("column");
        Reader action = column.after(1);
        if (action.words("type") || action.words("set", "data", "type")) {
          retyped.add(new Loss(table, Optional.of(column.token().text())));
        }
      }
    }
  }

  /** A place among tokens; behind the last one there is a sign that is nothing. */
  private static final class Reader {
    private static final SqlToken NOTHING = new SqlToken(SqlToken.Kind.SYMBOL, "");

    private final List<SqlToken> tokens;
    private int position;

    Reader(List<SqlToken> tokens) {
      this(tokens, 0);
    }

    Reader(List<SqlToken> tokens, int position) {
      this.tokens = tokens;
      this.position = position;
    }

    int position() {
      return position;
    }

    boolean more() {
      return position < tokens.size();
    }

    void next() {
      position++;
    }

    SqlToken token() {
      return at(position);
    }

    private SqlToken at(int place) {
      return place >= 0 && place < tokens.size() ? tokens.get(place) : NOTHING;
    }

    boolean words(String... words) {
      for (int i = 0; i < words.length; i++) {
        if (!at(position + i).is(words[i])) {
          return false;
        }
      }
      return true;
    }

    Reader after(int count) {
      return new Reader(tokens, position + count);
    }

    Reader optional(String word) {
      position += token().is(word) ? 1 : 0;
      return this;
    }

    Reader ifExists() {
      position += words("if", "exists") ? 2 : 0;
      return this;
    }

    Reader only() {
      return optional("only");
    }

    boolean comma() {
      boolean comma = token().isSymbol(",");
      position += comma ? 1 : 0;
      return comma;
    }

    /** {@code ALTER COLUMN a DROP DEFAULT} drops no column. */
    boolean isPartOfAlterColumn() {
      return at(position - 2).is("alter")
          || at(position - 2).is("column") && at(position - 3).is("alter");
    }

    Named peekName() {
      return new Reader(tokens, position).name();
    }

    Named name() {
      String first = token().text();
      if (at(position + 1).isSymbol(".") && at(position + 2).isName()) {
        String second = at(position + 2).text();
        position += 3;
        return new Named(Optional.of(first), second);
      }
      position++;
      return new Named(Optional.empty(), first);
    }
  }
}
