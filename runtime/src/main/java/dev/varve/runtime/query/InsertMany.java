package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An insert of many rows: an array for each column, which the server takes apart into rows. It
 * returns them in the order of the array, as a scan of a function's rows is never reordered.
 */
final class InsertMany<S, R> extends Insert<S, R> {
  private final List<? extends NewRow<?>> rows;

  InsertMany(Statements statements, Table<S, R, ?, ?> table, List<? extends NewRow<?>> rows) {
    super(statements, table);
    this.rows = rows;
  }

  /** Rows of one shape, with their places among all rows unless there is no other group. */
  private static final class Group {
    private final InsertTexts.Shape shape;
    private final List<? extends NewRow<?>> rows;
    private final List<Integer> places;

    Group(InsertTexts.Shape shape, List<? extends NewRow<?>> rows, List<Integer> places) {
      this.shape = shape;
      this.rows = rows;
      this.places = places;
    }
  }

  @Override
  long execute(@Nullable Node conflict) {
    List<Group> groups = groups();
    if (groups.size() > 1) {
      return statements().atomically(inside -> execute(inside, groups, conflict));
    }
    return execute(statements(), groups, conflict);
  }

  private long execute(Statements inside, List<Group> groups, @Nullable Node conflict) {
    long count = 0;
    for (Group group : groups) {
      Sql sql = text(group, conflict, null);
      count += inside.run(sql.text(), sql, Fetch.CHANGED);
    }
    return count;
  }

  @Override
  <V> List<V> fetch(@Nullable Node conflict, Selection<V> selection) {
    List<Group> groups = groups();
    if (groups.size() > 1) {
      return statements().atomically(inside -> inOrder(inside, groups, conflict, selection));
    }
    return groups.isEmpty() ? List.of() : fetch(statements(), groups.get(0), conflict, selection);
  }

  /** Where rows may be left out, it is not known which; they stay in the order of the groups. */
  private <V> List<V> inOrder(
      Statements inside, List<Group> groups, @Nullable Node conflict, Selection<V> selection) {
    List<List<V>> results = new ArrayList<>();
    for (Group group : groups) {
      results.add(fetch(inside, group, conflict, selection));
    }
    if (conflict != null) {
      return results.stream().flatMap(List::stream).collect(Collectors.toList());
    }
    List<V> ordered =
        new ArrayList<>(Collections.nCopies(rows.size(), results.get(0).get(0)));
    for (int g = 0; g < groups.size(); g++) {
      List<Integer> places = groups.get(g).places;
      for (int i = 0; i < places.size(); i++) {
        ordered.set(places.get(i), results.get(g).get(i));
      }
    }
    return ordered;
  }

  private <V> List<V> fetch(
      Statements inside, Group group, @Nullable Node conflict, Selection<V> selection) {
    Sql sql = text(group, conflict, selection);
    return inside.run(sql.text(), sql, Fetch.list(selection));
  }

  private Sql text(Group group, @Nullable Node conflict, @Nullable Selection<?> returning) {
    Sql sql = new Sql();
    boolean whole = conflict == null && returning == table();
    write(sql, group, whole);
    writeConflict(sql, conflict);
    if (returning != null && !whole) {
      Modification.writeReturning(sql, returning);
    }
    return sql;
  }

  private void write(Sql sql, Group group, boolean returningAll) {
    sql.enter(table());
    sql.append(group.shape.many(returningAll));
    List<ColumnOf<?>> columns = group.shape.columns();
    if (columns.isEmpty()) {
      sql.bound(Type.INT, group.rows.size());
    }
    StringBuilder buffer = new StringBuilder(16 + 24 * group.rows.size());
    for (ColumnOf<?> column : columns) {
      int position = column.position();
      sql.array(
          column.type(), column.type().arrayText(group.rows, row -> row.value(position), buffer));
    }
  }

  @Override
  void write(Sql sql, @Nullable Node conflict) {
    List<Group> groups = groups();
    if (groups.size() != 1) {
      throw new StatementException("An insert of rows that leave different columns to their"
          + " defaults, or of none, is no single statement, and cannot be part of another one.");
    }
    write(sql, groups.get(0), false);
    writeConflict(sql, conflict);
  }

  private List<Group> groups() {
    InsertTexts texts = table().insertTexts();
    if (rows.isEmpty()) {
      return List.of();
    }
    InsertTexts.Shape first = texts.shapeOf(rows.get(0));
    if (rows.stream().allMatch(first::fits)) {
      return List.of(new Group(first, rows, List.of()));
    }
    Map<Object, List<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      places.computeIfAbsent(texts.key(rows.get(i)), key -> new ArrayList<>()).add(i);
    }
    List<Group> groups = new ArrayList<>();
    for (List<Integer> of : places.values()) {
      List<? extends NewRow<?>> some = of.stream().map(rows::get).toList();
      groups.add(new Group(texts.shapeOf(some.get(0)), some, of));
    }
    return groups;
  }
}
