package dev.varve.processor.queries;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.varve.processor.read.JavaType;
import dev.varve.processor.read.JavaType.Kind;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import java.util.Map;
import java.util.Set;

/** The expression of the runtime's {@code Type} that carries a column: {@code Type.INT.list()}. */
final class TypeExpression {
  /** What the runtime's type of each kind is in SQL; text is so for all that has no size. */
  private static final Map<Kind, String> SQL = Map.ofEntries(
      Map.entry(Kind.BOOLEAN, "boolean"),
      Map.entry(Kind.BYTE, "smallint"),
      Map.entry(Kind.SHORT, "smallint"),
      Map.entry(Kind.INT, "integer"),
      Map.entry(Kind.LONG, "bigint"),
      Map.entry(Kind.FLOAT, "real"),
      Map.entry(Kind.DOUBLE, "double precision"),
      Map.entry(Kind.DECIMAL, "numeric"),
      Map.entry(Kind.BIG_INTEGER, "numeric"),
      Map.entry(Kind.STRING, "text"),
      Map.entry(Kind.CHARACTER, "bpchar"),
      Map.entry(Kind.UUID, "uuid"),
      Map.entry(Kind.INSTANT, "timestamptz"),
      Map.entry(Kind.OFFSET_DATE_TIME, "timestamptz"),
      Map.entry(Kind.LOCAL_DATE, "date"),
      Map.entry(Kind.LOCAL_TIME, "time"),
      Map.entry(Kind.OFFSET_TIME, "timetz"),
      Map.entry(Kind.LOCAL_DATE_TIME, "timestamp"),
      Map.entry(Kind.DURATION, "interval"),
      Map.entry(Kind.PERIOD, "interval"),
      Map.entry(Kind.INTERVAL, "interval"),
      Map.entry(Kind.BYTES, "bytea"),
      Map.entry(Kind.JSON, "jsonb"),
      Map.entry(Kind.INET, "inet"),
      Map.entry(Kind.INET_ADDRESS, "inet"),
      Map.entry(Kind.CIDR, "cidr"),
      Map.entry(Kind.MAC_ADDRESS, "macaddr"),
      Map.entry(Kind.MAC_ADDRESS8, "macaddr8"),
      Map.entry(Kind.BIT_STRING, "varbit"),
      Map.entry(Kind.POINT, "point"),
      Map.entry(Kind.LINE, "line"),
      Map.entry(Kind.LINE_SEGMENT, "lseg"),
      Map.entry(Kind.BOX, "box"),
      Map.entry(Kind.PATH, "path"),
      Map.entry(Kind.POLYGON, "polygon"),
      Map.entry(Kind.CIRCLE, "circle"),
      Map.entry(Kind.TS_VECTOR, "tsvector"));

  private static final Set<String> TEXTS = Set.of("text", "bpchar", "name", "citext");

  private TypeExpression() {}

  /** Whether the column is of text, which can be matched with patterns. */
  static boolean isText(ColumnType column) {
    return column instanceof ColumnType.Named named
        ? TEXTS.contains(named.name().name().value())
        : TEXTS.contains(sql(column));
  }

  /** Whether the type of the kind is that of the column, without a cast. */
  static boolean isNatural(JavaType java, ColumnType column) {
    return java instanceof JavaType.Plain plain && sql(column).equals(SQL.get(plain.kind()));
  }

  /** The type as SQL, without a size that a cast would cut a value to. */
  private static String sql(ColumnType column) {
    if (column instanceof ColumnType.Varchar || column == Scalar.VARCHAR) {
      return "text";
    }
    if (column instanceof ColumnType.Numeric) {
      return "numeric";
    }
    if (column instanceof ColumnType.Interval) {
      return "interval";
    }
    if (column instanceof ColumnType.Sized sized) {
      return sized.kind().unsized().sql();
    }
    return column instanceof ColumnType.Named named ? named.name().quoted() : column.sql();
  }

  static CodeBlock of(JavaType java, ColumnType column) {
    if (java instanceof JavaType.Plain plain) {
      return plain(plain.kind(), column);
    }
    if (java instanceof JavaType.EnumOf) {
      return CodeBlock.of(
          "$T.enumOf($L, $T.values())",
          RuntimeClasses.TYPE,
          column instanceof ColumnType.Enumerated type
              ? GeneratedNames.arguments(type.type())
              : CodeBlock.of("$S", "text"),
          TypeName.get(java.mirror()));
    }
    if (java instanceof JavaType.Document) {
      CodeBlock codec = Documents.codec(java.mirror());
      return cast(CodeBlock.of("$T.document($L)", RuntimeClasses.TYPE, codec), "jsonb", column);
    }
    if (java instanceof JavaType.RangeOf range) {
      return CodeBlock.of(
          "$T.$L($S, $L)",
          RuntimeClasses.TYPE,
          range.multi() ? "multirange" : "range",
          sql(column),
          constant(range.element()));
    }
    if (java instanceof JavaType.Composite composite) {
      return CompositeExpression.of(composite, sql(column));
    }
    if (java instanceof JavaType.Wrapped wrapped) {
      TypeName type = TypeName.get(wrapped.mirror());
      CodeBlock value = wrapped.inner().isArray()
          ? CodeBlock.of("$L.as($S)", of(wrapped.inner(), wrapped.column()), sql(column))
          : of(wrapped.inner(), column);
      return CodeBlock.of("$L.map($T::new, $T::$L)", value, type, type, wrapped.accessor());
    }
    if (java instanceof JavaType.Converted converted) {
      TypeName converter = TypeName.get(converted.converter().asType());
      return CodeBlock.of(
          "$L.converted(new $T(), $T::convertToEntityAttribute, $T::convertToDatabaseColumn)",
          of(converted.inner(), column),
          converter,
          converter,
          converter);
    }
    if (java instanceof JavaType.ListOf list && column instanceof ColumnType.ArrayOf array) {
      return CodeBlock.of("$L.list()", of(list.element(), inner(list.element(), array)));
    }
    if (java instanceof JavaType.ArrayOf javaArray && column instanceof ColumnType.ArrayOf array) {
      return array(javaArray, inner(javaArray.element(), array));
    }
    return CodeBlock.of("$T.unsupported()", RuntimeClasses.TYPE);
  }

  /** What an element's column would be: of an array of arrays the same. */
  private static ColumnType inner(JavaType element, ColumnType.ArrayOf array) {
    return element.isArray() ? array : array.element();
  }

  private static CodeBlock array(JavaType.ArrayOf java, ColumnType element) {
    boolean primitive = TypeName.get(java.element().mirror()).isPrimitive();
    return primitive && isNatural(java.element(), element)
        ? CodeBlock.of(
            "$T.$LS",
            RuntimeClasses.TYPE,
            ((JavaType.Plain) java.element()).kind().name())
        : CodeBlock.of(
            "$L.array($T::new)", of(java.element(), element), TypeName.get(java.mirror()));
  }

  private static CodeBlock plain(Kind kind, ColumnType column) {
    return column == Scalar.MONEY && kind == Kind.DECIMAL
        ? CodeBlock.of("$T.MONEY", RuntimeClasses.VALUE_TYPES)
        : cast(constant(kind), SQL.getOrDefault(kind, ""), column);
  }

  private static CodeBlock constant(Kind kind) {
    return CodeBlock.of(
        "$T.$L", kind.isEveryday() ? RuntimeClasses.TYPE : RuntimeClasses.VALUE_TYPES, kind.name());
  }

  private static CodeBlock cast(CodeBlock type, String natural, ColumnType column) {
    return natural.equals(sql(column)) ? type : CodeBlock.of("$L.as($S)", type, sql(column));
  }
}
