package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.Default;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.VariableElement;

/** Values that no insert gives: {@code @Generated}, {@code @Identity} and {@code @Serial}. */
final class ValueReader {
  static final List<Scalar> WHOLE = List.of(Scalar.SMALLINT, Scalar.INTEGER, Scalar.BIGINT);

  /** What each says where a value comes from; only one can. */
  private static final List<String> SOURCES =
      List.of(Marker.GENERATED, Marker.IDENTITY, Marker.SERIAL, Marker.DEFAULT, Jakarta.VERSION);

  private final Diagnostics diagnostics;

  ValueReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Empty if none of these annotations is there. */
  Optional<Default> read(VariableElement field, ColumnType type, Origin origin) {
    List<Annotated> found = new ArrayList<>();
    SOURCES.forEach(name -> found.addAll(Annotated.all(field, origin, name)));
    Optional<Annotated> jakarta = Annotated.find(field, origin, Jakarta.GENERATED_VALUE);
    if (found.isEmpty() || !isOurs(found.get(0))) {
      return Optional.empty();
    }
    Annotated first = found.get(0);
    boolean identity = is(first, Marker.IDENTITY);
    if (!identity) {
      jakarta.ifPresent(found::add);
    }
    found.stream().skip(1).forEach(second -> refuse(first, second));
    if (is(first, Marker.GENERATED)) {
      return Optional.of(generated(first));
    }
    if (!(type instanceof Scalar scalar) || !WHOLE.contains(scalar)) {
      diagnostics.report(
          Problem.GENERATED_VALUE,
          first.origin(),
          simple(first)
              + " counts, and a column of type "
              + type.sql()
              + " does not. Declare the component as a short, an int or a long, or remove it.");
      return Optional.of(new Default.None());
    }
    return Optional.of(
        identity
            ? new Default.Identity(
                new CountingReader(diagnostics).options(first, scalar, "a column"))
            : new Default.Serial());
  }

  private static boolean is(Annotated annotation, String name) {
    return Annotated.nameOf(annotation.mirror()).equals(name);
  }

  private static boolean isOurs(Annotated annotation) {
    return is(annotation, Marker.GENERATED)
        || is(annotation, Marker.IDENTITY)
        || is(annotation, Marker.SERIAL);
  }

  private static String simple(Annotated annotation) {
    String name = Annotated.nameOf(annotation.mirror());
    return "@" + name.substring(name.lastIndexOf('.') + 1);
  }

  private void refuse(Annotated first, Annotated second) {
    diagnostics.report(
        Problem.GENERATED_VALUE,
        second.origin(),
        simple(first)
            + " says already where the value comes from. Remove "
            + simple(first)
            + " or "
            + simple(second)
            + ".");
  }

  private Default generated(Annotated annotation) {
    Optional<String> expression = annotation.text("value").filter(text -> !text.isBlank());
    if (expression.isEmpty()) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          annotation.at("value"),
          "the column has no SQL expression to be computed from. Write one, such as price *"
              + " quantity, or remove @Generated.");
      return new Default.None();
    }
    return new Default.Generated(expression.get(), !annotation.flag("virtual").orElse(false));
  }
}
