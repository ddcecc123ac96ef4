package dev.varve.runtime.schema;

/** An object with a name of its own, which the server can change. */
public interface Renameable {
  ObjectId id();

  QualifiedName name();

  /** The same object under another name. */
  SchemaObject withName(QualifiedName newName);
}
