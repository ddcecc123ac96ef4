package dev.varve.processor.repair;

import dev.varve.processor.ddl.Labels;
import dev.varve.processor.ddl.Script;
import dev.varve.processor.plan.Mark;
import dev.varve.processor.plan.Planner;
import dev.varve.runtime.catalog.Difference;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.Hints;
import dev.varve.runtime.diff.SchemaDiff;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.verify.Drift;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The script that leads from what was found to what is expected. */
public final class Repair {
  private static final String TRANSACTION = "\n-- varve:step transaction\n";

  private final List<String> before = new ArrayList<>();
  private final List<String> after = new ArrayList<>();

  private Repair() {}

  /**
   * Writes it.
   *
   * @param header comment lines
   * @param place what tells this drift from an earlier one of the same objects, so that what is
   *     parked twice has two names
   */
  public static String script(Drift drift, List<String> header, String place) {
    return new Repair().write(drift, header, place);
  }

  private String write(Drift drift, List<String> header, String place) {
    Schema from = Schema.EMPTY;
    Schema to = Schema.EMPTY;
    for (String schema : drift.differences().keySet()) {
      Sides sides = Sides.of(drift, schema);
      from = sides.from(from);
      to = sides.to(to);
    }
    Renamed renamed = Renamed.between(from, to);
    for (String schema : drift.differences().keySet()) {
      Sides sides = Sides.of(drift, schema);
      boolean own = schema.isEmpty() || schema.equals(drift.schema());
      OtherParts parts = new OtherParts(own ? "" : schema);
      for (Difference difference : renamed.remaining(drift.differences().get(schema))) {
        if (!sides.plans(difference) && !sides.goesWithTable(difference)) {
          parts.repair(difference);
        }
      }
      before.addAll(parts.before());
      after.addAll(parts.after());
    }
    Schema kept = setAside(from, to, renamed, new Parking(place));
    Hints hints = new Hints(
        renamed.tables(), renamed.columns(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    List<Change> changes = SchemaDiff.between(kept, to, hints);
    String plan = changes.isEmpty()
        ? ""
        : Script.write(
            List.of(),
            Planner.plan(kept, changes, new Mark("repair_" + DerivedName.hash(place), false)),
            new Labels(Map.of()));
    return text(header, plan);
  }

  private String text(List<String> header, String plan) {
    StringBuilder text = new StringBuilder();
    header.forEach(line -> text.append(line.isEmpty() ? "--" : "-- " + line).append('\n'));
    boolean steps = plan.contains("\n-- varve:step ");
    add(text, before, steps);
    text.append(plan);
    add(text, after, steps);
    return text.toString();
  }

  private static void add(StringBuilder text, List<String> statements, boolean step) {
    if (!statements.isEmpty()) {
      text.append(step ? TRANSACTION : "");
      statements.forEach(statement -> text.append('\n').append(statement).append('\n'));
    }
  }

  /** Rows are in what nobody expects, too: it is set aside, and the plan knows nothing of it. */
  private Schema setAside(Schema from, Schema to, Renamed renamed, Parking parking) {
    Schema kept = from;
    for (Table table : from.tables()) {
      QualifiedName name = renamed.tables().entrySet().stream()
          .filter(one -> one.getValue().equals(table.name()))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(table.name());
      Optional<Table> expected = to.table(name);
      if (expected.isEmpty()) {
        before.add(parking.table(table));
        kept = kept.withoutTable(table.name());
        continue;
      }
      List<Column> gone = table.columns().stream()
          .filter(column -> expected.get().column(column.name()).isEmpty()
              && !renamed.isRenamed(new ColumnName(table.name(), column.name())))
          .toList();
      if (!gone.isEmpty()) {
        kept = kept.withoutTable(table.name()).withTable(without(table, gone, parking));
      }
    }
    return kept;
  }

  /** What hangs on these columns is too many, too. */
  private Table without(Table table, List<Column> gone, Parking parking) {
    Set<Name> names = gone.stream().map(Column::name).collect(Collectors.toSet());
    List<Constraint> constraints = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      boolean hangs = names.stream().anyMatch(constraint::mentions);
      if (hangs) {
        before.add("ALTER TABLE " + table.name().quoted() + "\n  DROP CONSTRAINT IF EXISTS "
            + constraint.name().quoted() + ";");
      } else {
        constraints.add(constraint);
      }
    }
    List<Index> indexes = new ArrayList<>();
    for (Index index : table.indexes()) {
      if (names.stream().anyMatch(index::mentions)) {
        before.add("DROP INDEX IF EXISTS " + table.name().sibling(index.name()).quoted() + ";");
      } else {
        indexes.add(index);
      }
    }
    gone.forEach(column -> before.add(parking.column(table.name(), column)));
    return table
        .withIndexes(List.of())
        .withConstraints(constraints)
        .withColumns(table.columns().stream()
            .filter(column -> !names.contains(column.name()))
            .toList())
        .withIndexes(indexes);
  }
}
