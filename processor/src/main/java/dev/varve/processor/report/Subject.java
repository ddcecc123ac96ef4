package dev.varve.processor.report;

import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.QualifiedName;

/** A part of the model, as rules name it; {@link Origins} knows where it stands in the source. */
public record Subject(String key) {
  public static Subject table(QualifiedName table) {
    return new Subject("table " + table);
  }

  public static Subject column(ColumnName column) {
    return new Subject("column " + column);
  }

  public static Subject enumType(QualifiedName type) {
    return new Subject("enum " + type);
  }

  /** A constraint or an index of the table. */
  public static Subject part(QualifiedName table, Name part) {
    return new Subject("part " + table + "." + part);
  }

  /** Something other than a table or an enum. */
  public static Subject object(ObjectId id) {
    return new Subject("object " + id);
  }

  /** A confirmation mark, by its annotation's simple name and what it is about. */
  public static Subject mark(String annotation, String target) {
    return new Subject(annotation + " " + target);
  }
}
