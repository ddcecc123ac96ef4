package dev.varve.processor.plan;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Domain;
import dev.varve.runtime.schema.Expressions;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rows of a table that a change does not go with.
 *
 * <p>{@code again} says that something of the name was there before, so that its being there does
 * not say that the change is made.
 */
public sealed interface Obstacle {
  QualifiedName table();

  /** Whether the look for such rows reads the column. */
  boolean mentions(QualifiedName table, Name column);

  /** The tables of which it may mention columns. */
  default Set<QualifiedName> tables() {
    return Set.of(table());
  }

  /** The user's expressions in it. */
  List<String> expressions();

  Obstacle withTableRenamed(QualifiedName from, QualifiedName to);

  Obstacle withColumnRenamed(QualifiedName table, Name from, Name to);

  <R> R accept(Visitor<R> visitor);

  private static QualifiedName renamed(QualifiedName name, QualifiedName from, QualifiedName to) {
    return name.equals(from) ? to : name;
  }

  private static String renamed(String expression, Name from, Name to) {
    return Expressions.withColumnRenamed(expression, from, to);
  }

  /**
   * NULL in a column that is to refuse it.
   *
   * @param row whether its values are rows
   */
  record Nulls(QualifiedName table, Name column, boolean row) implements Obstacle {
    @Override
    public boolean mentions(QualifiedName name, Name other) {
      return name.equals(table) && other.equals(column);
    }

    @Override
    public List<String> expressions() {
      return List.of();
    }

    @Override
    public Nulls withTableRenamed(QualifiedName from, QualifiedName to) {
      return new Nulls(renamed(table, from, to), column, row);
    }

    @Override
    public Nulls withColumnRenamed(QualifiedName name, Name from, Name to) {
      return mentions(name, from) ? new Nulls(table, to, row) : this;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.nulls(this);
    }
  }

  /**
   * Rows for which nothing tells the value of a column that is to refuse NULL.
   *
   * @param column the column, by its new name if it is new
   * @param old the column, if it is there already
   * @param expression what is to give the value; empty if nothing does
   */
  record NoValue(
      QualifiedName table,
      Name column,
      Optional<Name> old,
      Optional<String> expression,
      boolean row)
      implements Obstacle {
    @Override
    public boolean mentions(QualifiedName name, Name other) {
      return name.equals(table)
          && (old.filter(other::equals).isPresent()
              || expression.filter(sql -> Expressions.mentions(sql, other)).isPresent());
    }

    @Override
    public List<String> expressions() {
      return expression.stream().toList();
    }

    @Override
    public NoValue withTableRenamed(QualifiedName from, QualifiedName to) {
      return new NoValue(renamed(table, from, to), column, old, expression, row);
    }

    @Override
    public NoValue withColumnRenamed(QualifiedName name, Name from, Name to) {
      return name.equals(table)
          ? new NoValue(
              table,
              column,
              old.map(n -> n.equals(from) ? to : n),
              expression.map(sql -> renamed(sql, from, to)),
              row)
          : this;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.noValue(this);
    }
  }

  /** Rows that a new check is false for. */
  record Failing(QualifiedName table, Constraint.Check check, boolean again) implements Obstacle {
    @Override
    public boolean mentions(QualifiedName name, Name column) {
      return name.equals(table) && check.mentions(column);
    }

    @Override
    public List<String> expressions() {
      return List.of(check.expression());
    }

    @Override
    public Failing withTableRenamed(QualifiedName from, QualifiedName to) {
      return new Failing(renamed(table, from, to), check, again);
    }

    @Override
    public Failing withColumnRenamed(QualifiedName name, Name from, Name to) {
      return name.equals(table)
          ? new Failing(table, check.withColumnRenamed(from, to), again)
          : this;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.failing(this);
    }
  }

  /**
   * Rows with the same values of a new key or a new unique index.
   *
   * @param refusing its columns that refuse NULL
   * @param rows its columns whose values are rows
   */
  record Duplicates(
      QualifiedName table, Index index, List<Name> refusing, List<Name> rows, boolean again)
      implements Obstacle {
    public Duplicates {
      refusing = List.copyOf(refusing);
      rows = List.copyOf(rows);
    }

    @Override
    public boolean mentions(QualifiedName name, Name column) {
      return name.equals(table)
          && (index.columns().contains(column) || index.mentionsInExpression(column));
    }

    @Override
    public List<String> expressions() {
      return Stream.concat(
              index.keys().stream().flatMap(key -> key.expression().stream()),
              index.where().stream())
          .toList();
    }

    @Override
    public Duplicates withTableRenamed(QualifiedName from, QualifiedName to) {
      return new Duplicates(renamed(table, from, to), index, refusing, rows, again);
    }

    @Override
    public Duplicates withColumnRenamed(QualifiedName name, Name from, Name to) {
      return name.equals(table)
          ? new Duplicates(
              table,
              index.withColumnRenamed(from, to),
              refusing.stream().map(n -> n.equals(from) ? to : n).toList(),
              rows.stream().map(n -> n.equals(from) ? to : n).toList(),
              again)
          : this;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.duplicates(this);
    }
  }

  /** Rows that a new exclusion does not let stand beside others. */
  record Overlaps(QualifiedName table, Constraint.Exclusion exclusion, boolean again)
      implements Obstacle {
    @Override
    public boolean mentions(QualifiedName name, Name column) {
      return name.equals(table) && exclusion.mentions(column);
    }

    @Override
    public List<String> expressions() {
      return Stream.concat(
              exclusion.elements().stream().flatMap(element -> element.key().expression().stream()),
              exclusion.where().stream())
          .toList();
    }

    @Override
    public Overlaps withTableRenamed(QualifiedName from, QualifiedName to) {
      return new Overlaps(renamed(table, from, to), exclusion, again);
    }

    @Override
    public Overlaps withColumnRenamed(QualifiedName name, Name from, Name to) {
      return name.equals(table)
          ? new Overlaps(table, exclusion.withColumnRenamed(from, to), again)
          : this;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.overlaps(this);
    }
  }

  /**
   * Rows that a new foreign key finds no row of its target for.
   *
   * @param toNew whether the target is a new table, which has no rows
   */
  record Orphans(QualifiedName table, Constraint.ForeignKey key, boolean again, boolean toNew)
      implements Obstacle {
    @Override
    public Set<QualifiedName> tables() {
      return new HashSet<>(List.of(table, key.target()));
    }

    @Override
    public boolean mentions(QualifiedName name, Name column) {
      return (name.equals(table) && key.columns().contains(column))
          || (!toNew && name.equals(key.target()) && key.targetColumns().contains(column));
    }

    @Override
    public List<String> expressions() {
      return List.of();
    }

    @Override
    public Orphans withTableRenamed(QualifiedName from, QualifiedName to) {
      return new Orphans(
          renamed(table, from, to), key.withTarget(renamed(key.target(), from, to)), again, toNew);
    }

    @Override
    public Orphans withColumnRenamed(QualifiedName name, Name from, Name to) {
      Constraint.ForeignKey now = name.equals(table) ? key.withColumnRenamed(from, to) : key;
      return new Orphans(
          table,
          name.equals(key.target()) ? now.withTargetColumnRenamed(from, to) : now,
          again,
          toNew);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.orphans(this);
    }
  }

  /**
   * Rows whose value cannot be one of the new type.
   *
   * @param column the column before
   * @param expression what becomes of a value
   * @param labels the values of the new type, if it is an enum
   */
  record Unfit(
      QualifiedName table,
      Column column,
      ColumnType to,
      String expression,
      Optional<List<String>> labels)
      implements Obstacle {
    @Override
    public boolean mentions(QualifiedName name, Name other) {
      return name.equals(table)
          && (other.equals(column.name()) || Expressions.mentions(expression, other));
    }

    /** Whether the names of the values tell, so that the new type need not be there. */
    private boolean isNamed() {
      String name = column.name().quoted();
      return labels.isPresent()
          && (expression.equals(name + "::" + to.sql())
              || expression.equals(name + "::text::" + to.sql()));
    }

    @Override
    public List<String> expressions() {
      return isNamed() ? List.of() : List.of(expression, to.sql());
    }

    @Override
    public Unfit withTableRenamed(QualifiedName from, QualifiedName to) {
      return new Unfit(renamed(table, from, to), column, this.to, expression, labels);
    }

    @Override
    public Unfit withColumnRenamed(QualifiedName name, Name from, Name to) {
      return name.equals(table)
          ? new Unfit(
              table,
              column.withColumnRenamed(from, to),
              this.to,
              renamed(expression, from, to),
              labels)
          : this;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unfit(this);
    }
  }

  /** Rows that have values which an enum is to lose. */
  record GoneValues(QualifiedName table, Column column, QualifiedName type, List<String> values)
      implements Obstacle {
    public GoneValues {
      values = List.copyOf(values);
    }

    @Override
    public boolean mentions(QualifiedName name, Name other) {
      return name.equals(table) && other.equals(column.name());
    }

    @Override
    public List<String> expressions() {
      return List.of();
    }

    @Override
    public GoneValues withTableRenamed(QualifiedName from, QualifiedName to) {
      return new GoneValues(renamed(table, from, to), column, type, values);
    }

    @Override
    public GoneValues withColumnRenamed(QualifiedName name, Name from, Name to) {
      return mentions(name, from) ? new GoneValues(table, column.withName(to), type, values) : this;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.goneValues(this);
    }
  }

  /**
   * Rows whose value a domain is not to take any more.
   *
   * @param check the new check; empty if the domain is to refuse NULL
   */
  record OutsideDomain(
      QualifiedName table, Column column, Domain domain, Optional<Constraint.Check> check)
      implements Obstacle {
    @Override
    public boolean mentions(QualifiedName name, Name other) {
      return name.equals(table) && other.equals(column.name());
    }

    @Override
    public List<String> expressions() {
      return check.map(Constraint.Check::expression).stream().toList();
    }

    @Override
    public OutsideDomain withTableRenamed(QualifiedName from, QualifiedName to) {
      return new OutsideDomain(renamed(table, from, to), column, domain, check);
    }

    @Override
    public OutsideDomain withColumnRenamed(QualifiedName name, Name from, Name to) {
      return mentions(name, from)
          ? new OutsideDomain(table, column.withName(to), domain, check)
          : this;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.outsideDomain(this);
    }
  }

  /** One answer for each kind of obstacle. */
  interface Visitor<R> {
    R nulls(Nulls obstacle);

    R noValue(NoValue obstacle);

    R failing(Failing obstacle);

    R duplicates(Duplicates obstacle);

    R overlaps(Overlaps obstacle);

    R orphans(Orphans obstacle);

    R unfit(Unfit obstacle);

    R goneValues(GoneValues obstacle);

    R outsideDomain(OutsideDomain obstacle);
  }
}
