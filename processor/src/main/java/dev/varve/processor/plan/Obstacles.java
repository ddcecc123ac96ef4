package dev.varve.processor.plan;

import dev.varve.runtime.diff.Casts;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Domain;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Expressions;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.IndexKey;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.Timing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rows that may stand in the way of a change, in the names after the migration. */
final class Obstacles {
  private static final Pattern QUERY = Pattern.compile("(?i)\\bselect\\b");

  private final Schema to;
  private final Before before;

  Obstacles(Schema to, Before before) {
    this.to = to;
    this.before = before;
  }

  /** What a rule would refuse; nothing if a rule from before has refused it all along. */
  Optional<Obstacle> of(QualifiedName table, Constraint constraint) {
    if (!constraint.enforced()) {
      return Optional.empty();
    }
    boolean again =
        before.table(table).flatMap(old -> old.constraint(constraint.name())).isPresent();
    Optional<Obstacle> obstacle = constraint.accept(new Constraint.Visitor<>() {
      @Override
      public Optional<Obstacle> primaryKey(Constraint.PrimaryKey key) {
        return Optional.of(
            key.withoutOverlaps()
                ? overlaps(table, key, again)
                : duplicates(table, index(key.name(), key.columns(), false), again));
      }

      @Override
      public Optional<Obstacle> unique(Constraint.Unique unique) {
        return Optional.of(
            unique.withoutOverlaps()
                ? overlaps(table, unique, again)
                : duplicates(
                    table,
                    index(unique.name(), unique.columns(), unique.nullsNotDistinct()),
                    again));
      }

      @Override
      public Optional<Obstacle> check(Constraint.Check check) {
        return Optional.of(new Obstacle.Failing(table, check, again));
      }

      @Override
      public Optional<Obstacle> exclusion(Constraint.Exclusion exclusion) {
        return Optional.of(new Obstacle.Overlaps(table, exclusion, again));
      }

      @Override
      public Optional<Obstacle> foreignKey(Constraint.ForeignKey key) {
        return Optional.of(new Obstacle.Orphans(table, key, again, before.isCreated(key.target())));
      }
    });
    return obstacle.filter(found -> !isEmpty(found) && !isKnown(found));
  }

  /** Columns that are new and NULL break no rule; a check of nothing else passes or is refused. */
  private boolean isEmpty(Obstacle obstacle) {
    if (obstacle instanceof Obstacle.Failing) {
      return before.isEmptyThroughout(obstacle);
    } else if (obstacle instanceof Obstacle.Orphans orphans
        && orphans.key().traits().matchFull()) {
      return before.isEmptyThroughout(obstacle);
    } else if (obstacle instanceof Obstacle.Duplicates duplicates
        && duplicates.index().nullsNotDistinct()) {
      return false;
    }
    return before.isEmpty(obstacle);
  }

  Optional<Obstacle> of(QualifiedName table, Index index) {
    boolean again = before.table(table).flatMap(old -> old.index(index.name())).isPresent();
    return Optional.of(duplicates(table, index, again))
        .filter(found -> index.unique() && !isEmpty(found) && !isKnown(found));
  }

  private static Index index(Name name, List<Name> columns, boolean nullsNotDistinct) {
    return new Index(
        name,
        columns.stream().map(IndexKey::of).toList(),
        true,
        Optional.empty(),
        nullsNotDistinct,
        List.of(),
        Index.BTREE,
        Map.of(),
        Optional.empty());
  }

  private Obstacle duplicates(QualifiedName table, Index index, boolean again) {
    List<Name> refusing = new ArrayList<>();
    List<Name> rows = new ArrayList<>();
    for (Name name : index.columns()) {
      Optional<Column> column = to.column(new ColumnName(table, name));
      column.filter(c -> !c.nullable()).ifPresent(c -> refusing.add(name));
      column.filter(this::isRow).ifPresent(c -> rows.add(name));
    }
    return new Obstacle.Duplicates(table, index, refusing, rows, again);
  }

  private boolean isRow(Column column) {
    return column.type() instanceof ColumnType.Named named
        && to.named(ObjectKind.COMPOSITE_TYPE, named.name()).isPresent();
  }

  private static Obstacle overlaps(QualifiedName table, Constraint key, boolean again) {
    List<Constraint.Exclusion.Element> elements = new ArrayList<>();
    for (Name column : key.columns()) {
      boolean last = elements.size() == key.columns().size() - 1;
      elements.add(new Constraint.Exclusion.Element(IndexKey.of(column), last ? "&&" : "="));
    }
    return new Obstacle.Overlaps(
        table,
        new Constraint.Exclusion(
            key.name(), new Name("gist"), elements, List.of(), Optional.empty(), Timing.AT_ONCE),
        again);
  }

  /** Whether a rule from before says as much, of the same values. */
  private boolean isKnown(Obstacle obstacle) {
    Optional<Table> old = before.table(obstacle.table());
    Optional<Obstacle> was = before.translated(obstacle);
    if (old.isEmpty() || was.isEmpty()) {
      return false;
    }
    Obstacle then = was.get();
    List<Constraint> rules =
        old.get().constraints().stream().filter(Constraint::enforced).toList();
    if (then instanceof Obstacle.Duplicates duplicates) {
      return isUnique(old.get(), duplicates);
    }
    return rules.stream().anyMatch(rule -> {
      if (then instanceof Obstacle.Failing failing) {
        return rule instanceof Constraint.Check check
            && check.expression().equals(failing.check().expression());
      } else if (then instanceof Obstacle.Orphans orphans) {
        return rule instanceof Constraint.ForeignKey key
            && key.columns().equals(orphans.key().columns())
            && key.target().equals(orphans.key().target())
            && key.targetColumns().equals(orphans.key().targetColumns())
            && key.traits().period() == orphans.key().traits().period()
            && (key.traits().matchFull() || !orphans.key().traits().matchFull());
      }
      return then instanceof Obstacle.Overlaps overlaps
          && rule instanceof Constraint.Exclusion exclusion
          && exclusion.elements().equals(overlaps.exclusion().elements())
          && exclusion.where().equals(overlaps.exclusion().where());
    });
  }

  /** Whether some of the columns have been unique by themselves. */
  private static boolean isUnique(Table table, Obstacle.Duplicates duplicates) {
    Set<Name> columns = new HashSet<>(duplicates.index().columns());
    boolean counted = duplicates.index().nullsNotDistinct();
    return Stream.concat(table.indexes().stream(), table.constraints().stream().flatMap(rule -> {
          if (rule instanceof Constraint.PrimaryKey key && !key.withoutOverlaps()) {
            return Stream.of(index(key.name(), key.columns(), false));
          }
          return rule instanceof Constraint.Unique unique && !unique.withoutOverlaps()
              ? Stream.of(index(unique.name(), unique.columns(), unique.nullsNotDistinct()))
              : Stream.<Index>empty();
        }))
        .filter(index -> !index.uniqueColumns().isEmpty())
        .anyMatch(index -> columns.containsAll(index.uniqueColumns())
            && (!counted
                || index.nullsNotDistinct()
                || index.uniqueColumns().stream()
                    .allMatch(
                        name -> table.column(name).filter(c -> !c.nullable()).isPresent())));
  }

  /** NULL in a column that has been there. */
  Obstacle nulls(ColumnName column) {
    return new Obstacle.Nulls(
        column.table(), column.column(), to.column(column).filter(this::isRow).isPresent());
  }

  /**
   * Rows for which an expression does not tell the value of a column. One that reads no column is
   * the same for all rows, and was written to have a value.
   */
  Optional<Obstacle> noValue(ColumnName column, boolean there, Optional<String> expression) {
    Optional<Table> table = to.table(column.table());
    if (expression.isPresent()) {
      String sql = expression.get();
      boolean reads = table
          .map(t -> t.columns().stream()
              .anyMatch(c -> Expressions.mentions(sql, c.name())
                  && (c.nullable() || !sql.strip().equals(c.name().quoted()))))
          .orElse(false);
      if (!reads || QUERY.matcher(sql).find()) {
        return Optional.empty();
      }
    }
    boolean row = to.column(column).filter(this::isRow).isPresent();
    return Optional.of(new Obstacle.NoValue(
        column.table(),
        column.column(),
        there ? Optional.of(column.column()) : Optional.empty(),
        expression,
        row));
  }

  /** What a new column has in no row; nothing if it takes NULL or has a value. */
  Optional<Obstacle> noValue(QualifiedName table, Column column) {
    ColumnName name = new ColumnName(table, column.name());
    if (column.nullable()) {
      return Optional.empty();
    }
    if (column.defaultValue() instanceof Default.Generated generated) {
      return noValue(name, false, Optional.of(generated.expression()));
    }
    return column.defaultValue() instanceof Default.None
        ? noValue(name, false, Optional.empty())
        : Optional.empty();
  }

  /** Values that the new type does not take. */
  Optional<Obstacle> unfit(
      QualifiedName table, Column column, ColumnType type, Optional<String> using) {
    String name = column.name().quoted();
    String expression = using.orElse(name);
    boolean fits = Casts.isLossless(column.type(), type)
            && (expression.equals(name) || expression.equals(name + "::" + type.sql()))
        || type == ColumnType.Scalar.TEXT && expression.equals(name + "::text")
        || type instanceof ColumnType.Varchar varchar
            && (expression.equals(name + "::" + type.sql())
                || expression.equals("left(" + name + ", " + varchar.length() + ")"));
    if (fits) {
      return Optional.empty();
    }
    Optional<List<String>> labels = type instanceof ColumnType.Enumerated of
        ? to.enumType(of.type()).map(EnumType::values)
        : Optional.empty();
    return Optional.of(new Obstacle.Unfit(table, column, type, expression, labels));
  }

  /** Rows with values that an enum is to lose, all of them together. */
  List<Obstacle> gone(EnumType from, List<Table> users) {
    EnumType last = to.enumType(from.name()).orElse(from);
    List<String> gone =
        from.values().stream().filter(value -> !last.values().contains(value)).toList();
    List<Obstacle> obstacles = new ArrayList<>();
    for (Table table : gone.isEmpty() ? List.<Table>of() : users) {
      for (Column column : table.columns()) {
        if (column.type().holds(from.name())) {
          obstacles.add(new Obstacle.GoneValues(table.name(), column, from.name(), gone));
        }
      }
    }
    return obstacles;
  }

  /** Rows with values that a domain is not to take any more. */
  List<Obstacle> outside(Domain from, Domain domain) {
    List<Obstacle> obstacles = new ArrayList<>();
    for (Table table : to.tables()) {
      for (Column column : table.columns()) {
        ColumnType element =
            column.type() instanceof ColumnType.ArrayOf array ? array.element() : column.type();
        if (element instanceof ColumnType.Named named && named.name().equals(domain.name())) {
          for (Constraint.Check check : domain.newChecks(from)) {
            obstacles.add(
                new Obstacle.OutsideDomain(table.name(), column, domain, Optional.of(check)));
          }
          if (domain.notNull() && !from.notNull()) {
            obstacles.add(
                new Obstacle.OutsideDomain(table.name(), column, domain, Optional.empty()));
          }
        }
      }
    }
    return obstacles;
  }
}
