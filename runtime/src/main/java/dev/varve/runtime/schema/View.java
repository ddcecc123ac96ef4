package dev.varve.runtime.schema;

import java.util.List;

/**
 * A view.
 *
 * @param columns in order
 * @param select the statement that gives its rows, as the user wrote it
 * @param requires the tables and other objects that the statement names
 */
public record View(
    QualifiedName name,
    List<ViewColumn> columns,
    String select,
    Options options,
    List<ObjectId> requires,
    String source)
    implements SchemaObject, Renameable {
  public View {
    columns = List.copyOf(columns);
    requires = requires.stream().sorted().distinct().toList();
  }

  /** What a view's WITH says. */
  public record Options(boolean securityBarrier, boolean securityInvoker, CheckOption check) {
    public static final Options NONE = new Options(false, false, CheckOption.NONE);
  }

  /** Which rows may be written through the view. */
  public enum CheckOption {
    /** All that its tables take. */
    NONE,
    /** Those that it shows then. */
    LOCAL,
    /** Those that it and the views beneath show then. */
    CASCADED
  }

  @Override
  public ObjectId id() {
    return ObjectId.of(ObjectKind.VIEW, name);
  }

  @Override
  public View withName(QualifiedName newName) {
    return new View(newName, columns, select, options, requires, source);
  }

  @Override
  public View withSource(String newSource) {
    return new View(name, columns, select, options, requires, newSource);
  }

  /** The statement keeps the old name until the model says otherwise; the server knows better. */
  @Override
  public View withTableRenamed(QualifiedName from, QualifiedName to) {
    return withObjectRenamed(ObjectKind.TABLE, from, to);
  }

  @Override
  public View withObjectRenamed(ObjectKind kind, QualifiedName from, QualifiedName to) {
    return new View(
        name, columns, select, options, ObjectId.renamed(requires, kind, from, to), source);
  }

  /** PostgreSQL replaces a view if the old columns stay what and where they are. */
  @Override
  public boolean canBecome(SchemaObject other) {
    return other instanceof View view
        && view.columns.size() >= columns.size()
        && view.columns.subList(0, columns.size()).equals(columns);
  }

  @Override
  public boolean readsColumns() {
    return true;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.view(this);
  }
}
