package dev.varve.processor.repair;

import dev.varve.processor.ddl.Labels;
import dev.varve.processor.ddl.Script;
import dev.varve.processor.plan.Mark;
import dev.varve.processor.plan.Planner;
import dev.varve.runtime.catalog.Difference;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.Hints;
import dev.varve.runtime.diff.SchemaDiff;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.verify.Drift;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    List<Change> changes = SchemaDiff.between(from, to, hints(from, to, renamed, place));
    String plan = changes.isEmpty()
        ? ""
        : Script.write(
            List.of(),
            Planner.plan(from, changes, new Mark("repair_" + DerivedName.hash(place), false)),
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

  /** Rows are in what nobody expects, too: it is set aside, and not dropped. */
  private static Hints hints(Schema from, Schema to, Renamed renamed, String place) {
    Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    Map<ColumnName, Name> columns = new HashMap<>();
    from.tables().forEach(table -> {
      QualifiedName name = table.name();
      var kept = to.table(name);
      if (renamed.tables().containsValue(name)) {
        return;
      }
      if (kept.isEmpty()) {
        tables.put(name, name.sibling(parked(name.toString(), place, name.name())));
        return;
      }
      table.columns().stream()
          .filter(column -> kept.get().column(column.name()).isEmpty()
              && !column.isGenerated()
              && !renamed.isRenamed(new ColumnName(name, column.name())))
          .forEach(column -> columns.put(
              new ColumnName(name, column.name()),
              parked(name + "." + column.name(), place, column.name())));
    });
    return new Hints(
        renamed.tables(),
        renamed.columns(),
        tables,
        columns,
        Map.of(),
        Map.of(),
        Map.of());
  }

  private static Name parked(String target, String place, Name name) {
    return DerivedName.of("varve_parked_" + DerivedName.hash(target + "/" + place) + "_" + name);
  }
}
