package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType.ArrayOf;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.IndexKey;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.OperatorClass;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.Timing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Random indexes and rules of a table, with all that PostgreSQL lets them say. */
final class RandomKeys {
  private final Random random;
  private final RandomNames names;
  private final RandomColumns columns;

  RandomKeys(Random random, RandomNames names, RandomColumns columns) {
    this.random = random;
    this.names = names;
    this.columns = columns;
  }

  Index index(Table table) {
    Optional<String> where = condition(table);
    List<Name> plain = someColumns(table, 3);
    if (random.nextInt(3) == 0) {
      return new Index(names.fresh(), plain, random.nextBoolean(), where);
    }
    Column first = table.column(plain.get(0)).orElseThrow();
    if (random.nextInt(4) == 0 && RandomColumns.isHashed(first.type())) {
      return ofMethod(first, where);
    }
    boolean unique = random.nextBoolean();
    List<IndexKey> keys =
        plain.stream().map(name -> key(table.column(name).orElseThrow())).toList();
    return new Index(
        names.fresh(),
        keys,
        unique,
        where,
        unique && random.nextInt(3) == 0,
        included(table),
        Index.BTREE,
        random.nextInt(3) == 0 ? Map.of("fillfactor", "70") : Map.of(),
        Optional.empty());
  }

  private Index ofMethod(Column column, Optional<String> where) {
    boolean document = column.type() == Scalar.JSONB;
    boolean array = column.type() instanceof ArrayOf;
    Optional<OperatorClass> operators = document && random.nextBoolean()
        ? Optional.of(new OperatorClass(QualifiedName.of("jsonb_path_ops"), Map.of()))
        : Optional.empty();
    Name method = new Name(document || array ? "gin" : "hash");
    return new Index(
        names.fresh(),
        List.of(new IndexKey(
            new IndexKey.Part.Column(column.name()), Optional.empty(), operators, false, false)),
        false,
        where,
        false,
        List.of(),
        method,
        method.value().equals("gin") ? Map.of("fastupdate", "off") : Map.of("fillfactor", "60"),
        Optional.empty());
  }

  IndexKey key(Column column) {
    boolean text = column.type() == Scalar.TEXT;
    String name = column.name().quoted();
    IndexKey.Part part = switch (random.nextInt(5)) {
      case 0 -> new IndexKey.Part.Expression(name + " IS NULL");
      case 1 -> new IndexKey.Part.Expression("coalesce(" + name + ", " + name + ")");
      default -> new IndexKey.Part.Column(column.name());
    };
    boolean isColumn = part instanceof IndexKey.Part.Column;
    Optional<QualifiedName> collation = text && isColumn && random.nextInt(3) == 0
        ? Optional.of(QualifiedName.of("C"))
        : Optional.empty();
    Optional<OperatorClass> operators = text && isColumn && random.nextInt(3) == 0
        ? Optional.of(new OperatorClass(QualifiedName.of("text_pattern_ops"), Map.of()))
        : Optional.empty();
    return new IndexKey(part, collation, operators, random.nextBoolean(), random.nextBoolean());
  }

  /** A unique key, a check or an exclusion. */
  Constraint constraint(Table table) {
    return switch (random.nextInt(5)) {
      case 0, 1, 2 -> key(table).orElseGet(() -> check(table));
      default -> check(table);
    };
  }

  /** A unique key, or, of three, an exclusion. */
  Optional<Constraint> key(Table table) {
    List<Name> key = someColumns(table, 3);
    // Of two equal keys in one CREATE TABLE, PostgreSQL keeps one.
    boolean free = table.constraints().stream()
        .noneMatch(c -> new HashSet<>(c.columns()).equals(new HashSet<>(key)));
    boolean unique = random.nextInt(3) > 0;
    if (key.isEmpty() || (unique && !free)) {
      return Optional.empty();
    }
    return Optional.of(unique ? unique(table, key) : exclusion(table, key));
  }

  Constraint check(Table table) {
    return new Constraint.Check(
        names.fresh(),
        columns.condition(any(table.columns()), false),
        random.nextInt(4) == 0,
        true);
  }

  Constraint unique(Table table, List<Name> key) {
    return new Constraint.Unique(
        names.fresh(), key, included(table), random.nextInt(3) == 0, false, timing());
  }

  /**
   * Another rule of the same kind under the same name.
   *
   * @param free whether no foreign key rests on the table's keys
   */
  Constraint redefined(Table table, Constraint old, boolean free) {
    Timing timing = free ? timing() : old.timing();
    return old.accept(new Constraint.Visitor<>() {
      @Override
      public Constraint primaryKey(Constraint.PrimaryKey key) {
        return new Constraint.PrimaryKey(key.name(), key.columns(), included(table), false, timing);
      }

      @Override
      public Constraint unique(Constraint.Unique unique) {
        return new Constraint.Unique(
            unique.name(),
            unique.columns(),
            included(table),
            random.nextInt(3) == 0,
            false,
            timing);
      }

      @Override
      public Constraint check(Constraint.Check check) {
        return RandomKeys.this.check(table).withName(check.name());
      }

      @Override
      public Constraint exclusion(Constraint.Exclusion exclusion) {
        List<Name> columns = someColumns(table, 2);
        return columns.isEmpty()
            ? exclusion
            : RandomKeys.this.exclusion(table, columns).withName(exclusion.name());
      }

      @Override
      public Constraint foreignKey(Constraint.ForeignKey key) {
        return random.nextBoolean()
            ? key.withTiming(timing())
            : new Constraint.ForeignKey(
                key.name(),
                key.columns(),
                key.target(),
                key.targetColumns(),
                Constraint.Action.CASCADE,
                Constraint.Action.RESTRICT,
                Constraint.ForeignKey.Traits.USUAL.withTiming(timing()));
      }
    });
  }

  private Constraint exclusion(Table table, List<Name> key) {
    List<Constraint.Exclusion.Element> elements = new ArrayList<>();
    for (Name name : key) {
      IndexKey any = key(table.column(name).orElseThrow());
      elements.add(new Constraint.Exclusion.Element(
          new IndexKey(any.part(), Optional.empty(), Optional.empty(), false, false), "="));
    }
    return new Constraint.Exclusion(
        names.fresh(), Index.BTREE, elements, included(table), condition(table), timing());
  }

  Timing timing() {
    return random.nextInt(3) > 0 ? Timing.AT_ONCE : any(List.of(Timing.values()));
  }

  List<Name> included(Table table) {
    return random.nextInt(4) == 0 ? someColumns(table, 2) : List.of();
  }

  private Optional<String> condition(Table table) {
    List<Column> known = RandomSchemas.indexable(table);
    return known.isEmpty() || random.nextBoolean()
        ? Optional.empty()
        : Optional.of(columns.condition(any(known), true));
  }

  /** Columns that an index can have; none if the table has none. */
  List<Name> someColumns(Table table, int most) {
    List<Name> all = new ArrayList<>(RandomSchemas.indexable(table).stream()
        .filter(column -> RandomColumns.isOrdered(column.type()))
        .map(Column::name)
        .toList());
    Collections.shuffle(all, random);
    return List.copyOf(all.subList(0, Math.min(all.size(), 1 + random.nextInt(most))));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
