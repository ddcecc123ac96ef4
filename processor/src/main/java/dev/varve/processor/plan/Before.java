package dev.varve.processor.plan;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Expressions;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Renameable;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a migration finds, in the names from before it: rows that stand in the way are looked for
 * before anything is done, so by these names and with the values that are there.
 */
final class Before {
  private final Schema from;
  private final Schema to;
  private final List<Change> changes;
  private final Mark mark;
  private final Set<ColumnName> added = new HashSet<>();
  private final Set<ColumnName> retyped = new HashSet<>();
  private final Set<ColumnName> filled = new HashSet<>();
  private final Set<Name> newNames = new HashSet<>();
  private final Set<String> newLabels = new HashSet<>();
  private final Set<QualifiedName> coming = new HashSet<>();
  private final Set<QualifiedName> created = new HashSet<>();

  /** The changes of names, of which there are few. */
  private final List<Change> renamings = new ArrayList<>();

  private boolean extended;

  Before(Schema from, Schema to, List<Change> changes, Mark mark) {
    this.from = from;
    this.to = to;
    this.changes = List.copyOf(changes);
    this.mark = mark;
    for (Change change : changes) {
      if (change instanceof Change.TableRenamed
          || change instanceof Change.ColumnRenamed
          || change instanceof Change.EnumRenamed
          || change instanceof Change.EnumValueRenamed) {
        renamings.add(change);
      }
      if (change instanceof Change.TableAdded table) {
        coming.add(table.table().name());
        if (table.parkedAs().isEmpty()) {
          created.add(table.table().name());
        }
      } else if (change instanceof Change.ColumnAdded column) {
        ColumnName name = new ColumnName(column.table(), column.column().name());
        added.add(name);
        if (Fills.isComputed(column)) {
          filled.add(name);
        }
      } else if (change instanceof Change.ColumnTypeChanged column && !isOfOneKind(column)) {
        retyped.add(column.column());
      } else if (change instanceof Change.ColumnNullabilityChanged column
          && column.backfill().isPresent()) {
        filled.add(column.column());
      } else if (change instanceof Change.ColumnValuesRenamed column) {
        filled.add(column.column());
      } else if (change instanceof Change.EnumAdded type) {
        newNames.add(type.type().name().name());
      } else if (change instanceof Change.EnumRenamed type) {
        newNames.add(type.to().name());
      } else if (change instanceof Change.EnumValueAdded value) {
        newLabels.add(value.value());
      } else if (change instanceof Change.EnumValueRenamed value) {
        newLabels.add(value.to());
      } else if (change instanceof Change.ObjectAdded object) {
        comes(object.object());
      } else if (change instanceof Change.ObjectChanged object) {
        comes(object.to());
        if (object.from() instanceof CompositeType old
            && object.to() instanceof CompositeType now) {
          now.attributes().stream()
              .map(CompositeType.Attribute::name)
              .filter(name -> old.attribute(name).isEmpty())
              .forEach(newNames::add);
        }
      } else if (change instanceof Change.ObjectRenamed object) {
        newNames.add(object.to().name());
      } else if (change instanceof Change.AttributeRenamed attribute) {
        newNames.add(attribute.to());
      }
    }
  }

  /** An extension brings types and functions of names that nobody here knows. */
  private void comes(SchemaObject object) {
    extended |= object.id().kind() == ObjectKind.EXTENSION;
    if (object instanceof Renameable named) {
      newNames.add(named.name().name());
    } else if (object.id().kind() == ObjectKind.ROUTINE) {
      String name = object.id().name().replaceAll("\\(.*", "").replaceAll(".*\\.", "");
      newNames.add(new Name(name.replace("\"", "")));
    }
  }

  /** Whether an expression means the same for both types. */
  private static boolean isOfOneKind(Change.ColumnTypeChanged change) {
    return change.using().isEmpty()
        && (isText(change.from()) && isText(change.to())
            || change.from() instanceof ColumnType.Numeric
                && change.to() instanceof ColumnType.Numeric);
  }

  private static boolean isText(ColumnType type) {
    return type instanceof ColumnType.Varchar || type == ColumnType.Scalar.TEXT;
  }

  private List<Table> tables(Obstacle obstacle) {
    return obstacle.tables().stream()
        .sorted()
        .flatMap(name -> to.table(name).stream())
        .toList();
  }

  private List<ColumnName> mentioned(Obstacle obstacle) {
    List<ColumnName> mentioned = new ArrayList<>();
    for (Table table : tables(obstacle)) {
      for (Column column : table.columns()) {
        if (obstacle.mentions(table.name(), column.name())) {
          mentioned.add(new ColumnName(table.name(), column.name()));
        }
      }
    }
    return mentioned;
  }

  boolean isAdded(ColumnName column) {
    return added.contains(column);
  }

  /** Whether the rows get the values that count only on the way. */
  boolean isFilled(Obstacle obstacle) {
    return !(obstacle instanceof Obstacle.NoValue)
        && mentioned(obstacle).stream().anyMatch(filled::contains);
  }

  /** Whether there is nothing but NULL in one of the columns, which are new. */
  boolean isEmpty(Obstacle obstacle) {
    return mentioned(obstacle).stream()
        .anyMatch(column -> added.contains(column)
            && !filled.contains(column)
            && to.column(column).filter(Column::nullable).isPresent()
            && changes.stream()
                .anyMatch(change -> change instanceof Change.ColumnAdded add
                    && add.table().equals(column.table())
                    && add.column().name().equals(column.column())
                    && add.parkedAs().isEmpty()
                    && Fills.isNull(add.column())));
  }

  /** Whether all that is looked at is new, and nothing but NULL. */
  boolean isEmptyThroughout(Obstacle obstacle) {
    List<ColumnName> mentioned = mentioned(obstacle);
    return !mentioned.isEmpty() && added.containsAll(mentioned) && isEmpty(obstacle);
  }

  /** The table as it was; empty if the migration makes it, or brings it back. */
  Optional<Table> table(QualifiedName now) {
    return coming.contains(now) ? Optional.empty() : from.table(nameOf(now));
  }

  /** Whether the migration makes the table, without rows. */
  boolean isCreated(QualifiedName table) {
    return created.contains(table);
  }

  QualifiedName nameOf(QualifiedName now) {
    QualifiedName name = now;
    for (int i = renamings.size() - 1; i >= 0; i--) {
      if (renamings.get(i) instanceof Change.TableRenamed renamed
          && renamed.to().equals(name)) {
        name = renamed.from();
      }
    }
    return name;
  }

  /** The obstacle in the names from before; empty if the migration makes what it looks at. */
  Optional<Obstacle> translated(Obstacle obstacle) {
    List<ColumnName> mentioned = mentioned(obstacle);
    boolean tablesThere = table(obstacle.table()).isPresent()
        && mentioned.stream().allMatch(column -> table(column.table()).isPresent());
    boolean same = mentioned.stream()
        .noneMatch(column -> added.contains(column)
            || (retyped.contains(column) && !(obstacle instanceof Obstacle.Unfit))
            || (filled.contains(column) && isFilled(obstacle)));
    if (!tablesThere || !same || obstacle.expressions().stream().anyMatch(this::usesNew)) {
      return Optional.empty();
    }
    Obstacle before = obstacle;
    for (int i = renamings.size() - 1; i >= 0; i--) {
      if (renamings.get(i) instanceof Change.TableRenamed renamed) {
        before = before.withTableRenamed(renamed.to(), renamed.from());
      } else if (renamings.get(i) instanceof Change.ColumnRenamed renamed) {
        before = before.withColumnRenamed(renamed.table(), renamed.to(), renamed.from());
      } else if (before instanceof Obstacle.GoneValues gone) {
        before = renamedBack(gone, renamings.get(i));
      }
    }
    if (before instanceof Obstacle.Unfit unfit) {
      before = from.column(new ColumnName(unfit.table(), unfit.column().name()))
          .<Obstacle>map(column -> new Obstacle.Unfit(
              unfit.table(), column, unfit.to(), unfit.expression(), unfit.labels()))
          .orElse(unfit);
    }
    return Optional.of(before);
  }

  private static Obstacle renamedBack(Obstacle.GoneValues gone, Change change) {
    if (change instanceof Change.EnumRenamed renamed && renamed.to().equals(gone.type())) {
      return new Obstacle.GoneValues(gone.table(), gone.column(), renamed.from(), gone.values());
    }
    return change instanceof Change.EnumValueRenamed renamed && renamed.type().equals(gone.type())
        ? new Obstacle.GoneValues(
            gone.table(),
            gone.column(),
            gone.type(),
            gone.values().stream()
                .map(value -> value.equals(renamed.to()) ? renamed.from() : value)
                .toList())
        : gone;
  }

  /** Whether something else has the name of the enum or of a value after the migration. */
  private boolean isTaken(Obstacle.GoneValues now, Obstacle.GoneValues old) {
    return (!now.type().equals(old.type()) && to.enumType(old.type()).isPresent())
        || to.enumType(now.type())
            .filter(type -> old.values().stream().anyMatch(type.values()::contains))
            .isPresent();
  }

  private boolean usesNew(String expression) {
    return (extended && expression.matches("(?s).*[^\\w\\s,.'\"()<>=+*/-].*|(?s).*\\w\\s*\\(.*"))
        || newNames.stream().anyMatch(name -> Expressions.contains(expression, name))
        || newLabels.stream().anyMatch(label -> expression.contains(label));
  }

  /** The look before anything is done; empty if the migration has to make something first. */
  Optional<Action.RefuseRows> early(Obstacle obstacle) {
    return translated(obstacle).map(before -> {
      List<QualifiedName> tables = new ArrayList<>();
      List<ColumnName> columns = new ArrayList<>();
      boolean contested = false;
      List<QualifiedName> now = new ArrayList<>(List.of(obstacle.table()));
      for (ColumnName column : mentioned(obstacle)) {
        if (!now.contains(column.table())) {
          now.add(column.table());
        }
        ColumnName old = columnBefore(column);
        if (!old.column().equals(column.column())) {
          columns.add(old);
          contested |= to.column(new ColumnName(column.table(), old.column())).isPresent();
        }
      }
      for (QualifiedName table : now) {
        if (!nameOf(table).equals(table)) {
          tables.add(nameOf(table));
          contested |= isTaken(nameOf(table));
        }
      }
      if (obstacle instanceof Obstacle.GoneValues gone
          && before instanceof Obstacle.GoneValues old
          && isTaken(gone, old)) {
        return new Action.RefuseRows(before, tables, columns, Optional.of(mark.ofEnums()));
      }
      return contested
          ? new Action.RefuseRows(before, List.of(), List.of(), Optional.of(mark))
          : new Action.RefuseRows(before, tables, columns, Optional.empty());
    });
  }

  private boolean isTaken(QualifiedName name) {
    return to.table(name).isPresent()
        || to.named(ObjectKind.VIEW, name).isPresent()
        || to.named(ObjectKind.MATERIALIZED_VIEW, name).isPresent();
  }

  private ColumnName columnBefore(ColumnName now) {
    QualifiedName table = now.table();
    Name column = now.column();
    for (int i = renamings.size() - 1; i >= 0; i--) {
      if (renamings.get(i) instanceof Change.TableRenamed renamed
          && renamed.to().equals(table)) {
        table = renamed.from();
      } else if (renamings.get(i) instanceof Change.ColumnRenamed renamed
          && renamed.table().equals(table)
          && renamed.to().equals(column)) {
        column = renamed.from();
      }
    }
    return new ColumnName(table, column);
  }
}
