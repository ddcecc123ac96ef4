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
import java.util.Optional;
import java.util.Set;

/** What a column is in generated code. */
record ColumnKind(ColumnSource source) {
  private static final Set<Kind> NUMBERS =
      Set.of(Kind.SHORT, Kind.INT, Kind.LONG, Kind.FLOAT, Kind.DOUBLE, Kind.DECIMAL);

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
      case OTHER ->
        ParameterizedTypeName.get(
            nullable() ? RuntimeClasses.NULLABLE_COLUMN : RuntimeClasses.COLUMN, table, boxed());
    };
  }

  /** {@code column("id", Type.UUID)}. */
  CodeBlock initializer() {
    String name = source.column().name().value();
    return switch (shape()) {
      case TEXT -> CodeBlock.of("$L($S)", nullable() ? "nullableText" : "text", name);
      case NUMBER ->
        CodeBlock.of("$L($S, $L)", nullable() ? "nullableNumber" : "number", name, type());
      case OTHER -> CodeBlock.of("$L($S, $L)", nullable() ? "nullable" : "column", name, type());
    };
  }

  boolean isNumber() {
    return shape() == Shape.NUMBER;
  }

  private enum Shape {
    TEXT,
    NUMBER,
    OTHER
  }

  private Shape shape() {
    if (source.type() instanceof JavaType.Plain plain) {
      if (plain.kind() == Kind.STRING) {
        return Shape.TEXT;
      }
      return NUMBERS.contains(plain.kind()) ? Shape.NUMBER : Shape.OTHER;
    }
    return Shape.OTHER;
  }

  private CodeBlock type() {
    return type(source.type(), source.column().type());
  }

  private static CodeBlock type(JavaType java, ColumnType column) {
    if (java instanceof JavaType.Plain plain) {
      return CodeBlock.of("$T.$L", RuntimeClasses.TYPE, plain.kind().name());
    }
    if (java instanceof JavaType.EnumOf && column instanceof ColumnType.Enumerated type) {
      return CodeBlock.of(
          "$T.enumOf($L, $T.values())",
          RuntimeClasses.TYPE,
          GeneratedNames.arguments(type.type()),
          TypeName.get(java.mirror()));
    }
    if (java instanceof JavaType.Document) {
      return CodeBlock.of("$T.document($L)", RuntimeClasses.TYPE, Documents.codec(java.mirror()));
    }
    if (java instanceof JavaType.ListOf list && column instanceof ColumnType.ArrayOf array) {
      return CodeBlock.of("$L.list()", type(list.element(), array.element()));
    }
    if (java instanceof JavaType.ArrayOf javaArray && column instanceof ColumnType.ArrayOf array) {
      TypeName element = TypeName.get(javaArray.element().mirror());
      return element.isPrimitive() && javaArray.element() instanceof JavaType.Plain plain
          ? CodeBlock.of("$T.$LS", RuntimeClasses.TYPE, plain.kind().name())
          : CodeBlock.of(
              "$L.array($T::new)",
              type(javaArray.element(), array.element()),
              TypeName.get(java.mirror()));
    }
    return CodeBlock.of("$T.unsupported()", RuntimeClasses.TYPE);
  }

  /** The expression that reads it from the column at {@code at}. */
  CodeBlock read(String at) {
    Optional<String> getter =
        source.type() instanceof JavaType.Plain plain ? Getters.of(plain.kind()) : Optional.empty();
    if (getter.isPresent()) {
      return Getters.read(getter.get(), source.type().optional(), nullable(), at);
    }
    CodeBlock read = CodeBlock.of("$L.read(row, $L)", Getters.field(component()), at);
    return nullable() && !source.type().optional() ? CodeBlock.of("$L.orElse(null)", read) : read;
  }
}
