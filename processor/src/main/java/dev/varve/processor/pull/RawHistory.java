package dev.varve.processor.pull;

import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationFolder;
import dev.varve.processor.report.Diagnostics;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.migrate.script.SqlScriptException;
import dev.varve.runtime.schema.Name;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the scripts that earlier pulls wrote have made until now, folded statement by statement; and
 * the text of those that people wrote.
 */
final class RawHistory {
  /** The first script's name: what it makes is there before the records' tables are. */
  static final String EARLY = "before_records";

  /** A statement that changes what is there cannot say what it is then; a comment does. */
  static final String NOW = "-- So it is now:\n";

  /** Stands above what sets a table aside. */
  static final String ASIDE = "-- Set aside, with its rows: ";

  /** What scripts said with the schema's name, when PostgreSQL's own words were taken as they are. */
  private static final Pattern QUALIFIED = Pattern.compile(
      "\\s*(?:CREATE (?:(?:UNIQUE |CONSTRAINT )?(?:INDEX|RULE|TRIGGER|STATISTICS|COLLATION|OPERATOR)"
          + "|TEXT SEARCH)|ALTER TEXT SEARCH|COMMENT ON) ");

  /** Stands above what takes something along that nothing else takes back. */
  static final String ALONG = "-- Goes along: ";

  private final Map<String, RawStatement> statements = new LinkedHashMap<>();
  private final Set<String> early = new HashSet<>();
  private final StringBuilder texts = new StringBuilder();
  private final Name home;

  private RawHistory(Name home) {
    this.home = home;
  }

  /** @param home the schema that migrations run in, whose name earlier scripts said */
  static RawHistory read(Path folder, Name home) {
    RawHistory history = new RawHistory(home);
    for (MigrationFile file : new MigrationFolder(folder, new Diagnostics()).read()) {
      if (file.record().isEmpty() && file.sql().contains(Scripts.PULLED)) {
        history.fold(file);
      } else if (!file.isGenerated() || file.isSquash()) {
        history.texts.append(file.sql()).append('\n');
      }
    }
    return history;
  }

  private void fold(MigrationFile file) {
    boolean first = file.id().name().equals(EARLY);
    for (String sql : statements(file.sql())) {
      String text = RawStatement.ended(unqualified(sql));
      Optional<RawStatement> gone = statements.values().stream()
          .filter(there -> there.back().filter(text::equals).isPresent())
          .findFirst();
      if (gone.isPresent()) {
        statements.remove(gone.get().key());
      } else if (!text.startsWith("DO ")) {
        put(RawStatement.parse(text), first);
      }
    }
    said(file.sql()).forEach(sql -> put(RawStatement.parse(unqualified(sql)), first));
    gone(file.sql()).forEach(statements::remove);
  }

  private String unqualified(String sql) {
    return QUALIFIED.matcher(sql).lookingAt() ? Unqualified.sql(sql, home) : sql;
  }

  private void put(RawStatement statement, boolean first) {
    statements.remove(statement.key());
    statements.put(statement.key(), statement);
    if (first) {
      early.add(statement.key());
    } else {
      early.remove(statement.key());
    }
  }

  private static List<String> statements(String script) {
    try {
      return SqlScript.parse(script).steps().stream()
          .flatMap(step -> step.statements().stream())
          .map(SqlScript.Statement::sql)
          .toList();
    } catch (SqlScriptException unreadable) {
      // The compiler says so.
      return List.of();
    }
  }

  /** The comments of what a thing is now. */
  private static List<String> said(String script) {
    List<String> found = new ArrayList<>();
    for (int at = script.indexOf(NOW); at >= 0; at = script.indexOf(NOW, at + 1)) {
      StringBuilder text = new StringBuilder();
      script
          .substring(at + NOW.length())
          .lines()
          .takeWhile(line -> line.startsWith("--   "))
          .forEach(line -> text.append(line.substring("--   ".length())).append('\n'));
      found.add(text.toString());
    }
    return found;
  }

  /** The tables that were set aside, and what went with something else. */
  private static List<String> gone(String script) {
    return script
        .lines()
        .filter(line -> line.startsWith(ASIDE) || line.startsWith(ALONG))
        .map(line -> line.startsWith(ASIDE)
            ? "TABLE " + line.substring(ASIDE.length())
            : line.substring(ALONG.length()))
        .toList();
  }

  /** The tables and types that scripts have made, as SQL writes their names. */
  Set<String> made() {
    return statements.values().stream()
        .filter(statement -> Set.of("TABLE", "TYPE").contains(statement.kind()))
        .map(RawStatement::name)
        .collect(Collectors.toSet());
  }

  /** In the order in which they were made. */
  Map<String, RawStatement> statements() {
    return statements;
  }

  /** Whether it was made before the records' tables. */
  boolean isEarly(RawStatement statement) {
    return early.contains(statement.key());
  }

  /** Whether a script of somebody's own has it. */
  boolean says(RawStatement statement) {
    return texts.indexOf(statement.text()) >= 0;
  }
}
