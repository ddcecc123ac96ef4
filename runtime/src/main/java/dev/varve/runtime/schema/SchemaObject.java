package dev.varve.runtime.schema;

import java.util.List;
import java.util.Optional;

/** Something that a schema has beside tables and enums. It holds no rows of its own. */
public sealed interface SchemaObject {
  ObjectId id();

  /** The full name of the Java type or package that declares it. */
  String source();

  /** The same object, declared elsewhere. */
  SchemaObject withSource(String newSource);

  /** What must be there before it, and be made again never without it. */
  List<ObjectId> requires();

  /** The same object after a table that it is on was renamed. */
  SchemaObject withTableRenamed(QualifiedName from, QualifiedName to);

  /** The same object after a column that it is on was renamed. */
  default SchemaObject withColumnRenamed(QualifiedName table, Name from, Name to) {
    return this;
  }

  /** Whether the server can make the other one of it without dropping it. */
  default boolean canBecome(SchemaObject other) {
    return true;
  }

  /** Whether it reads columns, so that none of them may change or go while it is there. */
  default boolean readsColumns() {
    return false;
  }

  <R> R accept(Visitor<R> visitor);

  /** A PostgreSQL schema. It is made because a name needs it, and nobody declares it. */
  record Namespace(Name name) implements SchemaObject {
    @Override
    public ObjectId id() {
      return new ObjectId(ObjectKind.NAMESPACE, name.quoted());
    }

    @Override
    public String source() {
      return "";
    }

    @Override
    public SchemaObject withSource(String newSource) {
      return this;
    }

    @Override
    public List<ObjectId> requires() {
      return List.of();
    }

    @Override
    public SchemaObject withTableRenamed(QualifiedName from, QualifiedName to) {
      return this;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.namespace(this);
    }
  }

  /**
   * What the database says about a table or a column.
   *
   * @param column empty for a comment on the table itself
   */
  record TableComment(QualifiedName table, Optional<Name> column, String text, String source)
      implements SchemaObject {
    @Override
    public ObjectId id() {
      return new ObjectId(ObjectKind.COMMENT, "on " + target());
    }

    /** What the comment is on. */
    public ObjectId target() {
      return column
          .map(name -> ObjectId.column(new ColumnName(table, name)))
          .orElse(ObjectId.table(table));
    }

    @Override
    public SchemaObject withSource(String newSource) {
      return new TableComment(table, column, text, newSource);
    }

    @Override
    public List<ObjectId> requires() {
      return List.of(ObjectId.table(table));
    }

    @Override
    public SchemaObject withTableRenamed(QualifiedName from, QualifiedName to) {
      return table.equals(from) ? new TableComment(to, column, text, source) : this;
    }

    @Override
    public SchemaObject withColumnRenamed(QualifiedName ofTable, Name from, Name to) {
      return table.equals(ofTable)
          ? new TableComment(table, column.map(name -> name.equals(from) ? to : name), text, source)
          : this;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.tableComment(this);
    }
  }

  /**
   * A view.
   *
   * @param columns the names of its columns, in order
   * @param select the statement that gives its rows, as the user wrote it
   * @param requires the tables and other objects that the statement names
   */
  record View(
      QualifiedName name, List<Name> columns, String select, List<ObjectId> requires, String source)
      implements SchemaObject {
    public View {
      columns = List.copyOf(columns);
      requires = requires.stream().sorted().distinct().toList();
    }

    @Override
    public ObjectId id() {
      return ObjectId.of(ObjectKind.VIEW, name);
    }

    @Override
    public SchemaObject withSource(String newSource) {
      return new View(name, columns, select, requires, newSource);
    }

    /** The statement keeps the old name until the model says otherwise; the server knows better. */
    @Override
    public SchemaObject withTableRenamed(QualifiedName from, QualifiedName to) {
      ObjectId old = ObjectId.table(from);
      return requires.contains(old)
          ? new View(
              name,
              columns,
              select,
              requires.stream()
                  .map(id -> id.equals(old) ? ObjectId.table(to) : id)
                  .toList(),
              source)
          : this;
    }

    /** PostgreSQL replaces a view if the old columns stay where they are. */
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

  /** One answer for each kind of object. */
  interface Visitor<R> {
    R namespace(Namespace namespace);

    R tableComment(TableComment comment);

    R view(View view);
  }
}
