package dev.varve.processor.queries;

import com.palantir.javapoet.ClassName;

/** The classes that generated code names. */
final class RuntimeClasses {
  private static final String QUERY = "dev.varve.runtime.query";

  static final ClassName CONSTRAINT = ClassName.get(QUERY, "Constraint");
  static final ClassName COLUMN = ClassName.get(QUERY, "Column");
  static final ClassName NULLABLE_COLUMN = ClassName.get(QUERY, "NullableColumn");
  static final ClassName TEXT_COLUMN = ClassName.get(QUERY, "TextColumn");
  static final ClassName NULLABLE_TEXT_COLUMN = ClassName.get(QUERY, "NullableTextColumn");
  static final ClassName NUMBER_COLUMN = ClassName.get(QUERY, "NumberColumn");
  static final ClassName NULLABLE_NUMBER_COLUMN = ClassName.get(QUERY, "NullableNumberColumn");
  static final ClassName ARRAY_COLUMN = ClassName.get(QUERY, "ArrayColumn");
  static final ClassName DOCUMENT_COLUMN = ClassName.get(QUERY, "DocumentColumn");
  static final ClassName NULLABLE_ARRAY_COLUMN = ClassName.get(QUERY, "NullableArrayColumn");
  static final ClassName NULLABLE_ARRAY_EXPRESSION =
      ClassName.get(QUERY, "NullableArrayExpression");
  static final ClassName NULLABLE_DOCUMENT_COLUMN = ClassName.get(QUERY, "NullableDocumentColumn");
  static final ClassName NULLABLE_DOCUMENT_EXPRESSION =
      ClassName.get(QUERY, "NullableDocumentExpression");
  static final ClassName NULLABLE_EXPRESSION = ClassName.get(QUERY, "NullableExpression");
  static final ClassName NULLABLE_NUMBER_EXPRESSION =
      ClassName.get(QUERY, "NullableNumberExpression");
  static final ClassName NULLABLE_TEXT_EXPRESSION = ClassName.get(QUERY, "NullableTextExpression");
  static final ClassName OUTER_TABLE = ClassName.get(QUERY, "OuterTable");
  static final ClassName EXPRESSION = ClassName.get(QUERY, "Expression");
  static final ClassName JSON_CODEC = ClassName.get(QUERY, "JsonCodec");
  static final ClassName JSON_CODECS = ClassName.get(QUERY, "JsonCodecs");
  static final ClassName NEW_ROW = ClassName.get(QUERY, "NewRow");
  static final ClassName OPERAND = ClassName.get(QUERY, "Operand");
  static final ClassName TABLE_PATCH = ClassName.get(QUERY, "TablePatch");
  static final ClassName PROJECTION = ClassName.get(QUERY, "Projection");
  static final ClassName ROW_READER = ClassName.get(QUERY, "RowReader");
  static final ClassName SELECTION = ClassName.get(QUERY, "Selection");
  static final ClassName TYPE = ClassName.get(QUERY, "Type");
  static final ClassName VALUE_TYPES = ClassName.get(QUERY, "ValueTypes");
  static final ClassName UNVERSIONED_TABLE = ClassName.get(QUERY, "UnversionedTable");
  static final ClassName VIEW = ClassName.get(QUERY, "View");
  static final ClassName VERSIONED_TABLE = ClassName.get(QUERY, "VersionedTable");
  static final ClassName JSON = ClassName.get("dev.varve.runtime.json", "Json");
  static final ClassName SQL_EXCEPTION = ClassName.get("java.sql", "SQLException");
  static final ClassName OBJECT_BUILDER = JSON.nestedClass("ObjectBuilder");

  private RuntimeClasses() {}

  /** The class of a key of so many columns; there are such of one to four. */
  static ClassName key(int columns) {
    return ClassName.get(QUERY, "Key" + columns);
  }
}
