package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Table;
import java.util.List;

/** The expressions of computed columns, which can only be read when all columns are known. */
final class GeneratedReader {
  /** Functions that PostgreSQL does not take there, since they change by themselves. */
  private static final List<String> CHANGING = List.of(
      "now", "random", "clock_timestamp", "statement_timestamp", "gen_random_uuid", "nextval");

  private final Diagnostics diagnostics;

  GeneratedReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void check(Table table, List<ColumnSource> columns) {
    for (ColumnSource source : columns) {
      if (source.column().defaultValue() instanceof Default.Generated generated) {
        Origin place = Annotated.find(source.field(), source.origin(), Marker.GENERATED)
            .map(annotation -> annotation.at("value"))
            .orElse(source.origin());
        check(table, source.column(), generated, place);
      }
    }
  }

  private void check(Table table, Column column, Default.Generated generated, Origin place) {
    ParsedExpression parsed = ParsedExpression.of(generated.expression());
    if (parsed.isBroken()) {
      diagnostics.report(
          Problem.EXPRESSION_INVALID,
          place,
          "\"" + generated.expression() + "\" is no SQL expression. Correct it.");
      return;
    }
    for (String name : parsed.columns()) {
      checkBase(table, column, generated, new Name(name), place);
    }
    parsed.functions().stream()
        .filter(CHANGING::contains)
        .forEach(function -> diagnostics.report(
            Problem.ANNOTATION_VALUE,
            place,
            function
                + "() gives another value each time, and a column is computed only from its row."
                + " Use @Default for a value that an insert gets once."));
  }

  private void checkBase(
      Table table, Column column, Default.Generated generated, Name name, Origin place) {
    List<Name> others =
        table.columns().stream().filter(c -> !c.isGenerated()).map(Column::name).toList();
    if (table.column(name).isEmpty()) {
      diagnostics.report(
          Problem.COLUMN_UNKNOWN,
          place,
          Suggestion.unknown(table.name().toString(), name.value(), others));
    } else if (!others.contains(name)) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          place,
          "the column "
              + name
              + " is computed itself, and PostgreSQL computes only from columns that are not. Write"
              + " its expression in place of its name.");
    } else if (!generated.stored() && isOwn(table.column(name).orElseThrow().type())) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          place,
          "the column "
              + column.name()
              + " is virtual, and PostgreSQL computes such a column only from its own types, not"
              + " from an enum or another of yours. Remove virtual = true.");
    }
  }

  private static boolean isOwn(ColumnType type) {
    return type instanceof ColumnType.Enumerated
        || type instanceof ColumnType.Named
        || (type instanceof ColumnType.ArrayOf array && isOwn(array.element()));
  }
}
