package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnOptions;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Random edits of a schema, each as a developer makes it: in one go, with the marks it needs. */
public final class RandomEdits {
  /**
   * What the edits made.
   *
   * @param hints the marks
   * @param origins where the columns that were there before now are: old name by new one
   * @param droppedPartitions the first tables and names of partitions that went
   */
  public record Edited(
      Schema schema,
      Hints hints,
      Map<ColumnName, ColumnName> origins,
      Set<ColumnName> droppedPartitions) {}

  private final RandomSchemas schemas;
  private final Random random;
  private final Tracks tracks;
  private final Schema from;
  private Schema schema;

  private RandomEdits(RandomSchemas schemas, Schema from) {
    this.schemas = schemas;
    this.random = schemas.random();
    this.from = from;
    this.schema = from;
    this.tracks = new Tracks(from, random);
  }

  /** So many edits of a schema that these random schemas made. */
  public static Edited edit(RandomSchemas schemas, Schema from, int edits) {
    RandomEdits result = new RandomEdits(schemas, from);
    for (int i = 0; i < edits; i++) {
      result.edit();
    }
    int rare = edits == 1 ? 9 : 3;
    if (edits > 1 || schemas.partitions().chance(rare)) {
      result.schema = schemas.partitions().edit(result.schema, result.tracks);
    }
    if (schemas.partitions().chance(4 * rare)) {
      result.schema = schemas.partitions().withTable(result.schema);
    }
    result.schema = RandomPartitions.sound(result.schema);
    if (edits > 1 || schemas.partitions().chance(rare)) {
      result.schema = schemas.texts().edit(result.schema, result.tracks);
    }
    result.schema = schemas.objects().chance(edits == 1 ? 9 : 2)
        ? schemas.objects().edit(result.schema, result.tracks)
        : RandomObjects.known(result.schema);
    result.tracks.columnsBack(result.schema);
    return new Edited(
        schemas.views().on(result.schema),
        result.tracks.hints(),
        result.tracks.origins(),
        result.tracks.droppedPartitions());
  }

  private void edit() {
    if (schema.tables().isEmpty()) {
      schema = schema.withTable(schemas.table(schema.enums()));
      return;
    }
    Table table = schemas.any(schema.tables());
    Column column = table.columns().isEmpty() ? null : schemas.any(table.columns());
    switch (random.nextInt(41)) {
      case 0 -> schema = schema.withTable(schemas.table(schema.enums()));
      case 1 -> dropTable(table);
      case 2 -> renameTable(table.name(), QualifiedName.of(schemas.names().fresh()));
      case 3 -> exchangeTables(table.name(), schemas.any(schema.tables()).name());
      case 4 -> replaceTable(table.name(), schemas.any(schema.tables()).name());
      case 5 -> onTable(table, t -> t.withType(schemas.javaType()));
      case 6, 7, 23 -> addColumn(table);
      case 8 -> schema = schemas.withForeignKey(schema);
      case 9, 24, 25 -> addKeyOrIndex(table);
      case 10, 26 -> renameConstraint(table);
      case 11 -> redefine(table);
      case 12 -> dropConstraintOrIndex(table);
      case 13 -> schema = schema.withEnum(schemas.enumType());
      case 14, 29 -> addEnumValue();
      case 15 -> removeEnumValue();
      case 16, 28 -> dropEnum();
      case 17 -> changeOptions(table);
      case 18 -> onTable(table, schemas::withGenerated);
      case 19 -> renameEnum();
      case 20, 21 -> renameEnumValue();
      case 22 -> reorderEnum();
      case 27, 30 -> count(table);
      default -> {
        if (column != null) {
          editColumn(table, column);
        }
      }
    }
  }

  private void editColumn(Table table, Column column) {
    boolean divides = RandomPartitions.isKey(schema, new ColumnName(table.name(), column.name()));
    switch (divides ? 1 + random.nextInt(2) : random.nextInt(12)) {
      case 0 -> dropColumn(table.name(), column.name());
      case 1 -> renameColumn(table.name(), column.name(), schemas.names().fresh());
      case 2 ->
        exchangeColumns(
            table.name(), column.name(), schemas.any(table.columns()).name());
      case 3 ->
        replaceColumn(table.name(), column.name(), schemas.any(table.columns()).name());
      case 4 -> retype(table, column);
      case 5, 9 -> {
        Default value = schemas.columns().value(column.type(), schema.enums());
        onColumn(table.name(), column.name(), c -> c.withDefault(value));
      }
      case 6 -> count(table);
      case 7 -> {
        ColumnOptions options = schemas.columns().options(column.type());
        onColumn(table.name(), column.name(), c -> c.withOptions(options));
      }
      case 8 -> compute(table, column);
      default -> {
        boolean key =
            table.primaryKey().map(k -> k.columns().contains(column.name())).orElse(false);
        boolean counts = column.defaultValue() instanceof Default.Identity
            || column.defaultValue() instanceof Default.Serial;
        if (!key && !counts) {
          onColumn(table.name(), column.name(), c -> c.withNullable(!c.nullable()));
        }
      }
    }
  }

  /** A column gets its values from a sequence. */
  private void count(Table table) {
    List<Column> whole = table.columns().stream()
        .filter(column -> RandomColumns.isWhole(column.type()))
        .toList();
    if (!whole.isEmpty()) {
      Name column = schemas.any(whole).name();
      Default value = schemas.columns().counter();
      onColumn(table.name(), column, c -> c.withDefault(value).withNullable(false));
    }
  }

  /** A column becomes one that is computed, or one that is computed otherwise. */
  private void compute(Table table, Column column) {
    if (RandomPartitions.isKey(schema, new ColumnName(table.name(), column.name()))) {
      return;
    }
    boolean alone =
        table.columns().stream().allMatch(c -> c.isGenerated() || c.name().equals(column.name()));
    boolean base = table.columns().stream().anyMatch(c -> c.isGeneratedFrom(column.name()));
    if (alone || base) {
      return;
    }
    ColumnName name = new ColumnName(table.name(), column.name());
    schema = Columns.freed(schema, name);
    Column computed = schemas.generated(table, column.name());
    onColumn(table.name(), column.name(), c -> computed);
    if (!column.isGenerated()) {
      tracks.columnDropped(name);
    }
  }

  /** Another way to keep the rows; a table that is logged cannot reference one that is not. */
  private void changeOptions(Table table) {
    Schema changed = schema.withTables(
        t -> t.name().equals(table.name()) ? t.withOptions(schemas.columns().tableOptions()) : t);
    boolean sound = changed.tables().stream()
        .allMatch(t -> t.options().unlogged()
            || t.foreignKeys().stream()
                .noneMatch(
                    key -> changed.table(key.target()).orElseThrow().options().unlogged()));
    if (sound) {
      schema = changed;
    }
  }

  private void dropTable(Table table) {
    schema = new Apply(schema.withTables(t -> t.withConstraints(Lists.without(
            t.constraints(),
            c -> c instanceof Constraint.ForeignKey key && key.target().equals(table.name())))))
        .tableRemoved(new Change.TableRemoved(table, Optional.empty()));
    schema = RandomObjects.known(schema);
    tracks.tableDropped(table.name());
  }

  private void renameTable(QualifiedName from, QualifiedName to) {
    schema = new Change.TableRenamed(from, to).apply(schema);
    tracks.tableRenamed(from, to);
  }

  private void exchangeTables(QualifiedName one, QualifiedName other) {
    if (!one.equals(other)) {
      QualifiedName spare = QualifiedName.of(schemas.names().fresh());
      renameTable(one, spare);
      renameTable(other, one);
      renameTable(spare, other);
    }
  }

  /** One table goes and another takes its name. */
  private void replaceTable(QualifiedName gone, QualifiedName heir) {
    if (!gone.equals(heir) && tracks.mayReplace(gone, heir)) {
      dropTable(schema.table(gone).orElseThrow());
      renameTable(heir, gone);
    }
  }

  private void addColumn(Table table) {
    Name name = schemas.names().fresh();
    Column column = random.nextInt(3) == 0
        ? schemas.columns().counting(name)
        : schemas.columns().column(name, schema.enums());
    onTable(table, t -> t.withColumns(Lists.plus(t.columns(), column)));
    tracks.columnAdded(new ColumnName(table.name(), column.name()), column);
  }

  private void dropColumn(QualifiedName table, Name column) {
    ColumnName name = new ColumnName(table, column);
    for (Column other : schema.table(table).orElseThrow().columns()) {
      if (other.isGeneratedFrom(column)) {
        dropColumn(table, other.name());
      }
    }
    schema = Columns.freed(schema, name);
    Column gone = schema.column(name).orElseThrow();
    schema = new Change.ColumnRemoved(table, gone, Optional.empty()).apply(schema);
    schema = RandomObjects.known(schema);
    tracks.columnDropped(name);
  }

  private void renameColumn(QualifiedName table, Name from, Name to) {
    schema = new Change.ColumnRenamed(table, from, to).apply(schema);
    tracks.columnRenamed(table, from, to);
  }

  private void exchangeColumns(QualifiedName table, Name one, Name other) {
    if (!one.equals(other)) {
      Name spare = schemas.names().fresh();
      renameColumn(table, one, spare);
      renameColumn(table, other, one);
      renameColumn(table, spare, other);
    }
  }

  /** One column goes and another takes its name. */
  private void replaceColumn(QualifiedName table, Name gone, Name heir) {
    if (RandomPartitions.isKey(schema, new ColumnName(table, gone))) {
      return;
    }
    Column taking = schema.column(new ColumnName(table, heir)).orElseThrow();
    if (!gone.equals(heir)
        && !taking.isGeneratedFrom(gone)
        && !wasComputed(new ColumnName(table, heir))
        && tracks.mayReplace(new ColumnName(table, gone), new ColumnName(table, heir))) {
      dropColumn(table, gone);
      renameColumn(table, heir, gone);
    }
  }

  /** A computed column that is no more, under another name besides, is a new one. */
  private boolean wasComputed(ColumnName now) {
    return Optional.ofNullable(tracks.origins().get(now))
        .flatMap(from::column)
        .filter(Column::isGenerated)
        .isPresent();
  }

  /** Another type for the column and for all that reference it or that it references. */
  private void retype(Table table, Column column) {
    Set<ColumnName> family = Columns.family(schema, new ColumnName(table.name(), column.name()));
    // PostgreSQL fails to understand some expressions of USING on partitioned tables.
    if (family.stream()
        .anyMatch(
            member -> schema.table(member.table()).orElseThrow().partitioning().isPresent())) {
      return;
    }
    ColumnType any = schemas.columns().type(schema.enums());
    ColumnType type =
        family.size() > 1 && any instanceof ColumnType.ArrayOf array ? array.element() : any;
    for (ColumnName member : family) {
      schema = RandomTexts.without(schema, member);
      schema = RandomColumns.isOrdered(type)
          ? Columns.withoutKeysOfTypeOn(schema, member)
          : Columns.freed(schema, member);
      if (Columns.isEnum(type)) {
        dropVirtual(member);
      }
      onColumn(
          member.table(),
          member.column(),
          c -> c.withType(type)
              .withDefault(new Default.None())
              .withOptions(schemas.columns().options(type)));
      tracks.columnRetyped(member);
    }
  }

  /** PostgreSQL computes no virtual column from a type of the user's. */
  private void dropVirtual(ColumnName base) {
    for (Column column : schema.table(base.table()).orElseThrow().columns()) {
      if (column.isGeneratedFrom(base.column())
          && column.defaultValue() instanceof Default.Generated generated
          && !generated.stored()) {
        dropColumn(base.table(), column.name());
      }
    }
  }

  private void addKeyOrIndex(Table table) {
    if (table.columns().isEmpty()) {
      return;
    }
    switch (random.nextInt(7)) {
      case 0, 6 ->
        schema.tables().stream()
            .filter(t -> t.primaryKey().isEmpty() && !t.columns().isEmpty())
            .findFirst()
            .ifPresent(t -> onTable(t, schemas::withPrimaryKey));
      case 1 -> onTable(table, schemas::withConstraint);
      case 2, 3 -> onTable(table, schemas::withKey);
      case 4 -> onTable(table, schemas::withIndex);
      default -> {
        if (!table.indexes().isEmpty()) {
          Index twin = schemas.any(table.indexes()).withName(schemas.names().fresh());
          onTable(table, t -> t.withIndexes(Lists.plus(t.indexes(), twin)));
        }
      }
    }
  }

  private void renameConstraint(Table table) {
    Name fresh = schemas.names().fresh();
    if (random.nextBoolean() && !table.constraints().isEmpty()) {
      Name old = schemas.any(table.constraints()).name();
      schema = new Change.ConstraintRenamed(table.name(), old, fresh).apply(schema);
    } else if (!table.indexes().isEmpty()) {
      Name old = schemas.any(table.indexes()).name();
      schema = new Change.IndexRenamed(table.name(), old, fresh).apply(schema);
    }
  }

  /** Another definition under the same name. */
  private void redefine(Table table) {
    if (table.columns().isEmpty()) {
      return;
    }
    if (random.nextBoolean() && !table.constraints().isEmpty()) {
      Constraint old = schemas.any(table.constraints());
      boolean free = schema.tables().stream()
          .flatMap(t -> t.foreignKeys().stream())
          .noneMatch(key -> key.target().equals(table.name()));
      Constraint other = schemas.keys().redefined(table, old, free);
      onTable(
          table,
          t -> t.withConstraints(
              t.constraints().stream().map(c -> c.equals(old) ? other : c).toList()));
    } else if (!table.indexes().isEmpty()) {
      Name name = schemas.any(table.indexes()).name();
      Table other = schemas.withIndex(table.withIndexes(List.of()));
      if (other.indexes().isEmpty()) {
        return;
      }
      onTable(
          table,
          t -> t.withIndexes(t.indexes().stream()
              .map(i -> i.name().equals(name) ? other.indexes().get(0).withName(name) : i)
              .toList()));
    }
  }

  private void dropConstraintOrIndex(Table table) {
    if (random.nextBoolean() && !table.constraints().isEmpty()) {
      Constraint gone = schemas.any(table.constraints());
      schema = Columns.withoutConstraint(schema, table.name(), gone);
    } else if (!table.indexes().isEmpty()) {
      Index gone = schemas.any(table.indexes());
      onTable(table, t -> t.withIndexes(Lists.without(t.indexes(), gone::equals)));
    }
  }

  private void addEnumValue() {
    if (!schema.enums().isEmpty()) {
      EnumType type = schemas.any(schema.enums());
      List<String> values = new ArrayList<>(type.values());
      int place = random.nextInt(3) == 0 ? values.size() : random.nextInt(values.size() + 1);
      values.add(place, schemas.names().fresh().value());
      onEnum(new EnumType(type.name(), type.type(), values));
    }
  }

  private void removeEnumValue() {
    if (!schema.enums().isEmpty()) {
      EnumType type = schemas.any(schema.enums());
      if (type.values().size() > 1) {
        String gone = schemas.any(type.values());
        schema = Columns.withoutDefaultsOf(schema, type.name());
        onEnum(type.without(gone));
        tracks.valueDropped(type.name(), gone);
      }
    }
  }

  private void renameEnum() {
    if (!schema.enums().isEmpty()) {
      EnumType type = schemas.any(schema.enums());
      QualifiedName now = schemas.enumName();
      // Defaults may name the type.
      schema = Columns.withoutDefaultsOf(schema, type.name());
      schema = new Change.EnumRenamed(type.name(), now).apply(schema);
      tracks.enumRenamed(type.name(), now);
      onEnum(schema.enumType(now).orElseThrow().withType(schemas.javaType()));
    }
  }

  /** To a new name, to that of another one, which gets this one's, or to that of one that goes. */
  private void renameEnumValue() {
    if (!schema.enums().isEmpty()) {
      EnumType type = schemas.any(schema.enums());
      if (type.values().isEmpty()) {
        return;
      }
      String one = schemas.any(type.values());
      String other = schemas.any(type.values());
      schema = Columns.withoutDefaultsOf(schema, type.name());
      if (one.equals(other) || random.nextBoolean()) {
        String now = schemas.names().fresh().value();
        renameValue(type.name(), one, now);
      } else if (random.nextBoolean()) {
        String spare = schemas.names().fresh().value();
        renameValue(type.name(), one, spare);
        renameValue(type.name(), other, one);
        renameValue(type.name(), spare, other);
      } else {
        onEnum(type.without(other));
        tracks.valueDropped(type.name(), other);
        renameValue(type.name(), one, other);
      }
    }
  }

  private void renameValue(QualifiedName type, String from, String to) {
    schema = new Change.EnumValueRenamed(type, from, to).apply(schema);
    tracks.valueRenamed(type, from, to);
  }

  private void reorderEnum() {
    if (!schema.enums().isEmpty()) {
      EnumType type = schemas.any(schema.enums());
      List<String> values = new ArrayList<>(type.values());
      Collections.shuffle(values, random);
      onEnum(type.withValues(values));
    }
  }

  /** The columns that had it have texts now, or go with it. */
  private void dropEnum() {
    if (!schema.enums().isEmpty()) {
      EnumType type = schemas.any(schema.enums());
      boolean parks = random.nextInt(3) > 0;
      Set<ColumnName> users = new HashSet<>();
      schema
          .tables()
          .forEach(t -> t.columns().stream()
              .filter(c -> Columns.uses(c.type(), type.name()))
              .forEach(c -> users.add(new ColumnName(t.name(), c.name()))));
      for (ColumnName user : users) {
        if (parks && !RandomPartitions.isKey(schema, user)) {
          dropColumn(user.table(), user.column());
          continue;
        }
        boolean array = schema.column(user).orElseThrow().type() instanceof ColumnType.ArrayOf;
        schema = Columns.withoutConditionsOn(schema, user);
        schema = array ? Columns.withoutKeysOfTypeOn(schema, user) : schema;
        onColumn(
            user.table(),
            user.column(),
            c -> c.withType(ColumnType.Scalar.TEXT)
                .withDefault(new Default.None())
                .withOptions(schemas.columns().options(ColumnType.Scalar.TEXT)));
        tracks.columnRetyped(user);
      }
      schema = schema.withoutEnum(type.name());
      tracks.enumDropped(type.name());
    }
  }

  private void onEnum(EnumType type) {
    schema = schema.withoutEnum(type.name()).withEnum(type);
  }

  private void onTable(Table table, UnaryOperator<Table> operator) {
    schema = schema.withTables(t -> t.name().equals(table.name()) ? operator.apply(t) : t);
  }

  private void onColumn(QualifiedName table, Name column, UnaryOperator<Column> operator) {
    schema = schema.withTables(t -> t.name().equals(table)
        ? t.withColumns(t.columns().stream()
            .map(c -> c.name().equals(column) ? operator.apply(c) : c)
            .toList())
        : t);
  }
}
