package dev.varve.processor.pull;

import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.IdentityOptions;
import dev.varve.runtime.schema.Name;
import java.util.Optional;

/** Sequences, as their rows say. */
final class Counters {
  private Counters() {}

  /** Whether it is what {@code serial} makes, to the name. */
  static boolean isSerial(Row sequence, Optional<Row> column, Optional<String> table) {
    if (column.isEmpty() || table.isEmpty()) {
      return false;
    }
    String name = table.get() + "_" + column.get().text("name") + "_seq";
    return sequence.text("name").equals(name)
        && Name.isValid(name)
        && column.get().is("not_null")
        && sequence.text("counts_in").equals(column.get().text("type"))
        && options(sequence, false).equals(IdentityOptions.ALWAYS)
        && column
            .get()
            .find("value")
            .filter(value -> value.equals(
                "nextval('" + sequence.text("text").replace("'", "''") + "'::regclass)"))
            .isPresent();
  }

  static IdentityOptions options(Row row, boolean byDefault) {
    Scalar type = type(row);
    long increment = row.number("increment");
    long most = type == Scalar.SMALLINT
        ? Short.MAX_VALUE
        : type == Scalar.INTEGER ? Integer.MAX_VALUE : Long.MAX_VALUE;
    long lowest = increment > 0 ? 1 : -1 - most;
    long highest = increment > 0 ? most : -1;
    return new IdentityOptions(
        byDefault,
        Optional.of(row.number("start")),
        increment,
        Optional.of(row.number("min")).filter(min -> min != lowest),
        Optional.of(row.number("max")).filter(max -> max != highest),
        row.number("cache"),
        row.is("cycle"));
  }

  static Scalar type(Row row) {
    return switch (row.text("counts_in")) {
      case "smallint" -> Scalar.SMALLINT;
      case "integer" -> Scalar.INTEGER;
      default -> Scalar.BIGINT;
    };
  }
}
