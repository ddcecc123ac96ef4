package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.ColumnType.Sized;
import java.util.Optional;
import java.util.OptionalInt;

/** The members of {@code @Column} that say how large values are; of an array, its elements. */
final class Sizes {
  private final Diagnostics diagnostics;

  Sizes(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  ColumnType of(ColumnType type, Annotated column) {
    Optional<String> member = java.util.stream.Stream.of(
            "length", "precision", "scale", "secondPrecision")
        .filter(name -> column.value(name).isPresent())
        .findFirst();
    if (member.isEmpty()) {
      return type;
    }
    if (column.text("columnDefinition").isPresent()) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          column.at(member.get()),
          "columnDefinition is the whole type, its size too. Remove "
              + member.get()
              + ", or columnDefinition.");
      return type;
    }
    if (type instanceof ColumnType.ArrayOf array) {
      return new ColumnType.ArrayOf(of(array.element(), column));
    }
    return switch (member.get()) {
      case "length" -> withLength(type, column);
      case "secondPrecision" -> withSeconds(type, column);
      default -> withPrecision(type, column);
    };
  }

  private ColumnType withLength(ColumnType type, Annotated column) {
    int length = column.number("length").orElse(0);
    if (type == Scalar.VARBIT && length > 0) {
      return new Sized(Sized.Kind.VARBIT, length);
    }
    if (type != Scalar.TEXT || length < 1 || length > ColumnType.Varchar.MAX_LENGTH) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          column.at("length"),
          "length is for a String and takes 1 to "
              + ColumnType.Varchar.MAX_LENGTH
              + " characters. Correct or remove it.");
      return type;
    }
    return new ColumnType.Varchar(length);
  }

  private ColumnType withPrecision(ColumnType type, Annotated column) {
    int precision = column.number("precision").orElse(0);
    int scale = column.number("scale").orElse(0);
    boolean fits = precision >= 1
        && precision <= ColumnType.Numeric.MAX_DIGITS
        && scale >= 0
        && scale <= precision;
    if (type != Scalar.NUMERIC || !fits) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          column.value("precision").isPresent() ? column.at("precision") : column.at("scale"),
          "precision and scale are for a BigDecimal: 1 to 1000 digits, of which scale stand behind"
              + " the point. Correct or remove them.");
      return type;
    }
    return new ColumnType.Numeric(precision, scale);
  }

  private ColumnType withSeconds(ColumnType type, Annotated column) {
    int digits = column.number("secondPrecision").orElse(-1);
    if (digits >= 0 && digits <= 6) {
      if (type == Scalar.INTERVAL) {
        return new ColumnType.Interval(Optional.empty(), OptionalInt.of(digits));
      }
      for (Sized.Kind kind : Sized.Kind.values()) {
        if (kind.isTime() && kind.unsized() == type) {
          return new Sized(kind, digits);
        }
      }
    }
    diagnostics.report(
        Problem.ANNOTATION_VALUE,
        column.at("secondPrecision"),
        "secondPrecision is for a time or an interval: 0 to 6 digits behind the second. Correct or"
            + " remove it.");
    return type;
  }
}
