package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Name;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.VariableElement;

/** A record component, by its backing field, to a column. */
final class ColumnReader {
  private static final List<Scalar> WHOLE = ValueReader.WHOLE;

  private final Diagnostics diagnostics;
  private final ColumnTypeReader types;

  ColumnReader(Diagnostics diagnostics, ColumnTypeReader types) {
    this.diagnostics = diagnostics;
    this.types = types;
  }

  /** Empty only if no valid name can be had; any other fault is reported and read around. */
  Optional<ColumnSource> read(String component, VariableElement field, Origin origin) {
    Optional<Annotated> column = Annotated.find(field, origin, Jakarta.COLUMN);
    Origin namePlace = column.map(c -> c.at("name")).orElse(origin);
    String name = column.flatMap(c -> c.text("name")).orElseGet(() -> Naming.column(component));
    if (!Name.isValid(name)) {
      Names.refuse(diagnostics, namePlace, "column", name);
      return Optional.empty();
    }
    if (Names.isSystemColumn(name)) {
      diagnostics.report(
          Problem.NAME_TAKEN,
          namePlace,
          "every table of PostgreSQL has a system column " + name
              + " already. Give this one another name with @Column(name = …).");
    }
    boolean version = Annotated.find(field, origin, Jakarta.VERSION).isPresent();
    TypeMapping.Mapped mapped = types.read(field, origin, column);
    ColumnType type = mapped.column().orElse(Scalar.TEXT);
    boolean nullable = nullable(field, mapped.java(), column, origin);
    Default value = defaultValue(field, type, version, origin);
    if (version && (nullable || !countsUp(mapped.java()))) {
      diagnostics.report(
          Problem.VERSION,
          origin,
          "a @Version counts updates, so it is a short, an int or a long, and never NULL. Change its"
              + " type.");
    }
    if (nullable && (value instanceof Default.Identity || value instanceof Default.Serial)) {
      diagnostics.report(
          Problem.GENERATED_VALUE,
          origin,
          "a column that counts never is NULL. Declare the component without Optional, @Nullable and"
              + " nullable = true, or remove @GeneratedValue, @Identity or @Serial.");
    }
    return Optional.of(new ColumnSource(
        component,
        "",
        new Column(
            new Name(name),
            type,
            nullable,
            value,
            new OptionsReader(diagnostics).column(field, type, origin)),
        mapped.java(),
        version,
        nullable,
        field,
        origin));
  }

  private static boolean countsUp(JavaType java) {
    return java instanceof JavaType.Plain plain
        && Set.of(JavaType.Kind.SHORT, JavaType.Kind.INT, JavaType.Kind.LONG)
            .contains(plain.kind());
  }

  private boolean nullable(
      VariableElement field, JavaType java, Optional<Annotated> column, Origin origin) {
    Optional<Boolean> stated = column.flatMap(c -> c.flag("nullable"));
    boolean id = Annotated.find(field, origin, Jakarta.ID).isPresent();
    boolean marked = java.optional() || hasNullable(field);
    if ((marked || stated.orElse(false)) && field.asType().getKind().isPrimitive()) {
      diagnostics.report(
          Problem.NULLABLE_PRIMITIVE,
          column.map(c -> c.at("nullable")).orElse(origin),
          "a primitive never is null. Declare it as an Optional, or remove @Nullable or nullable ="
              + " true.");
      return false;
    }
    if (java.optional() && stated.isPresent() && !stated.get()) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          column.map(c -> c.at("nullable")).orElse(origin),
          "an Optional is a column that takes NULL. Remove nullable = false, or the Optional.");
    }
    if (id && (marked || stated.orElse(false))) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          origin,
          "a primary key never is NULL. Declare the component without Optional, @Nullable and"
              + " nullable = true.");
      return false;
    }
    return marked || stated.orElse(false);
  }

  /** A {@code @Nullable} of any package, on the declaration or on the type. */
  static boolean hasNullable(VariableElement field) {
    return java.util.stream.Stream.concat(
            field.getAnnotationMirrors().stream(), field.asType().getAnnotationMirrors().stream())
        .anyMatch(mirror ->
            mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
  }

  private Default defaultValue(
      VariableElement field, ColumnType type, boolean version, Origin origin) {
    Optional<Default> ours = new ValueReader(diagnostics).read(field, type, origin);
    if (ours.isPresent()) {
      return ours.get();
    }
    Optional<Annotated> stated = Annotated.find(field, origin, Marker.DEFAULT);
    Optional<Annotated> generated = Annotated.find(field, origin, Jakarta.GENERATED_VALUE);
    if (generated.isPresent()) {
      if (stated.isPresent()) {
        diagnostics.report(
            Problem.GENERATED_VALUE,
            stated.get().origin(),
            "the value is generated already. Remove @Default or @GeneratedValue.");
      }
      return generated(field, generated.get(), type);
    }
    if (stated.isPresent()) {
      Optional<String> expression = stated.get().text("value").filter(text -> !text.isBlank());
      if (expression.isEmpty()) {
        diagnostics.report(
            Problem.ANNOTATION_VALUE,
            stated.get().at("value"),
            "the default has no SQL expression. Write one, such as now(), or remove @Default.");
        return new Default.None();
      }
      ExpressionFaults.ofDefault(expression.get())
          .ifPresent(
              fault -> diagnostics.report(fault.problem(), stated.get().at("value"), fault.text()));
      return new Default.Expression(expression.get());
    }
    return version ? new Default.Expression("0") : new Default.None();
  }

  private Default generated(VariableElement field, Annotated annotation, ColumnType type) {
    String strategy = annotation.constant("strategy").orElse("AUTO");
    if (!strategy.equals("SEQUENCE") && annotation.text("generator").isPresent()) {
      diagnostics.report(
          Problem.ANNOTATION_UNSUPPORTED,
          annotation.at("generator"),
          TableReader.meaningless("@GeneratedValue(generator = …)"));
    }
    if (type == Scalar.UUID && (strategy.equals("UUID") || strategy.equals("AUTO"))) {
      return new Default.Expression("gen_random_uuid()");
    }
    if (type instanceof Scalar scalar
        && WHOLE.contains(scalar)
        && (strategy.equals("IDENTITY") || strategy.equals("AUTO"))) {
      return new Default.Identity();
    }
    if (type instanceof Scalar scalar && WHOLE.contains(scalar) && strategy.equals("SEQUENCE")) {
      return SequenceReader.next(field, annotation, diagnostics)
          .<Default>map(Default.Expression::new)
          .orElse(new Default.None());
    }
    diagnostics.report(
        Problem.GENERATED_VALUE,
        annotation.at("strategy"),
        "strategy "
            + strategy
            + " does not fit a column of type "
            + type.sql()
            + ". Use UUID for a java.util.UUID, IDENTITY or SEQUENCE for a short, an int or a long.");
    return new Default.None();
  }
}
