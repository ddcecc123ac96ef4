package dev.varve.runtime.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A named rule that a table's rows obey. */
public sealed interface Constraint {
  Name name();

  /** The same rule under another name. */
  Constraint withName(Name newName);

  /** The same rule after one of its own table's columns was renamed. */
  Constraint withColumnRenamed(Name from, Name to);

  /** The same rule with what becomes of the expressions in it. */
  default Constraint withExpressions(UnaryOperator<String> operator) {
    return this;
  }

  /** Whether it is about this column of its own table, which a check is if its expression is. */
  default boolean mentions(Name column) {
    return columns().contains(column);
  }

  /** Whether PostgreSQL keeps an expression of it that names the column. */
  default boolean mentionsInExpression(Name column) {
    return false;
  }

  /** The columns of its own table that it lists; empty for a check, which has an expression. */
  List<Name> columns();

  /** When it is checked; a check always at once. */
  default Timing timing() {
    return Timing.AT_ONCE;
  }

  /** Whether the server looks at rows at all. */
  default boolean enforced() {
    return true;
  }

  /** Whether an index of its name is behind it. */
  default boolean hasIndex() {
    return false;
  }

  /** What stands behind its name in SQL, on one line: {@code UNIQUE (email)}. */
  default String sql() {
    return accept(new ConstraintSql());
  }

  <R> R accept(Visitor<R> visitor);

  /**
   * The key by which rows are known.
   *
   * @param include columns that its index carries along
   * @param withoutOverlaps whether the last column is a range, and ranges must not overlap
   */
  record PrimaryKey(
      Name name, List<Name> columns, List<Name> include, boolean withoutOverlaps, Timing timing)
      implements Constraint {
    public PrimaryKey {
      columns = Names.key(columns);
      include = List.copyOf(include);
    }

    public PrimaryKey(Name name, List<Name> columns) {
      this(name, columns, List.of(), false, Timing.AT_ONCE);
    }

    @Override
    public PrimaryKey withName(Name newName) {
      return new PrimaryKey(newName, columns, include, withoutOverlaps, timing);
    }

    @Override
    public boolean mentions(Name column) {
      return columns.contains(column) || include.contains(column);
    }

    @Override
    public PrimaryKey withColumnRenamed(Name from, Name to) {
      return new PrimaryKey(
          name,
          Names.renamed(columns, from, to),
          Names.renamed(include, from, to),
          withoutOverlaps,
          timing);
    }

    @Override
    public boolean hasIndex() {
      return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.primaryKey(this);
    }
  }

  /**
   * Columns whose values, taken together, occur once.
   *
   * @param include columns that its index carries along
   * @param nullsNotDistinct whether NULL counts as a value that may occur only once
   * @param withoutOverlaps whether the last column is a range, and ranges must not overlap
   */
  record Unique(
      Name name,
      List<Name> columns,
      List<Name> include,
      boolean nullsNotDistinct,
      boolean withoutOverlaps,
      Timing timing)
      implements Constraint {
    public Unique {
      columns = Names.key(columns);
      include = List.copyOf(include);
    }

    public Unique(Name name, List<Name> columns) {
      this(name, columns, List.of(), false, false, Timing.AT_ONCE);
    }

    @Override
    public Unique withName(Name newName) {
      return new Unique(newName, columns, include, nullsNotDistinct, withoutOverlaps, timing);
    }

    @Override
    public boolean mentions(Name column) {
      return columns.contains(column) || include.contains(column);
    }

    @Override
    public Unique withColumnRenamed(Name from, Name to) {
      return new Unique(
          name,
          Names.renamed(columns, from, to),
          Names.renamed(include, from, to),
          nullsNotDistinct,
          withoutOverlaps,
          timing);
    }

    @Override
    public boolean hasIndex() {
      return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unique(this);
    }
  }

  /**
   * An expression that no row may make false.
   *
   * @param noInherit whether tables that inherit from this one are free of it
   */
  record Check(Name name, String expression, boolean noInherit, boolean enforced)
      implements Constraint {
    public Check(Name name, String expression) {
      this(name, expression, false, true);
    }

    @Override
    public List<Name> columns() {
      return List.of();
    }

    @Override
    public Check withName(Name newName) {
      return new Check(newName, expression, noInherit, enforced);
    }

    @Override
    public boolean mentions(Name column) {
      return Expressions.mentions(expression, column);
    }

    @Override
    public boolean mentionsInExpression(Name column) {
      return mentions(column);
    }

    @Override
    public Check withExpressions(UnaryOperator<String> operator) {
      return new Check(name, operator.apply(expression), noInherit, enforced);
    }

    @Override
    public Check withColumnRenamed(Name from, Name to) {
      return new Check(
          name, Expressions.withColumnRenamed(expression, from, to), noInherit, enforced);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.check(this);
    }
  }

  /**
   * No two rows for which all operators hold.
   *
   * @param method the access method of its index, such as {@code gist}
   * @param include columns that its index carries along
   * @param where which rows count, as the user wrote it
   */
  record Exclusion(
      Name name,
      Name method,
      List<Element> elements,
      List<Name> include,
      Optional<String> where,
      Timing timing)
      implements Constraint {
    public Exclusion {
      if (elements.isEmpty()) {
        throw new IllegalArgumentException(name + " excludes nothing");
      }
      elements = List.copyOf(elements);
      include = List.copyOf(include);
    }

    /** What is compared, and the operator that compares it, such as {@code &&}. */
    public record Element(IndexKey key, String operator) {
      /**
       * An element as SQL writes it: {@code room WITH =}.
       *
       * @throws IllegalArgumentException if it is not of that form; the message says where
       */
      public static Element parse(String sql) {
        return new IndexKeyParser(sql).element();
      }

      public String sql() {
        return key.sql() + " WITH " + operator;
      }

      Element withColumnRenamed(Name from, Name to) {
        return new Element(key.withColumnRenamed(from, to), operator);
      }
    }

    /**
     * A rule out of its definition as the server prints it.
     *
     * @throws IllegalArgumentException if it says anything that this record does not
     */
    public static Exclusion parse(Name name, String definition) {
      return new IndexKeyParser(definition).exclusion(name);
    }

    @Override
    public List<Name> columns() {
      return elements.stream()
          .flatMap(element -> element.key().column().stream())
          .toList();
    }

    @Override
    public Exclusion withName(Name newName) {
      return new Exclusion(newName, method, elements, include, where, timing);
    }

    @Override
    public boolean mentions(Name column) {
      return columns().contains(column) || include.contains(column) || mentionsInExpression(column);
    }

    @Override
    public boolean mentionsInExpression(Name column) {
      return elements.stream()
              .map(Element::key)
              .anyMatch(key -> key.expression().isPresent() && key.mentions(column))
          || where.filter(predicate -> Expressions.mentions(predicate, column)).isPresent();
    }

    @Override
    public Exclusion withExpressions(UnaryOperator<String> operator) {
      return new Exclusion(
          name,
          method,
          elements.stream()
              .map(element ->
                  new Element(element.key().withExpression(operator), element.operator()))
              .toList(),
          include,
          where.map(operator),
          timing);
    }

    @Override
    public Exclusion withColumnRenamed(Name from, Name to) {
      return new Exclusion(
          name,
          method,
          elements.stream().map(element -> element.withColumnRenamed(from, to)).toList(),
          Names.renamed(include, from, to),
          where.map(predicate -> Expressions.withColumnRenamed(predicate, from, to)),
          timing);
    }

    @Override
    public boolean hasIndex() {
      return true;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.exclusion(this);
    }
  }

  /** Columns whose values are those of a row of the target table. */
  record ForeignKey(
      Name name,
      List<Name> columns,
      QualifiedName target,
      List<Name> targetColumns,
      Action onDelete,
      Action onUpdate,
      Traits traits)
      implements Constraint {
    public ForeignKey {
      columns = Names.key(columns);
      targetColumns = Names.key(targetColumns);
      if (columns.size() != targetColumns.size()) {
        throw new IllegalArgumentException(name + ": as many target columns as columns");
      }
    }

    public ForeignKey(
        Name name,
        List<Name> columns,
        QualifiedName target,
        List<Name> targetColumns,
        Action onDelete,
        Action onUpdate) {
      this(name, columns, target, targetColumns, onDelete, onUpdate, Traits.USUAL);
    }

    /**
     * What few foreign keys say.
     *
     * @param onDeleteColumns the columns that the deletion of the target sets; empty for all
     * @param matchFull whether all columns must be NULL if one is
     * @param period whether the last column is a range, which ranges of the target must cover
     */
    public record Traits(
        List<Name> onDeleteColumns,
        boolean matchFull,
        Timing timing,
        boolean enforced,
        boolean period) {
      public static final Traits USUAL = new Traits(List.of(), false, Timing.AT_ONCE, true, false);

      public Traits {
        onDeleteColumns = List.copyOf(onDeleteColumns);
      }

      public Traits withTiming(Timing newTiming) {
        return new Traits(onDeleteColumns, matchFull, newTiming, enforced, period);
      }
    }

    /**
     * Whether it cannot do without that column of its target: one that it names, or one that the
     * index of the key behind it only carries along, since the index goes with any of them.
     */
    public boolean restsOn(Table target, Name column) {
      Set<Name> names = Set.copyOf(targetColumns);
      return names.contains(column)
          || target.constraints().stream()
              .anyMatch(key -> (key instanceof PrimaryKey || key instanceof Unique)
                  && names.equals(Set.copyOf(key.columns()))
                  && key.mentions(column))
          || target.indexes().stream()
              .anyMatch(index -> index.unique()
                  && names.equals(Set.copyOf(index.columns()))
                  && index.mentions(column));
    }

    @Override
    public ForeignKey withName(Name newName) {
      return new ForeignKey(newName, columns, target, targetColumns, onDelete, onUpdate, traits);
    }

    @Override
    public ForeignKey withColumnRenamed(Name from, Name to) {
      Traits renamed = new Traits(
          Names.renamed(traits.onDeleteColumns(), from, to),
          traits.matchFull(),
          traits.timing(),
          traits.enforced(),
          traits.period());
      return new ForeignKey(
          name,
          Names.renamed(columns, from, to),
          target,
          targetColumns,
          onDelete,
          onUpdate,
          renamed);
    }

    /** The same rule after a column of its target was renamed. */
    public ForeignKey withTargetColumnRenamed(Name from, Name to) {
      return new ForeignKey(
          name,
          columns,
          target,
          Names.renamed(targetColumns, from, to),
          onDelete,
          onUpdate,
          traits);
    }

    /** The same rule after its target was renamed. */
    public ForeignKey withTarget(QualifiedName newTarget) {
      return new ForeignKey(name, columns, newTarget, targetColumns, onDelete, onUpdate, traits);
    }

    /** {@code REFERENCES users (id) ON DELETE CASCADE}: the end of its {@link #sql}. */
    public String references() {
      return ConstraintSql.references(this);
    }

    /** The same rule, checked at another time. */
    public ForeignKey withTiming(Timing newTiming) {
      return new ForeignKey(
          name, columns, target, targetColumns, onDelete, onUpdate, traits.withTiming(newTiming));
    }

    @Override
    public Timing timing() {
      return traits.timing();
    }

    @Override
    public boolean enforced() {
      return traits.enforced();
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

    R exclusion(Exclusion constraint);

    R foreignKey(ForeignKey constraint);
  }
}
