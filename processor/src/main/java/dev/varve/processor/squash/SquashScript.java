package dev.varve.processor.squash;

import dev.varve.processor.ddl.Labels;
import dev.varve.processor.ddl.Script;
import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.plan.Mark;
import dev.varve.processor.plan.Plan;
import dev.varve.processor.plan.Planner;
import dev.varve.runtime.diff.Hints;
import dev.varve.runtime.diff.SchemaDiff;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The script of a squash: what generated migrations have made until the first one written by hand,
 * at once; then, as nobody knows what that one does, the others as they were, in their order.
 */
final class SquashScript {
  private static final Labels LABELS = new Labels(Map.of());
  private static final String TRANSACTION = "-- varve:step transaction\n";
  private static final Pattern STEP = Pattern.compile("\\s*--\\s*varve:step\\b.*");
  private static final Pattern DECLARES = Pattern.compile("\\s*--\\s*varve:declares\\b.*");

  private final MigrationId id;
  private final List<MigrationFile> replaced;

  SquashScript(MigrationId id, List<MigrationFile> replaced) {
    this.id = id;
    this.replaced = replaced;
  }

  String write(List<MigrationFile> generated, Schema schema, List<MigrationFile> rest) {
    StringBuilder sql = new StringBuilder();
    header().forEach(line -> sql.append(line.isEmpty() ? "--" : "-- " + line).append('\n'));
    if (!generated.isEmpty()) {
      sql.append('\n').append(TRANSACTION).append(creation(schema));
      sql.append(Script.marks(generated.stream().map(MigrationFile::sql).toList()));
    }
    rest.forEach(file -> sql.append(asItWas(file)));
    return sql.toString();
  }

  private List<String> header() {
    MigrationId last = replaced.get(replaced.size() - 1).id();
    return List.of(
        "V" + id.text(),
        "",
        "Stands for " + replaced.size() + " migrations, from " + replaced.get(0).id() + " to "
            + last + ".",
        "A database that has them has this one; V" + id.text() + ".json lists them.",
        "",
        "Data lost: none.",
        "",
        "Written by Varve, and not to be edited: V" + id.text() + ".json has its checksum.");
  }

  private static String creation(Schema schema) {
    Plan plan = Planner.plan(
            Schema.EMPTY, SchemaDiff.between(Schema.EMPTY, schema, Hints.NONE), new Mark("", false))
        .atOnce();
    return Script.write(List.of(), plan, LABELS);
  }

  /** From its first step on; without steps it is one. */
  private static String asItWas(MigrationFile file) {
    SqlScript script = SqlScript.parse(file.sql());
    if (script.steps().stream().allMatch(step -> step.statements().isEmpty())) {
      return "";
    }
    String text = file.sql().startsWith("\uFEFF") ? file.sql().substring(1) : file.sql();
    List<String> lines = text.lines().toList();
    int first = script.steps().get(0).line() - 1;
    boolean marked = STEP.matcher(lines.get(first)).matches();
    StringBuilder sql = new StringBuilder("\n-- " + file.id() + "\n");
    sql.append(marked ? "" : TRANSACTION);
    for (String line : lines.subList(marked ? first : 0, lines.size())) {
      if (marked || !DECLARES.matcher(line).matches()) {
        sql.append(line).append('\n');
      }
    }
    return sql.toString();
  }
}
