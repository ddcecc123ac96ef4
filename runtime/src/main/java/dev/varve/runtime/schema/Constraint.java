package dev.varve.runtime.schema;

import java.util.List;

/** A named rule that a table's rows obey. */
public sealed interface Constraint {
  Name name();

  /** The same rule under another name. */
  Constraint withName(Name newName);

  /** The same rule after one of its own table's columns was renamed. */
  Constraint withColumnRenamed(Name from, Name to);

  /** Whether it is about this column of its own table, which a check is if its expression is. */
  default boolean mentions(Name column) {
    return columns().contains(column);
  }

  /** The columns of its own table that it lists; empty for a check, which has an expression. */
  List<Name> columns();

  <R> R accept(Visitor<R> visitor);

  /** The key by which rows are known. */
  record PrimaryKey(Name name, List<Name> columns) implements Constraint {
    public PrimaryKey {
      columns = Names.key(columns);
    }

    @Override
    public PrimaryKey withName(Name newName) {
      return new PrimaryKey(newName, columns);
    }

    @Override
    public PrimaryKey withColumnRenamed(Name from, Name to) {
      return new PrimaryKey(name, Names.renamed(columns, from, to));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.primaryKey(this);
    }
  }

  /** Columns whose values, taken together, occur once. */
  record Unique(Name name, List<Name> columns) implements Constraint {
    public Unique {
      columns = Names.key(columns);
    }

    @Override
    public Unique withName(Name newName) {
      return new Unique(newName, columns);
    }

    @Override
    public Unique withColumnRenamed(Name from, Name to) {
      return new Unique(name, Names.renamed(columns, from, to));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unique(this);
    }
  }

  /** An expression that no row may make false. */
  record Check(Name name, String expression) implements Constraint {
    @Override
    public List<Name> columns() {
      return List.of();
    }

    @Override
    public Check withName(Name newName) {
      return new Check(newName, expression);
    }

    @Override
    public boolean mentions(Name column) {
      return Expressions.mentions(expression, column);
    }

    @Override
    public Check withColumnRenamed(Name from, Name to) {
      return new Check(name, Expressions.withColumnRenamed(expression, from, to));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.check(this);
    }
  }

  /** Columns whose values are those of a row of the target table. */
  record ForeignKey(
      Name name,
      List<Name> columns,
      QualifiedName target,
      List<Name> targetColumns,
      Action onDelete,
      Action onUpdate)
      implements Constraint {
    public ForeignKey {
      columns = Names.key(columns);
      targetColumns = Names.key(targetColumns);
      if (columns.size() != targetColumns.size()) {
        throw new IllegalArgumentException(name + ": as many target columns as columns");
      }
    }

    @Override
    public ForeignKey withName(Name newName) {
      return new ForeignKey(newName, columns, target, targetColumns, onDelete, onUpdate);
    }

    @Override
    public ForeignKey withColumnRenamed(Name from, Name to) {
      return new ForeignKey(
          name, Names.renamed(columns, from, to), target, targetColumns, onDelete, onUpdate);
    }

    /** The same rule after a column of its target was renamed. */
    public ForeignKey withTargetColumnRenamed(Name from, Name to) {
      return new ForeignKey(
          name, columns, target, Names.renamed(targetColumns, from, to), onDelete, onUpdate);
    }

    /** The same rule after its target was renamed. */
    public ForeignKey withTarget(QualifiedName newTarget) {
      return new ForeignKey(name, columns, newTarget, targetColumns, onDelete, onUpdate);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.foreignKey(this);
    }
  }

  /** What happens to the referencing rows. */
  enum Action {
    NO_ACTION("NO ACTION"),
    RESTRICT("RESTRICT"),
    CASCADE("CASCADE"),
    SET_NULL("SET NULL"),
    SET_DEFAULT("SET DEFAULT");

    private final String sql;

    Action(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  /** One answer for each kind of constraint. */
  interface Visitor<R> {
    R primaryKey(PrimaryKey constraint);

    R unique(Unique constraint);

    R check(Check constraint);

    R foreignKey(ForeignKey constraint);
  }
}
