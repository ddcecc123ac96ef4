package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.ColumnOptions;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.CompressionMethod;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.StorageMode;
import dev.varve.runtime.schema.TableOptions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Options of a column and of a table. */
final class OptionsReader {
  private static final Set<Scalar> SHORT = Set.of(
      Scalar.BOOLEAN,
      Scalar.SMALLINT,
      Scalar.INTEGER,
      Scalar.BIGINT,
      Scalar.REAL,
      Scalar.DOUBLE_PRECISION,
      Scalar.MONEY,
      Scalar.NAME,
      Scalar.UUID,
      Scalar.DATE,
      Scalar.TIME,
      Scalar.TIMETZ,
      Scalar.TIMESTAMP,
      Scalar.TIMESTAMPTZ,
      Scalar.INTERVAL,
      Scalar.MACADDR,
      Scalar.MACADDR8,
      Scalar.TSQUERY,
      Scalar.POINT,
      Scalar.LINE,
      Scalar.LSEG,
      Scalar.BOX,
      Scalar.CIRCLE,
      Scalar.OID,
      Scalar.XID8,
      Scalar.PG_LSN);

  private static final Set<Scalar> TEXTS =
      Set.of(Scalar.TEXT, Scalar.VARCHAR, Scalar.BPCHAR, Scalar.NAME);

  private static final Set<Scalar> MAIN = Set.of(Scalar.NUMERIC, Scalar.INET, Scalar.CIDR);

  private final Diagnostics diagnostics;

  OptionsReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  ColumnOptions column(VariableElement field, ColumnType type, Origin origin) {
    Optional<QualifiedName> collation = Annotated.find(field, origin, Marker.COLLATION)
        .filter(annotation -> isTaken(annotation, "@Collation", "texts", hasOrder(type), type))
        .flatMap(this::collation);
    Optional<StorageMode> storage = Annotated.find(field, origin, Marker.STORAGE)
        .filter(annotation -> isTaken(annotation, "@Storage", "long values", isLong(type), type))
        .flatMap(annotation -> annotation.constant("value"))
        .map(StorageMode::valueOf);
    Optional<CompressionMethod> compression = Annotated.find(field, origin, Marker.COMPRESSION)
        .filter(a -> isTaken(a, "@Compression", "long values", isLong(type), type))
        .flatMap(annotation -> annotation.constant("value"))
        .map(CompressionMethod::valueOf);
    return new ColumnOptions(collation, storage.filter(mode -> mode != usual(type)), compression);
  }

  /** What has one length for all values, and never goes beside the row. */
  private static boolean isLong(ColumnType type) {
    return !(type instanceof ColumnType.Enumerated)
        && !(type instanceof ColumnType.Interval)
        && !(type instanceof ColumnType.Sized sized && sized.kind().isTime())
        && !(type instanceof Scalar scalar && SHORT.contains(scalar));
  }

  private static boolean hasOrder(ColumnType type) {
    ColumnType element = type instanceof ColumnType.ArrayOf array ? array.element() : type;
    return element instanceof ColumnType.Varchar
        || element instanceof ColumnType.Named
        || (element instanceof ColumnType.Sized sized && sized.kind() == ColumnType.Sized.Kind.CHAR)
        || (element instanceof Scalar scalar && TEXTS.contains(scalar));
  }

  private static StorageMode usual(ColumnType type) {
    return type instanceof ColumnType.Numeric
            || (type instanceof Scalar scalar && MAIN.contains(scalar))
        ? StorageMode.MAIN
        : StorageMode.EXTENDED;
  }

  private boolean isTaken(
      Annotated annotation, String simple, String what, boolean taken, ColumnType type) {
    if (!taken) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          annotation.origin(),
          simple + " is for columns with " + what + ", and " + type.sql()
              + " has none. Remove it.");
    }
    return taken;
  }

  private Optional<QualifiedName> collation(Annotated annotation) {
    String name = annotation.text("value").orElse("");
    String schema = annotation.text("schema").orElse("");
    if (!Name.isValid(name) || (!schema.isEmpty() && !Name.isValid(schema))) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          annotation.at("value"),
          "no collation has this name. Write one of the server, such as de-x-icu, or remove"
              + " @Collation.");
      return Optional.empty();
    }
    return Optional.of(new QualifiedName(
        schema.isEmpty() ? Optional.empty() : Optional.of(new Name(schema)), new Name(name)));
  }

  TableOptions table(TypeElement type, Origin origin) {
    return new TableOptions(
        Annotated.find(type, origin, Marker.UNLOGGED).isPresent(),
        Annotated.find(type, origin, Marker.WITH).map(this::parameters).orElse(Map.of()),
        Annotated.find(type, origin, Marker.TABLESPACE).flatMap(this::tablespace));
  }

  private Optional<Name> tablespace(Annotated annotation) {
    String name = annotation.text("value").orElse("");
    if (!Name.isValid(name)) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          annotation.at("value"),
          "no tablespace has this name. Write one of the server, or remove @Tablespace.");
      return Optional.empty();
    }
    return Optional.of(new Name(name));
  }

  private Map<String, String> parameters(Annotated annotation) {
    Map<String, String> parameters = new TreeMap<>();
    for (String written : annotation.texts("value")) {
      int equals = written.indexOf('=');
      String name = written.substring(0, Math.max(0, equals)).strip();
      String value = written.substring(equals + 1).strip();
      Optional<String> fault = equals < 0 || value.isEmpty()
          ? Optional.of("is not of the form name=value. Write it so, or remove it.")
          : StorageParameters.fault(name);
      if (fault.isEmpty() && parameters.put(name, value) != null) {
        fault = Optional.of("is there twice. Remove one.");
      }
      fault.ifPresent(text -> diagnostics.report(
          Problem.ANNOTATION_VALUE,
          annotation.at("value"),
          "the storage parameter \"" + written + "\" " + text));
    }
    return parameters;
  }
}
