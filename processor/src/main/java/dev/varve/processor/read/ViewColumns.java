package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.processor.select.SelectFacts.Output;
import dev.varve.processor.select.SelectFault;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ViewColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wrong with a view's select, and whether it gives what the record takes. */
final class ViewColumns {
  private final Diagnostics diagnostics;
  private final Origin origin;

  ViewColumns(Diagnostics diagnostics, Origin origin) {
    this.diagnostics = diagnostics;
    this.origin = origin;
  }

  void report(List<SelectFault> faults) {
    faults.forEach(fault -> diagnostics.report(Problem.VIEW_SELECT, origin, text(fault)));
  }

  private static String text(SelectFault fault) {
    String written = fault.written();
    return switch (fault.kind()) {
      case SYNTAX ->
        "the select does not parse: "
            + written
            + ". Correct it; if PostgreSQL takes it as it is, write checked = false.";
      case NO_SELECT -> "a view shows the rows of a SELECT, and this is another statement.";
      case NO_TABLE ->
        "there is no table or view \""
            + written
            + "\" in the model. "
            + suggestion(fault, "If it is not of the model, write checked = false.");
      case NO_SOURCE ->
        "nothing in FROM is called \"" + written + "\". " + suggestion(fault, "Name the table.");
      case NO_COLUMN ->
        (fault.of().isEmpty() ? "no table in FROM" : fault.of())
            + " has "
            + (fault.of().isEmpty() ? "a" : "no")
            + " column \""
            + written
            + "\". "
            + suggestion(fault, "Name one of " + String.join(", ", fault.known()) + ".");
      case STAR ->
        "PostgreSQL looks at "
            + written
            + " once, when the view is made: a column that the table gets later would not be in it."
            + " Name the columns.";
    };
  }

  private static String suggestion(SelectFault fault, String otherwise) {
    return Suggestion.nearest(fault.written(), fault.known())
        .map(name -> "Did you mean \"" + name + "\"?")
        .orElse(otherwise);
  }

  /** The columns, with the types that the select shows to have. */
  List<ViewColumn> matched(TableSource rows, List<Output> outputs) {
    List<Column> declared = rows.table().columns();
    if (outputs.size() != declared.size()) {
      diagnostics.report(
          Problem.VIEW_COLUMN,
          origin,
          "the select gives "
              + count(outputs.size(), "column")
              + ", and the record has "
              + count(declared.size(), "component")
              + ": "
              + declared.stream().map(c -> c.name().value()).collect(Collectors.joining(", "))
              + ". Let them agree.");
    }
    List<ViewColumn> columns = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      Column column = declared.get(i);
      if (i < outputs.size() && outputs.size() == declared.size()) {
        if (compareName(i, column.name(), outputs.get(i))) {
          compareType(column, outputs.get(i));
        }
      }
      columns.add(new ViewColumn(
          column.name(),
          i < outputs.size() ? outputs.get(i).type().orElse(column.type()) : column.type()));
    }
    return columns;
  }

  private boolean compareName(int i, Name name, Output output) {
    boolean same = output.name().equals(Optional.of(name));
    if (!same) {
      diagnostics.report(
          Problem.VIEW_COLUMN,
          origin,
          "column "
              + (i + 1)
              + " of the select "
              + output.name().map(n -> "is " + n).orElse("has no name")
              + ", and the record has "
              + name
              + " there. Write AS "
              + name.quoted()
              + " behind it, or put the components into the order of the select.");
    }
    return same;
  }

  private void compareType(Column column, Output output) {
    output
        .type()
        .filter(type -> !sameJava(type, column.type()))
        .ifPresent(type -> diagnostics.report(
            Problem.VIEW_COLUMN,
            origin,
            "the select gives "
                + column.name()
                + " as "
                + type.sql()
                + ", and the record has "
                + column.type().sql()
                + ". Change the component's type, or cast: "
                + column.name().quoted()
                + "::"
                + column.type().sql()
                + "."));
  }

  /** Lengths and digits are of no importance to the record. */
  private static boolean sameJava(ColumnType one, ColumnType other) {
    return plain(one).equals(plain(other));
  }

  private static ColumnType plain(ColumnType type) {
    if (type instanceof ColumnType.ArrayOf array) {
      return new ColumnType.ArrayOf(plain(array.element()));
    }
    if (type instanceof ColumnType.Varchar) {
      return ColumnType.Scalar.TEXT;
    }
    return type instanceof ColumnType.Numeric ? ColumnType.Scalar.NUMERIC : type;
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
