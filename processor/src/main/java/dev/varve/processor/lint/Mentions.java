package dev.varve.processor.lint;

import dev.varve.runtime.migrate.script.SqlToken;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.util.TablesNamesFinder;

/**
 * The relations and columns that a statement needs. Changes of rows are read by JSqlParser, which
 * knows subqueries and common tables; what it cannot read, and changes of the schema, by their
 * first words. Bodies of routines are not looked at: nothing of them runs now.
 */
record Mentions(List<QualifiedName> relations, List<Column> columns) {
  /** A column that a statement names together with its table. */
  record Column(QualifiedName table, Name name) {}

  static Mentions of(Command command) {
    Mentions found = new Mentions(new ArrayList<>(), new ArrayList<>());
    Phrase phrase = command.phrase();
    if (phrase.is("insert")
        || phrase.is("update")
        || phrase.is("delete")
        || phrase.is("merge")
        || phrase.is("with")) {
      found.rows(command);
    } else {
      found.schema(command.phrase());
    }
    return found;
  }

  private void rows(Command command) {
    try {
      Statement statement = CCJSqlParserUtil.newParser(command.statement().sql())
          .withSquareBracketQuotation(false)
          .Statement();
      for (String table : new TablesNamesFinder<Void>().getTables(statement)) {
        new Phrase(SqlToken.of(table)).name().ifPresent(relations::add);
      }
    } catch (ParseException | RuntimeException notRead) {
      target(command.phrase()).ifPresent(relations::add);
    }
    Phrase phrase = command.phrase();
    target(phrase).ifPresent(table -> {
      if (command.phrase().is("insert")) {
        phrase.inParentheses().forEach(column -> add(table, column));
      } else if (command.phrase().is("update")) {
        assigned(phrase).forEach(column -> add(table, column));
      }
    });
  }

  /** The table whose rows change; the phrase then stands behind it. */
  private static Optional<QualifiedName> target(Phrase phrase) {
    if (phrase.take("insert", "into")
        || phrase.take("update")
        || phrase.take("delete", "from")
        || phrase.take("merge", "into")) {
      phrase.take("only");
      return phrase.name();
    }
    return Optional.empty();
  }

  /** What stands left of the equals signs behind SET. */
  private static List<Phrase> assigned(Phrase phrase) {
    List<Phrase> assigned = new ArrayList<>();
    phrase.behind("set").ifPresent(all -> {
      for (Phrase item : all.items()) {
        if (item.isSymbol("(")) {
          assigned.addAll(item.inParentheses());
        } else if (item.tokens().size() > 1 && item.tokens().get(1).isSymbol("=")) {
          assigned.add(item);
        }
        if (item.hasOutside("from") || item.hasOutside("where")) {
          break; // What follows belongs to another clause.
        }
      }
    });
    return assigned;
  }

  private void add(QualifiedName table, Phrase column) {
    column.name().ifPresent(name -> columns.add(new Column(table, name.name())));
  }

  private void schema(Phrase phrase) {
    if (phrase.is("alter", "table")) {
      boolean ifExists = phrase.is("alter", "table", "if", "exists");
      AlterTable.of(phrase).ifPresent(alter -> alter(alter, ifExists));
    } else if (phrase.take("drop", "table") || phrase.take("drop", "view")) {
      if (!phrase.take("if", "exists")) {
        relations.addAll(phrase.names());
      }
    } else if (phrase.take("truncate")) {
      phrase.take("table");
      relations.addAll(phrase.names());
    } else if (phrase.is("create", "index")
        || phrase.is("create", "unique")
        || phrase.is("create", "trigger")
        || phrase.is("create", "policy")) {
      phrase.behind("on").ifPresent(on -> {
        on.take("only");
        on.name().ifPresent(relations::add);
      });
    } else if (phrase.take("comment", "on", "table")) {
      phrase.name().ifPresent(relations::add);
    } else if (phrase.take("copy")) {
      phrase.name().ifPresent(table -> {
        relations.add(table);
        phrase.inParentheses().forEach(column -> add(table, column));
      });
    }
  }

  private void alter(AlterTable alter, boolean ifExists) {
    if (!ifExists) {
      relations.add(alter.table());
    }
    for (Phrase action : alter.actions()) {
      boolean guarded = action.has("if", "exists");
      Optional<QualifiedName> column = AlterTable.altered(new Phrase(action.tokens()))
          .or(() -> AlterTable.renamed(new Phrase(action.tokens())))
          .or(() -> guarded ? Optional.empty() : AlterTable.dropped(new Phrase(action.tokens())));
      column.ifPresent(name -> columns.add(new Column(alter.table(), name.name())));
    }
  }
}
