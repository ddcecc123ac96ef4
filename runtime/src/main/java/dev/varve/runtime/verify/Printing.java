package dev.varve.runtime.verify;

import dev.varve.runtime.catalog.CatalogException;
import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Has PostgreSQL print expressions: they are put on tables that are made for it and rolled back, among
 * the real types and functions.
 */
final class Printing {
  /** So many groups of questions with one that fails are divided; the rest has no answers. */
  private static final int FAILURES = 64;

  /** Where a sheet has no place for a question, so many before it are tried. */
  private static final int OPEN = 16;

  private final Connection connection;
  private final Name home;
  private final Name schema;
  private final Name standIn;
  private final long locks;
  private final Map<Question, String> answers = new HashMap<>();
  private int failures;

  /**
   * @param home the schema that the migrations run in, where names are looked up
   * @param schema the schema whose expressions they are
   * @param standIn where sheets are made
   * @param locks how many there may be at once
   */
  Printing(Connection connection, Name home, Name schema, Name standIn, long locks) {
    this.connection = connection;
    this.home = home;
    this.schema = schema;
    this.standIn = standIn;
    this.locks = locks;
  }

  /** The answers to those questions that have some. */
  Map<Question, String> ask(Collection<Question> questions) throws SQLException {
    List<Question> some = new ArrayList<>();
    long held = 0;
    for (Question question : questions) {
      // At the worst, it has a sheet for itself.
      long more = 4 + (question.index().isPresent() ? 1 : 0);
      if (held + more > locks && !some.isEmpty()) {
        together(some);
        some = new ArrayList<>();
        held = 0;
      }
      some.add(question);
      held += more;
    }
    together(some);
    return answers;
  }

  private void together(List<Question> questions) throws SQLException {
    if (questions.isEmpty() || failures > FAILURES) {
      return;
    }
    Savepoint before = connection.setSavepoint();
    boolean failed = false;
    try {
      answer(sheets(questions));
    } catch (SQLException | CatalogException e) {
      failed = true;
      failures++;
    }
    connection.rollback(before);
    if (failed && questions.size() > 1) {
      int half = questions.size() / 2;
      together(questions.subList(0, half));
      together(questions.subList(half, questions.size()));
    }
  }

  private static List<Sheet> sheets(List<Question> questions) {
    List<Sheet> sheets = new ArrayList<>();
    int number = 0;
    for (Question question : questions) {
      Name as = new Name("varve_any_" + ++number);
      boolean taken = false;
      for (int i = sheets.size() - 1; i >= Math.max(0, sheets.size() - OPEN) && !taken; i--) {
        taken = sheets.get(i).takes(question, as);
      }
      if (!taken) {
        Sheet sheet = new Sheet(new Name("varve_sheet_" + (sheets.size() + 1)));
        sheet.takes(question, as);
        sheets.add(sheet);
      }
    }
    return sheets;
  }

  private void answer(List<Sheet> sheets) throws SQLException {
    Place.enter(connection, home, List.of());
    StringBuilder sql = new StringBuilder();
    sheets.forEach(sheet -> sql.append(sheet.sql(standIn)));
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql.toString());
    }
    // Types of the real schema are printed without it, as they are where the expressions stand.
    Map<Name, Name> asReal = Map.of(standIn, schema);
    Map<QualifiedName, Table> printed = new HashMap<>();
    CatalogReader.read(connection, standIn, asReal)
        .schema()
        .tables()
        .forEach(table -> printed.put(table.name(), table));
    for (Sheet sheet : sheets) {
      Table table = printed.get(QualifiedName.of(sheet.name()));
      if (table != null) {
        sheet
            .questions()
            .forEach((name, question) ->
                Question.answer(table, name).ifPresent(answer -> answers.put(question, answer)));
      }
    }
  }
}
