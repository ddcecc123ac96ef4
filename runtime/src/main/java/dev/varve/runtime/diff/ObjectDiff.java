package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Expressions;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectComment;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Renameable;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.TableComment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The objects' part of a difference.
 *
 * <p>What rests on a table is late: it goes before tables change, and comes when they have. All else
 * is early: tables may rest on it. A late object that the new schema has too is removed and added
 * again only if something that it rests on cannot change beneath it.
 */
final class ObjectDiff {
  private static final Set<ObjectKind> FIRST =
      Set.of(ObjectKind.NAMESPACE, ObjectKind.EXTENSION, ObjectKind.ROLE);

  private final Draft draft;
  private final Schema to;

  /** The composite types that another one takes the place of. */
  private final Set<QualifiedName> rebuilt = new HashSet<>();

  ObjectDiff(Draft draft, Schema to) {
    this.draft = draft;
    this.to = to;
  }

  /** What stays under another name gets it. */
  void rename(Hints hints) {
    for (ObjectKind kind : ObjectKind.values()) {
      Map<QualifiedName, QualifiedName> marks = new HashMap<>();
      hints.objects().renamed().forEach((now, old) -> {
        if (now.kind() == kind && to.object(now).orElse(null) instanceof Renameable named) {
          marks.put(named.name(), old);
        }
      });
      Renames<QualifiedName> renames = Renames.of(
          marks,
          name -> draft.schema().named(kind, name).isPresent(),
          name -> to.named(kind, name).isPresent(),
          name -> false,
          hints.certain(),
          QualifiedName::of);
      renames.vacated().forEach(name -> vacate(kind, name));
      renames
          .steps()
          .forEach(step -> draft.add(new Change.ObjectRenamed(kind, step.from(), step.to())));
    }
    to.objects().stream()
        .filter(CompositeType.class::isInstance)
        .forEach(type -> renameAttributes((CompositeType) type, hints));
  }

  private void renameAttributes(CompositeType type, Hints hints) {
    Optional<CompositeType> old = draft.schema().object(type.id()).map(CompositeType.class::cast);
    Map<Name, Name> marks = new HashMap<>();
    hints.objects().attributes().forEach((now, before) -> {
      if (now.table().equals(type.name())) {
        marks.put(now.column(), before);
      }
    });
    Renames<Name> renames = Renames.of(
        marks,
        name -> old.flatMap(before -> before.attribute(name)).isPresent(),
        name -> type.attribute(name).isPresent(),
        name -> false,
        hints.certain(),
        name -> name);
    for (Name name : renames.vacated()) {
      removeOn(type.name(), name, hints);
      CompositeType before = (CompositeType) draft.schema().object(type.id()).orElseThrow();
      draft.add(new Change.ObjectChanged(before, before.without(name)));
    }
    renames
        .steps()
        .forEach(
            step -> draft.add(new Change.AttributeRenamed(type.name(), step.from(), step.to())));
  }

  /** What is about an attribute goes before it: another one takes its name over. */
  private void removeOn(QualifiedName type, Name attribute, Hints hints) {
    for (Table table : draft.schema().tables()) {
      Set<Name> columns = Apply.columns(table, type);
      UnaryOperator<String> without =
          sql -> Expressions.withAttributeRenamed(sql, columns, attribute, new Name("varve_gone"));
      if (columns.isEmpty()) {
        continue;
      }
      removeOn(ObjectId.table(table.name()));
      List<Column> computed = table.columns().stream()
          .filter(column -> !column.withExpression(without).equals(column))
          .toList();
      for (Index index : table.indexes()) {
        if (!index.withExpressions(without).equals(index)
            || computed.stream().map(Column::name).anyMatch(index::mentions)) {
          draft.add(new Change.IndexRemoved(table.name(), index));
        }
      }
      for (Constraint constraint : table.constraints()) {
        if (!constraint.withExpressions(without).equals(constraint)
            || computed.stream().map(Column::name).anyMatch(constraint::mentions)) {
          draft.add(new Change.ConstraintRemoved(table.name(), constraint));
        }
      }
      computed.forEach(column -> draft.removeColumn(table.name(), column, hints));
    }
  }

  /** An object goes whose name another one takes over, and what rests on it goes before. */
  private void vacate(ObjectKind kind, QualifiedName name) {
    SchemaObject gone = draft.schema().named(kind, name).orElseThrow();
    removeOn(gone.id());
    draft.add(new Change.ObjectRemoved(gone));
  }

  /** Late objects that are gone or must give way, the last one first. */
  void removeLate(GeneratedDiff generated) {
    Schema from = draft.schema();
    Set<ObjectId> late = late(from);
    Set<ObjectId> changing = changingTables(from);
    Set<ObjectId> going = new HashSet<>();
    List<SchemaObject> ordered = ordered(from.objects(), o -> late.contains(o.id()));
    boolean more = true;
    while (more) {
      more = false;
      for (SchemaObject object : ordered) {
        boolean rests = isLost(object, from, changing)
            || isOnMadeAgain(object, from, generated)
            || requires(object)
                .anyMatch(
                    id -> going.contains(id) || (object.readsColumns() && changing.contains(id)));
        if (rests || isGone(object)) {
          more |= going.add(object.id());
        }
      }
    }
    Collections.reverse(ordered);
    for (SchemaObject object : ordered) {
      if (going.contains(object.id())) {
        draft.add(new Change.ObjectRemoved(object));
      }
    }
  }

  /** A column that is computed anew is another one to the server. */
  private static boolean isOnMadeAgain(SchemaObject object, Schema from, GeneratedDiff generated) {
    return object instanceof TableComment comment
        && comment.column().isPresent()
        && from.table(comment.table())
            .filter(table -> generated.going(table).contains(comment.column().orElseThrow()))
            .isPresent();
  }

  /** A comment goes with what it is on, when something else takes the place of that. */
  private boolean isLost(SchemaObject object, Schema from, Set<ObjectId> changing) {
    if (!(object instanceof ObjectComment comment)) {
      return false;
    }
    if (comment.isOnPart()) {
      QualifiedName table = comment.table().orElseThrow();
      return changing.contains(ObjectId.table(table))
          || !part(from, comment).equals(part(to, comment));
    }
    return (comment.kind() == ObjectKind.ENUM || comment.kind() == ObjectKind.COMPOSITE_TYPE)
        && types(comment, from).anyMatch(type -> isReplaced(type, from));
  }

  /** The index or the constraint, by its text. */
  private static Optional<String> part(Schema schema, ObjectComment comment) {
    Optional<Table> table = schema.table(comment.table().orElseThrow());
    Stream<String> indexes = table.stream()
        .flatMap(t -> t.indexes().stream())
        .filter(index -> index.name().quoted().equals(comment.name()))
        .map(index -> index.unique() + " " + index.sql());
    Stream<String> constraints = table.stream()
        .flatMap(t -> t.constraints().stream())
        .filter(constraint -> constraint.name().quoted().equals(comment.name()))
        .map(Constraint::sql);
    return Stream.concat(indexes, constraints).findFirst();
  }

  private static Stream<ColumnType> types(ObjectComment comment, Schema schema) {
    return Stream.concat(
        schema.enums().stream()
            .map(EnumType::name)
            .filter(name -> name.quoted().equals(comment.name()))
            .map(ColumnType.Enumerated::new),
        schema.objects().stream()
            .filter(object -> object.id().equals(comment.target()))
            .map(object -> new ColumnType.Named(((Renameable) object).name(), List.of())));
  }

  /** Also what it will rest on: the script may run again when it does already. */
  private Stream<ObjectId> requires(SchemaObject object) {
    return Stream.concat(
        object.requires().stream(),
        to.object(object.id()).stream().flatMap(now -> now.requires().stream()));
  }

  /** All that rests on a table which makes room, or loses a column that another one replaces. */
  void removeOn(ObjectId what) {
    Set<ObjectId> going = new HashSet<>(Set.of(what));
    remove(going, object -> false);
  }

  /**
   * What reads columns of a table, of which some take over the names of others. PostgreSQL would
   * go on reading the same ones, while a text that is as it was means those of today.
   */
  void removeReaders(ObjectId table) {
    remove(new HashSet<>(), object -> object.readsColumns() && object.requires().contains(table));
  }

  private void remove(Set<ObjectId> going, Predicate<SchemaObject> first) {
    List<SchemaObject> ordered = ordered(
        draft.schema().objects(),
        object -> (first.test(object) || object.requires().stream().anyMatch(going::contains))
            && going.add(object.id()));
    Collections.reverse(ordered);
    ordered.forEach(object -> draft.add(new Change.ObjectRemoved(object)));
  }

  private boolean isGone(SchemaObject object) {
    return to.object(object.id()).filter(object::canBecome).isEmpty();
  }

  /** Schemas, extensions and roles: all else may need them. */
  void addFirst() {
    add(object -> FIRST.contains(object.id().kind()));
  }

  /** What tables may rest on; of types only what they get in addition. */
  void addEarly() {
    Set<ObjectId> late = late(to);
    add(object -> !late.contains(object.id()) && !isTypeThatStays(object));
    for (SchemaObject object : ordered(to.objects(), this::isTypeThatStays)) {
      CompositeType type = (CompositeType) object;
      CompositeType old = old(type).orElseThrow();
      if (type.isExtensionOf(old)) {
        change(old, old.with(type).withSource(type.source()));
      } else if (old.attributes().equals(type.attributes())) {
        change(old, type);
      } else {
        rebuilt.add(type.name());
      }
    }
  }

  private boolean isTypeThatStays(SchemaObject object) {
    return object instanceof CompositeType type && old(type).isPresent();
  }

  private Optional<CompositeType> old(CompositeType type) {
    return draft.schema().object(type.id()).map(CompositeType.class::cast);
  }

  private void change(SchemaObject from, SchemaObject to) {
    if (!from.equals(to)) {
      draft.add(new Change.ObjectChanged(from, to));
    }
  }

  /** Attributes that go, or are others, when no rule and no index is about them any more. */
  void changeTypes() {
    for (SchemaObject object : ordered(to.objects(), this::isTypeThatStays)) {
      change(old((CompositeType) object).orElseThrow(), object);
    }
  }

  /** Whether its values are written anew, with attributes of other types or in another order. */
  boolean isRebuilt(ColumnType type) {
    return type instanceof ColumnType.ArrayOf array
        ? isRebuilt(array.element())
        : type instanceof ColumnType.Named named && rebuilt.contains(named.name());
  }

  /** What rests on tables. */
  void addLate() {
    add(object -> true);
  }

  /** Early objects that are gone: no table rests on them any more. */
  void removeEarly() {
    remove(object -> !FIRST.contains(object.id().kind()));
  }

  /** Schemas, extensions and roles that nothing rests on any more. */
  void removeFirst() {
    remove(object -> true);
  }

  private void remove(Predicate<SchemaObject> which) {
    List<SchemaObject> gone = ordered(
        draft.schema().objects(), o -> which.test(o) && to.object(o.id()).isEmpty());
    Collections.reverse(gone);
    gone.forEach(object -> draft.add(new Change.ObjectRemoved(object)));
  }

  private void add(Predicate<SchemaObject> which) {
    for (SchemaObject object : ordered(to.objects(), which)) {
      Optional<SchemaObject> old = draft.schema().object(object.id());
      if (old.isEmpty()) {
        draft.add(new Change.ObjectAdded(object));
      } else if (!old.get().equals(object)) {
        draft.add(new Change.ObjectChanged(old.get(), object));
      }
    }
  }

  /** The tables that lose a column or their key or change a column's type, or that go. */
  private Set<ObjectId> changingTables(Schema from) {
    Set<ObjectId> changing = new HashSet<>();
    for (Table table : from.tables()) {
      Optional<Table> now = to.table(table.name());
      if (now.isEmpty()
          || !now.get().primaryKey().equals(table.primaryKey())
          || table.columns().stream().anyMatch(column -> changes(column, now.get(), from))) {
        changing.add(ObjectId.table(table.name()));
      }
    }
    return changing;
  }

  private boolean changes(Column column, Table now, Schema from) {
    return now.column(column.name()).filter(c -> staysInPlace(column, c)).isEmpty()
        || isReplaced(column.type(), from)
        || losesAttribute(column.type(), from);
  }

  /** PostgreSQL takes nothing away that a view or a policy may read. */
  private boolean losesAttribute(ColumnType type, Schema from) {
    if (type instanceof ColumnType.ArrayOf array) {
      return losesAttribute(array.element(), from);
    }
    return type instanceof ColumnType.Named named
        && from.named(ObjectKind.COMPOSITE_TYPE, named.name()).orElse(null)
            instanceof CompositeType old
        && to.object(old.id()).orElse(null) instanceof CompositeType now
        && (old.attributes().stream().anyMatch(a -> now.attribute(a.name()).isEmpty())
            || old.attributes().stream().anyMatch(a -> losesAttribute(a.type(), from)));
  }

  private static boolean staysInPlace(Column column, Column now) {
    boolean computed = column.isGenerated() || now.isGenerated();
    return now.type().equals(column.type())
        && now.options().collation().equals(column.options().collation())
        && (!computed || now.defaultValue().equals(column.defaultValue()));
  }

  /** PostgreSQL takes no value out of an enum, and no attribute amid others of a type. */
  private boolean isReplaced(ColumnType type, Schema from) {
    if (type instanceof ColumnType.ArrayOf array) {
      return isReplaced(array.element(), from);
    }
    if (type instanceof ColumnType.Named named) {
      return from.named(ObjectKind.COMPOSITE_TYPE, named.name()).orElse(null)
              instanceof CompositeType old
          && to.object(old.id()).orElse(null) instanceof CompositeType now
          && !now.isExtensionOf(old);
    }
    return type instanceof ColumnType.Enumerated enumerated
        && from.enumType(enumerated.type())
            .filter(
                old -> to.enumType(old.name()).filter(now -> !old.isKeptBy(now)).isPresent())
            .isPresent();
  }

  /** What requires a table, directly or through others. */
  private static Set<ObjectId> late(Schema schema) {
    Set<ObjectId> late = new HashSet<>();
    schema.tables().forEach(table -> late.add(ObjectId.table(table.name())));
    // What they are on may be made again by then.
    schema.objects().stream()
        .filter(ObjectComment.class::isInstance)
        .forEach(comment -> late.add(comment.id()));
    boolean more = true;
    while (more) {
      more = false;
      for (SchemaObject object : schema.objects()) {
        if (object.requires().stream().anyMatch(late::contains)) {
          more |= late.add(object.id());
        }
      }
    }
    return late;
  }

  /** By kind and name, but each after what it requires. */
  private static List<SchemaObject> ordered(
      List<SchemaObject> objects, Predicate<SchemaObject> which) {
    Map<ObjectId, SchemaObject> known = new LinkedHashMap<>();
    objects.forEach(object -> known.put(object.id(), object));
    List<SchemaObject> ordered = new ArrayList<>();
    Set<ObjectId> seen = new HashSet<>();
    objects.forEach(object -> visit(object, known, seen, ordered));
    ordered.removeIf(which.negate());
    return ordered;
  }

  private static void visit(
      SchemaObject object,
      Map<ObjectId, SchemaObject> known,
      Set<ObjectId> seen,
      List<SchemaObject> ordered) {
    if (seen.add(object.id())) {
      for (ObjectId id : object.requires()) {
        Optional.ofNullable(known.get(id))
            .ifPresent(required -> visit(required, known, seen, ordered));
      }
      ordered.add(object);
    }
  }
}
