package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An insert of many rows: an array for each column, which the server takes apart into rows. It
 * returns them in the order of the array, as a scan of a function's rows is never reordered.
 */
final class InsertMany<R> extends Modification<R> {
  private final Operations operations;
  private final Table<?, R, ?, ?> table;
  private final List<? extends NewRow<?>> rows;

  InsertMany(Operations operations, Table<?, R, ?, ?> table, List<? extends NewRow<?>> rows) {
    super(table);
    this.operations = operations;
    this.table = table;
    this.rows = rows;
  }

  /** Rows of one shape, with their places among all rows. */
  private record Group(InsertTexts.Shape shape, List<NewRow<?>> rows, List<Integer> places) {}

  @Override
  public long execute() {
    List<Group> groups = groups();
    if (groups.size() > 1) {
      return operations.atomically(inside -> execute(inside, groups));
    }
    return execute(operations, groups);
  }

  private static long execute(Operations operations, List<Group> groups) {
    long count = 0;
    for (Group group : groups) {
      count += operations.run(group.shape().many(false), values(group), Fetch.CHANGED);
    }
    return count;
  }

  @Override
  <V> List<V> fetch(Selection<V> selection) {
    List<Group> groups = groups();
    if (groups.size() > 1) {
      return operations.atomically(inside -> inOrder(inside, groups, selection));
    }
    return groups.isEmpty() ? List.of() : fetch(operations, groups.get(0), selection);
  }

  private <V> List<V> inOrder(Operations inside, List<Group> groups, Selection<V> selection) {
    List<List<V>> results = new ArrayList<>();
    for (Group group : groups) {
      results.add(fetch(inside, group, selection));
    }
    List<V> ordered =
        new ArrayList<>(Collections.nCopies(rows.size(), results.get(0).get(0)));
    for (int g = 0; g < groups.size(); g++) {
      List<Integer> places = groups.get(g).places();
      for (int i = 0; i < places.size(); i++) {
        ordered.set(places.get(i), results.get(g).get(i));
      }
    }
    return ordered;
  }

  private <V> List<V> fetch(Operations inside, Group group, Selection<V> selection) {
    String text = selection == table
        ? group.shape().many(true)
        : group.shape().many(false) + returning(table, selection);
    return inside.run(text, values(group), Fetch.list(selection));
  }

  private List<Group> groups() {
    Map<Object, Group> groups = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      NewRow<?> row = rows.get(i);
      InsertTexts texts = table.insertTexts();
      Group group = groups.computeIfAbsent(
          texts.key(row),
          key -> new Group(texts.shapeOf(row), new ArrayList<>(), new ArrayList<>()));
      group.rows().add(row);
      group.places().add(i);
    }
    return List.copyOf(groups.values());
  }

  private static Binder values(Group group) {
    return statement -> bind(statement, group);
  }

  private static void bind(PreparedStatement statement, Group group) throws SQLException {
    List<ColumnOf<?>> columns = group.shape().columns();
    if (columns.isEmpty()) {
      statement.setInt(1, group.rows().size());
    }
    for (int i = 0; i < columns.size(); i++) {
      ColumnOf<?> column = columns.get(i);
      String array = column.type().arrayText(group.rows(), row -> row.value(column.position()));
      statement.setObject(i + 1, array, Types.OTHER);
    }
  }
}
