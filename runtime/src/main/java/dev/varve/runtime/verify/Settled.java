package dev.varve.runtime.verify;

import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.Other;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables of a schema that are as expected beyond doubt, so that they need not be built, which is
 * most of the work where a schema is large: what the migrations' records say of them is what the
 * catalogue says, and their expressions PostgreSQL prints alike.
 *
 * @param tables as they are found, by name
 * @param others what is found about them
 */
record Settled(Map<Name, Table> tables, Set<Other> others) {
  static final Settled NONE = new Settled(Map.of(), Set.of());

  /** A table of which nothing is left to find out but how its expressions are printed. */
  private record Candidate(Table table, Map<Question, String> asked, Set<Other> others) {
    boolean is(Map<Question, String> answers) {
      return asked.entrySet().stream()
          .allMatch(question -> question.getValue().equals(answers.get(question.getKey())));
    }
  }

  /**
   * Finds them.
   *
   * @param schema empty for the one that the migrations run in
   */
  static Settled of(
      Optional<Name> schema, Expectation expectation, Catalog found, Printing printing)
      throws SQLException {
    List<Candidate> candidates = candidates(schema, expectation, found);
    Set<Question> questions = new LinkedHashSet<>();
    candidates.forEach(candidate -> questions.addAll(candidate.asked().keySet()));
    Map<Question, String> answers = printing.ask(questions);
    Settled settled = new Settled(new HashMap<>(), new HashSet<>());
    candidates.stream().filter(candidate -> candidate.is(answers)).forEach(candidate -> {
      settled.tables().put(candidate.table().name().name(), candidate.table());
      settled.others().addAll(candidate.others());
    });
    return settled;
  }

  private static List<Candidate> candidates(
      Optional<Name> schema, Expectation expectation, Catalog found) {
    Doubts doubts = Doubts.of(expectation);
    Attached attached = Attached.found(found);
    Attached comments = Attached.expected(expectation.fold(), schema);
    List<Candidate> candidates = new ArrayList<>();
    for (Table table : found.schema().tables()) {
      Name name = table.name().name();
      expectation
          .fold()
          .table(new QualifiedName(schema, name))
          .filter(expected -> attached.of(name).equals(comments.of(name)))
          .filter(expected -> !doubts.about(expected))
          .flatMap(expected -> schema.isEmpty() ? Optional.of(expected) : alone(expected))
          .flatMap(expected -> Likeness.of(expected, table))
          .ifPresent(asked -> candidates.add(new Candidate(table, asked, attached.of(name))));
    }
    return candidates;
  }

  /** The table as its own schema sees it, if it needs nothing of another one. */
  private static Optional<Table> alone(Table table) {
    boolean builtIn = table.columns().stream()
        .map(Column::type)
        .map(type -> type instanceof ColumnType.ArrayOf array ? array.element() : type)
        .noneMatch(
            type -> type instanceof ColumnType.Named || type instanceof ColumnType.Enumerated);
    boolean within = table.foreignKeys().stream()
        .allMatch(key -> key.target().schema().equals(table.name().schema()));
    return builtIn && within
        ? Optional.of(table
            .withName(QualifiedName.of(table.name().name()))
            .withConstraints(table.constraints().stream().map(Settled::alone).toList()))
        : Optional.empty();
  }

  private static Constraint alone(Constraint constraint) {
    return constraint instanceof Constraint.ForeignKey key
        ? new Constraint.ForeignKey(
            key.name(),
            key.columns(),
            QualifiedName.of(key.target().name()),
            key.targetColumns(),
            key.onDelete(),
            key.onUpdate(),
            key.traits())
        : constraint;
  }

  /** What of a catalogue is still to be compared. */
  Catalog rest(Catalog found) {
    return new Catalog(
        new Schema(
            found.schema().tables().stream()
                .filter(table -> !tables.containsKey(table.name().name()))
                .toList(),
            found.schema().enums()),
        found.others().stream().filter(other -> !others.contains(other)).toList());
  }

  /** All that is expected, of which the rest was built. */
  Schema with(Schema built) {
    return new Schema(
        Stream.concat(tables.values().stream(), built.tables().stream()).toList(), built.enums());
  }
}
