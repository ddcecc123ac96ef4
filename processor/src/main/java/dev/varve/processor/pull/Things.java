package dev.varve.processor.pull;

import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.TypeText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All things of a database, by their keys, with what each rests on. */
final class Things {
  private final Snapshot snapshot;
  private final Map<String, Thing> things = new LinkedHashMap<>();

  /** Other keys of the same things: of row types, arrays, indexes behind keys, rules of views. */
  private final Map<String, String> aliases = new HashMap<>();

  private final Map<Long, List<Row>> columns = new HashMap<>();
  private final Map<Long, List<Thing>> parts = new HashMap<>();
  private final Map<Thing.Kind, List<Thing>> kinds = new EnumMap<>(Thing.Kind.class);
  private final Map<String, List<Thing>> attached = new HashMap<>();
  private final Map<String, List<Thing>> users = new HashMap<>();
  private final Map<Long, Row> relations = new HashMap<>();
  private final Map<Long, List<Row>> domainChecks = new HashMap<>();
  private final Map<Long, List<Row>> keyIndexes = new HashMap<>();

  /** The sequence of a column, by table and number. */
  private final Map<String, Row> counters = new HashMap<>();

  private final Partitions partitions;
  private final Map<QualifiedName, Thing> enums = new HashMap<>();
  private final Map<Thing, Optional<Constraint>> constraints = new HashMap<>();
  private final Map<Thing, Optional<Index>> indexes = new HashMap<>();

  private final Set<String> kept;

  private Things(Snapshot snapshot, Set<String> kept) {
    this.snapshot = snapshot;
    this.kept = kept;
    this.partitions = Partitions.of(snapshot, kept);
  }

  /** @param kept the tables and types, as SQL writes their names, that scripts made and go on to say */
  static Things of(Snapshot snapshot, Set<String> kept) {
    Things things = new Things(snapshot, kept);
    things.read();
    Uses.read(snapshot, things);
    return things;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  Collection<Thing> all() {
    return things.values();
  }

  List<Thing> of(Thing.Kind kind) {
    return kinds.getOrDefault(kind, List.of());
  }

  /** The triggers, policies and the like of a relation. */
  List<Thing> on(Thing relation, Thing.Kind kind) {
    return attached.getOrDefault(relation.key(), List.of()).stream()
        .filter(thing -> thing.kind() == kind)
        .toList();
  }

  /** What rests on it. */
  List<Thing> users(Thing thing) {
    if (users.isEmpty()) {
      for (Thing user : things.values()) {
        user.uses().stream()
            .flatMap(key -> find(key).stream())
            .forEach(used ->
                users.computeIfAbsent(used.key(), key -> new ArrayList<>()).add(user));
      }
    }
    return users.getOrDefault(thing.key(), List.of());
  }

  Optional<Thing> find(String key) {
    String known = aliases.getOrDefault(key, key);
    // An array of rows is known by the rows, and these by their table.
    return Optional.ofNullable(things.get(aliases.getOrDefault(known, known)));
  }

  /** The thing itself, not one that it is a part of. */
  Optional<Thing> exact(String key) {
    return Optional.ofNullable(things.get(key));
  }

  List<Row> columns(Thing relation) {
    return columns.getOrDefault(relation.row().number("oid"), List.of());
  }

  /** The keys, rules, indexes and defaults of a table. */
  List<Thing> parts(Thing relation) {
    return parts.getOrDefault(relation.row().number("oid"), List.of());
  }

  /** The sequence that an identity or a serial column has for itself. */
  Optional<Row> counter(Row column) {
    return Optional.ofNullable(
        counters.get(place(column.number("relation"), column.number("number"))));
  }

  private static String place(long relation, long number) {
    return relation + ":" + number;
  }

  private void read() {
    snapshot
        .rows(Query.SCHEMAS)
        .forEach(row -> add(new Thing(
            "pg_namespace:" + row.text("oid"),
            Thing.Kind.SCHEMA,
            QualifiedName.of(row.text("name")),
            row,
            Optional.empty())));
    snapshot
        .rows(Query.EXTENSIONS)
        .forEach(row -> add(new Thing(
            "pg_extension:" + row.text("oid"),
            Thing.Kind.EXTENSION,
            QualifiedName.of(row.text("name")),
            row,
            Optional.empty())));
    snapshot.rows(Query.OTHERS).forEach(this::other);
    snapshot
        .rows(Query.COLUMNS)
        .forEach(row -> columns
            .computeIfAbsent(row.number("relation"), oid -> new ArrayList<>())
            .add(row));
    snapshot.rows(Query.RELATIONS).forEach(row -> relations.put(row.number("oid"), row));
    snapshot.rows(Query.CONSTRAINTS).stream()
        .filter(row -> row.number("domain") != 0 && row.text("kind").equals("c"))
        .forEach(row -> domainChecks
            .computeIfAbsent(row.number("domain"), oid -> new ArrayList<>())
            .add(row));
    snapshot.rows(Query.INDEXES).stream()
        .filter(row -> row.find("of_constraint").isPresent())
        .forEach(row -> keyIndexes
            .computeIfAbsent(row.number("relation"), oid -> new ArrayList<>())
            .add(row));
    snapshot.rows(Query.TYPES).forEach(this::declared);
    snapshot.rows(Query.ROUTINES).forEach(this::routine);
    snapshot.rows(Query.RELATIONS).forEach(this::relation);
    // Keys first, as people write them.
    snapshot.rows(Query.CONSTRAINTS).stream()
        .sorted(Comparator.comparingInt(row -> Math.floorMod("pu".indexOf(row.text("kind")), 3)))
        .forEach(this::constraint);
    snapshot.rows(Query.INDEXES).forEach(this::index);
    snapshot.rows(Query.COLUMNS).forEach(this::value);
    snapshot.rows(Query.ATTACHED).forEach(this::attached);
    things.values().forEach(thing -> Sayable.check(thing, this));
  }

  private Thing add(Thing thing) {
    things.put(thing.key(), thing);
    kinds.computeIfAbsent(thing.kind(), kind -> new ArrayList<>()).add(thing);
    if (thing.kind() == Thing.Kind.ENUM) {
      enums.put(thing.name(), thing);
    }
    thing.owner().ifPresent(owner -> {
      attached.computeIfAbsent(owner.key(), key -> new ArrayList<>()).add(thing);
      if (thing.kind().isPart()) {
        parts
            .computeIfAbsent(owner.row().number("oid"), oid -> new ArrayList<>())
            .add(thing);
      }
    });
    return thing;
  }

  /** What rests on the one rests on the other. */
  void alias(String key, String of) {
    aliases.put(key, of);
  }

  private void other(Row row) {
    add(new Thing(
            row.text("class") + ":" + row.text("oid"),
            Thing.Kind.OTHER,
            QualifiedName.of("other"),
            row,
            Optional.empty()))
        .leave("records have no word for it");
  }

  private void declared(Row row) {
    String key = "pg_type:" + row.text("oid");
    Optional<String> element = row.find("element");
    if (element.isPresent()) {
      aliases.put(key, "pg_type:" + element.get());
      return;
    }
    Thing.Kind kind = switch (row.text("kind")) {
      case "e" -> Thing.Kind.ENUM;
      case "d" -> Thing.Kind.DOMAIN;
      default -> Thing.Kind.TYPE;
    };
    if (row.text("kind").equals("m")) {
      return;
    }
    add(new Thing(key, kind, snapshot.name(row), row, Optional.empty()));
    row.find("multirange").ifPresent(oid -> aliases.put("pg_type:" + oid, key));
  }

  private void routine(Row row) {
    boolean aggregate = row.text("kind").equals("a");
    add(new Thing(
        "pg_proc:" + row.text("oid"),
        aggregate ? Thing.Kind.AGGREGATE : Thing.Kind.ROUTINE,
        snapshot.name(row),
        row,
        Optional.empty()));
  }

  private void relation(Row row) {
    String key = "pg_class:" + row.text("oid");
    if (partitions.isPart(row)) {
      aliases.put(key, "pg_class:" + row.text("part_of"));
      aliases.put("pg_type:" + row.text("row_type"), "pg_class:" + row.text("part_of"));
      return;
    }
    Thing.Kind kind = switch (row.text("kind")) {
      case "S" -> Thing.Kind.SEQUENCE;
      case "v" -> Thing.Kind.VIEW;
      case "m" -> Thing.Kind.MATERIALIZED_VIEW;
      case "c" -> Thing.Kind.COMPOSITE_TYPE;
      default -> Thing.Kind.TABLE;
    };
    if (kind == Thing.Kind.SEQUENCE && row.find("owner").isPresent()) {
      boolean identity = row.text("owned_as").equals("i");
      String place = place(row.number("owner"), row.number("owner_column"));
      if (identity || Counters.isSerial(row, column(row), tableName(row))) {
        counters.put(place, row);
        aliases.put(key, "pg_class:" + row.text("owner"));
        return;
      }
    }
    add(new Thing(key, kind, snapshot.name(row), row, Optional.empty()));
    aliases.put("pg_type:" + row.text("row_type"), key);
  }

  /** The row of a relation, also of a sequence that is a part of a column. */
  Optional<Row> relation(long oid) {
    return Optional.ofNullable(relations.get(oid));
  }

  /** The partitions that are no things of their own. */
  List<Row> partitions(Thing table) {
    return partitions.fault(table.row()).isPresent() ? List.of() : partitions.of(table.row());
  }

  /** Whether scripts go on to say the table or the type, though records could. */
  boolean isKept(Thing thing) {
    return kept.contains(thing.name().quoted());
  }

  /** The table itself that something is on: a partition, not the table that has it. */
  QualifiedName place(Thing part) {
    return relation(part.row().number("relation"))
        .map(snapshot::name)
        .orElseGet(() -> part.owner().orElseThrow().name());
  }

  /** What is on a partition that a record says, SQL says beside the record. */
  private Thing placed(Thing thing) {
    relation(thing.row().number("relation"))
        .filter(partitions::isPart)
        .ifPresent(partition ->
            thing.leave("it is of the partition " + partition.text("name") + " alone"));
    return thing;
  }

  private Optional<Thing> owner(Row part) {
    return find("pg_class:" + part.text("relation"));
  }

  /** Why no record says how a table is divided. */
  Optional<String> undivided(Thing table) {
    return partitions.fault(table.row());
  }

  /** The checks of a domain. */
  List<Row> checks(Thing domain) {
    return domainChecks.getOrDefault(domain.row().number("oid"), List.of());
  }

  /** The indexes behind the keys of a table. */
  List<Row> keyIndexes(Thing table) {
    return keyIndexes.getOrDefault(table.row().number("oid"), List.of());
  }

  private Optional<Row> column(Row sequence) {
    return columns.getOrDefault(sequence.number("owner"), List.of()).stream()
        .filter(column -> column.number("number") == sequence.number("owner_column"))
        .findFirst();
  }

  private Optional<String> tableName(Row sequence) {
    return relation(sequence.number("owner")).map(row -> row.text("name"));
  }

  private void constraint(Row row) {
    String key = "pg_constraint:" + row.text("oid");
    if (row.number("domain") != 0) {
      aliases.put(key, "pg_type:" + row.text("domain"));
      return;
    }
    Thing table = owner(row).orElse(null);
    // What a partition has of its parent comes with it; NOT NULL is the column's.
    boolean copied = row.is("is_inherited")
        || row.number("parent") != 0
            && (row.text("kind").equals("f") || row.find("part_of").isEmpty());
    if (table == null || copied || isNotNull(row)) {
      return;
    }
    boolean ofRecord =
        relation(row.number("relation")).filter(partitions::isPart).isPresent();
    if (ofRecord && row.number("parent") != 0) {
      return;
    }
    Thing thing = placed(add(new Thing(
        key, Thing.Kind.CONSTRAINT, QualifiedName.of(row.text("name")), row, Optional.of(table))));
    if (row.number("parent") != 0) {
      thing.uses().add("pg_constraint:" + row.text("parent"));
    }
    if (!row.text("kind").equals("f") && row.number("index") != 0) {
      aliases.put("pg_class:" + row.text("index"), thing.key());
    }
  }

  private static boolean isNotNull(Row row) {
    return row.text("kind").equals("n") && row.is("is_valid") && !row.is("no_inherit");
  }

  private void index(Row row) {
    Optional<Thing> table = owner(row);
    boolean ofRecord =
        relation(row.number("relation")).filter(partitions::isPart).isPresent();
    if (table.isPresent()
        && row.find("of_constraint").isEmpty()
        && !(ofRecord && row.number("parent") != 0)) {
      Thing thing = placed(add(new Thing(
          "pg_class:" + row.text("oid"),
          Thing.Kind.INDEX,
          QualifiedName.of(row.text("name")),
          row,
          table)));
      row.find("parent").ifPresent(parent -> thing.uses().add("pg_class:" + parent));
    }
  }

  private void value(Row row) {
    Thing table = things.get("pg_class:" + row.text("relation"));
    if (row.find("value_oid").isPresent() && table != null) {
      add(new Thing(
          "pg_attrdef:" + row.text("value_oid"),
          Thing.Kind.DEFAULT,
          QualifiedName.of(row.text("name")),
          row,
          Optional.of(table)));
    }
  }

  private void attached(Row row) {
    String key = row.text("class") + ":" + row.text("oid");
    Thing on = owner(row).orElse(null);
    if (on == null) {
      return;
    }
    Thing.Kind kind = switch (row.text("class")) {
      case "pg_trigger" -> Thing.Kind.TRIGGER;
      case "pg_policy" -> Thing.Kind.POLICY;
      case "pg_statistic_ext" -> Thing.Kind.STATISTICS;
      default -> Thing.Kind.RULE;
    };
    if (kind == Thing.Kind.RULE && on.kind().isView() && row.text("name").equals("_RETURN")) {
      aliases.put(key, on.key());
    } else if (kind != Thing.Kind.TRIGGER || !row.is("is_inherited")) {
      placed(add(new Thing(key, kind, QualifiedName.of(row.text("name")), row, Optional.of(on))));
    }
  }

  /** The type of a column as the model has it. */
  ColumnType type(Row column) {
    return type(column.text("type"));
  }

  /** The type of this text; what is an enum of the model is one here. */
  ColumnType type(String text) {
    ColumnType type = TypeText.parse(text);
    if (type instanceof ColumnType.ArrayOf array) {
      return new ColumnType.ArrayOf(known(array.element()));
    }
    return known(type);
  }

  private ColumnType known(ColumnType type) {
    return type instanceof ColumnType.Named named
            && Optional.ofNullable(enums.get(named.name()))
                .filter(Thing::isInModel)
                .isPresent()
        ? new ColumnType.Enumerated(named.name())
        : type;
  }

  /** The constraint, if the model has words for all of it. */
  Optional<Constraint> constraint(Thing thing) {
    return constraints.computeIfAbsent(thing, part -> ConstraintRows.constraint(part.row(), this));
  }

  /** The index, if the model has words for all of it. */
  Optional<Index> index(Thing thing) {
    return indexes.computeIfAbsent(thing, part -> parsed(part.row()));
  }

  private static Optional<Index> parsed(Row row) {
    try {
      return Optional.of(Index.parse(
          new Name(row.text("name")),
          row.is("is_unique"),
          row.text("body"),
          row.find("predicate").map(Pretty::condition),
          row.find("tablespace").map(Name::new)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
