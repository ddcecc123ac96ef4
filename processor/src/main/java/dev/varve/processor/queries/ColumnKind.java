package dev.varve.processor.queries;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.varve.processor.read.ColumnSource;
import dev.varve.processor.read.JavaType;
import dev.varve.processor.read.JavaType.Kind;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Default;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a column is in generated code. */
record ColumnKind(ColumnSource source) {
  private static final Set<Kind> NUMBERS = Set.of(
      Kind.BYTE,
      Kind.SHORT,
      Kind.INT,
      Kind.LONG,
      Kind.FLOAT,
      Kind.DOUBLE,
      Kind.DECIMAL,
      Kind.BIG_INTEGER);

  /** The runtime's methods for columns of the everyday types. */
  private static final Map<Kind, String> EVERYDAY = Map.ofEntries(
      Map.entry(Kind.BOOLEAN, "bool"),
      Map.entry(Kind.SHORT, "smallint"),
      Map.entry(Kind.INT, "integer"),
      Map.entry(Kind.LONG, "bigint"),
      Map.entry(Kind.FLOAT, "real"),
      Map.entry(Kind.DOUBLE, "doublePrecision"),
      Map.entry(Kind.DECIMAL, "numeric"),
      Map.entry(Kind.STRING, "text"),
      Map.entry(Kind.UUID, "uuid"),
      Map.entry(Kind.INSTANT, "timestamptz"),
      Map.entry(Kind.LOCAL_DATE_TIME, "timestamp"),
      Map.entry(Kind.LOCAL_DATE, "date"),
      Map.entry(Kind.LOCAL_TIME, "time"));

  String component() {
    return source.component();
  }

  boolean nullable() {
    return source.column().nullable() || source.type().optional();
  }

  /** The server gives the value, and takes no other. */
  boolean readOnly() {
    return source.column().isGenerated()
        || (source.column().defaultValue() instanceof Default.Identity identity
            && !identity.options().byDefault());
  }

  boolean hasDefault() {
    return !(source.column().defaultValue() instanceof Default.None);
  }

  /** The Java type of a value, as a parameter; without the Optional. */
  TypeName parameter() {
    return TypeName.get(source.type().mirror());
  }

  /** The Java type of a value, as a type argument. */
  TypeName boxed() {
    return parameter().isPrimitive() ? parameter().box() : parameter();
  }

  /** {@code Column<UserTable, UUID>}. */
  TypeName fieldType(ClassName table) {
    return switch (shape()) {
      case TEXT ->
        ParameterizedTypeName.get(
            nullable() ? RuntimeClasses.NULLABLE_TEXT_COLUMN : RuntimeClasses.TEXT_COLUMN, table);
      case NUMBER ->
        ParameterizedTypeName.get(
            nullable() ? RuntimeClasses.NULLABLE_NUMBER_COLUMN : RuntimeClasses.NUMBER_COLUMN,
            table,
            boxed());
      case DOCUMENT ->
        ParameterizedTypeName.get(
            nullable() ? RuntimeClasses.NULLABLE_DOCUMENT_COLUMN : RuntimeClasses.DOCUMENT_COLUMN,
            table,
            boxed());
      case ARRAY ->
        ParameterizedTypeName.get(
            nullable() ? RuntimeClasses.NULLABLE_ARRAY_COLUMN : RuntimeClasses.ARRAY_COLUMN,
            table,
            boxed(),
            element());
      case OTHER ->
        ParameterizedTypeName.get(
            nullable() ? RuntimeClasses.NULLABLE_COLUMN : RuntimeClasses.COLUMN, table, boxed());
    };
  }

  /** The method of its type; empty if it is none of the everyday types as it comes. */
  private Optional<String> everyday() {
    return source.type() instanceof JavaType.Plain plain
            && !source.sensitive()
            && TypeExpression.isNatural(plain, source.column().type())
        ? Optional.ofNullable(EVERYDAY.get(plain.kind()))
        : Optional.empty();
  }

  /** {@code uuid("id")}, {@code column("status", Type.enumOf(…))}. */
  CodeBlock initializer() {
    String name = source.column().name().value();
    Optional<String> everyday = everyday();
    if (everyday.isPresent()) {
      String method = everyday.get();
      return CodeBlock.of(
          "$L($S)", nullable() ? "nullable" + GeneratedNames.capitalized(method) : method, name);
    }
    String method = switch (shape()) {
      case TEXT -> nullable() ? "nullableText" : "text";
      case NUMBER -> nullable() ? "nullableNumber" : "number";
      case DOCUMENT -> nullable() ? "nullableDocument" : "document";
      case ARRAY -> nullable() ? "nullableArray" : "array";
      case OTHER -> nullable() ? "nullable" : "column";
    };
    return CodeBlock.of("$L($S, $L)", method, name, type());
  }

  /** {@code NullableExpression<UUID>}: what it is on the outer side of a join. */
  TypeName outerType() {
    return switch (shape()) {
      case TEXT -> RuntimeClasses.NULLABLE_TEXT_EXPRESSION;
      case NUMBER -> ParameterizedTypeName.get(RuntimeClasses.NULLABLE_NUMBER_EXPRESSION, boxed());
      case DOCUMENT ->
        ParameterizedTypeName.get(RuntimeClasses.NULLABLE_DOCUMENT_EXPRESSION, boxed());
      case ARRAY ->
        ParameterizedTypeName.get(RuntimeClasses.NULLABLE_ARRAY_EXPRESSION, boxed(), element());
      case OTHER -> ParameterizedTypeName.get(RuntimeClasses.NULLABLE_EXPRESSION, boxed());
    };
  }

  /** {@code uuid()}, {@code column(table().status)}. */
  CodeBlock outerInitializer() {
    Optional<String> everyday = everyday();
    if (everyday.isPresent()) {
      return CodeBlock.of("$L()", everyday.get());
    }
    String kind = switch (shape()) {
      case TEXT -> "text";
      case NUMBER -> "number";
      case DOCUMENT -> "document";
      case ARRAY -> "array";
      case OTHER -> "column";
    };
    return CodeBlock.of("$L(table().$L)", kind, component());
  }

  /** Of an array, as a type argument. */
  private TypeName element() {
    TypeName name = TypeName.get(source.type().elements().orElseThrow().mirror());
    return name.isPrimitive() ? name.box() : name;
  }

  boolean isNumber() {
    return shape() == Shape.NUMBER;
  }

  private enum Shape {
    TEXT,
    NUMBER,
    DOCUMENT,
    ARRAY,
    OTHER
  }

  private Shape shape() {
    ColumnType type = source.column().type();
    if (source.type() instanceof JavaType.Plain plain) {
      if (plain.kind() == Kind.STRING) {
        return TypeExpression.isText(type) ? Shape.TEXT : Shape.OTHER;
      }
      if (plain.kind() == Kind.JSON) {
        return Shape.DOCUMENT;
      }
      return NUMBERS.contains(plain.kind()) && type != ColumnType.Scalar.MONEY
          ? Shape.NUMBER
          : Shape.OTHER;
    }
    if (source.type() instanceof JavaType.Document) {
      return Shape.DOCUMENT;
    }
    // Of an array of arrays, PostgreSQL's operators see the elements of the innermost.
    boolean flat =
        source.type().elements().filter(element -> !element.isArray()).isPresent();
    return flat && source.column().type() instanceof ColumnType.ArrayOf ? Shape.ARRAY : Shape.OTHER;
  }

  private CodeBlock type() {
    CodeBlock type = TypeExpression.of(source.type(), source.column().type());
    return source.sensitive() ? CodeBlock.of("$L.sensitive()", type) : type;
  }

  /** The expression that reads it from the column at {@code at}. */
  CodeBlock read(String at) {
    boolean optional = source.type().optional();
    Optional<String> getter = source.type() instanceof JavaType.Plain plain
            && TypeExpression.isNatural(plain, source.column().type())
        ? Getters.of(plain.kind())
        : Optional.empty();
    if (getter.isPresent()) {
      return Getters.read(getter.get(), optional, source.absent(), at);
    }
    CodeBlock read = CodeBlock.of("$L.read(row, $L)", Getters.field(component()), at);
    if (!nullable() || optional) {
      return read;
    }
    return CodeBlock.of("$L$L", read, source.absent() ? ".orElse(null)" : ".orElseThrow()");
  }
}
