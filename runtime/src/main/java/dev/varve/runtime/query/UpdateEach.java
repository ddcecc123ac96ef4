package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An update of many rows, each in its own way: an array for each column of the key and each that is
 * changed, which the server takes apart into rows and joins with the table.
 */
final class UpdateEach<S, R> extends Modification<R> {
  private final List<RowPatch<S>> rows;
  private final @Nullable Assignment<S> next;

  UpdateEach(
      Statements statements,
      Table<S, R, ?, ?> table,
      List<RowPatch<S>> rows,
      @Nullable Assignment<S> next) {
    super(statements, table);
    this.rows = rows;
    this.next = next;
    Set<Object> known = new HashSet<>();
    for (RowPatch<S> row : rows) {
      if (!known.add(List.of(row.key(), row.values()))) {
        throw new StatementException("The update of "
            + table.name()
            + " has two changes for the row with "
            + row.key().names()
            + " = "
            + row.key().shown(row.values())
            + ". Put them into one patch.");
      }
    }
  }

  /** What rows must have in common to be changed by one statement. */
  private record Shape(Key<?, ?> key, List<ColumnOf<?>> changed, boolean versioned) {}

  @Override
  public long execute() {
    return all(group -> {
          Sql sql = text(group, null);
          long count = statements(group).run(sql.text(), sql, Fetch.CHANGED);
          requireVersions(group, count);
          return List.of(count);
        })
        .stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  @Override
  <V> List<V> fetch(Selection<V> selection) {
    return all(group -> {
      Sql sql = text(group, selection);
      List<V> found = statements(group).run(sql.text(), sql, Fetch.list(selection));
      requireVersions(group, found.size());
      return found;
    });
  }

  /** Rows of one shape, and what runs their statement. */
  private static final class Group<S> {
    private final Shape shape;
    private final List<RowPatch<S>> rows;
    private final Statements inside;

    Group(Shape shape, List<RowPatch<S>> rows, Statements inside) {
      this.shape = shape;
      this.rows = rows;
      this.inside = inside;
    }
  }

  private static Statements statements(Group<?> group) {
    return group.inside;
  }

  private <X> List<X> all(Function<Group<S>, List<X>> run) {
    Map<Shape, List<RowPatch<S>>> groups = groups();
    if (groups.size() == 1 && next == null) {
      return all(statements(), groups, run);
    }
    return groups.isEmpty()
        ? List.of()
        : statements().atomically(inside -> all(inside, groups, run));
  }

  private static <S, X> List<X> all(
      Statements inside, Map<Shape, List<RowPatch<S>>> groups, Function<Group<S>, List<X>> run) {
    List<X> results = new ArrayList<>();
    groups.forEach((shape, same) -> results.addAll(run.apply(new Group<>(shape, same, inside))));
    return results;
  }

  private Map<Shape, List<RowPatch<S>>> groups() {
    Map<Shape, List<RowPatch<S>>> groups = new LinkedHashMap<>();
    for (RowPatch<S> row : rows) {
      List<ColumnOf<?>> changed = new ArrayList<>();
      for (ColumnOf<?> column : table().columns()) {
        if (row.patch().changes(column.position())) {
          changed.add(column);
        }
      }
      if (changed.isEmpty()) {
        throw new StatementException(
            "A patch among the changes to " + table().name() + " sets nothing. Leave it out.");
      }
      Shape shape = new Shape(row.key(), changed, row.version() != null);
      groups.computeIfAbsent(shape, key -> new ArrayList<>()).add(row);
    }
    return groups;
  }

  private void requireVersions(Group<S> group, long changed) {
    if (group.shape.versioned() && changed < group.rows.size()) {
      throw new StaleVersionException(
          table().name(),
          "one of " + group.rows.size() + " keys (" + changed + " matched)",
          "that was given with it");
    }
  }

  @Override
  void write(Sql sql) {
    Map<Shape, List<RowPatch<S>>> groups = groups();
    if (groups.size() != 1 || next != null) {
      throw new StatementException("Changes to many rows that set different columns, or count a"
          + " version, are no single statement, and cannot be part of another one.");
    }
    groups.forEach((shape, same) -> write(sql, new Group<>(shape, same, statements())));
  }

  private Sql text(Group<S> group, @Nullable Selection<?> returning) {
    Sql sql = new Sql();
    write(sql, group);
    if (returning != null) {
      writeReturning(sql, returning);
    }
    return sql;
  }

  private void write(Sql sql, Group<S> group) {
    statements().begin(sql);
    sql.enter(table());
    sql.line("UPDATE ");
    table().writeSource(sql);
    writeSet(sql, group.shape);
    sql.line("FROM unnest(");
    writeArrays(sql, group);
    writeCondition(sql, group.shape);
  }

  private void writeSet(Sql sql, Shape shape) {
    String separator = "SET ";
    sql.line("");
    for (int i = 0; i < shape.changed().size(); i++) {
      ColumnOf<?> column = shape.changed().get(i);
      sql.append(separator).append(column.name()).append(" = \"row\".\"v" + (i + 1) + "\"");
      // unnest takes an array of arrays or rows apart to its last element; these travel as text.
      sql.append(column.type().isTakenApart() ? "::" + column.type().sqlName() : "");
      separator = ", ";
    }
    if (next != null) {
      next.write(sql.append(separator));
    }
  }

  private void writeArrays(Sql sql, Group<S> group) {
    Names names = new Names();
    List<Operand<?, ?>> keys = group.shape.key().columns();
    for (int i = 0; i < keys.size(); i++) {
      int at = i;
      Type<?> type = keys.get(i).type();
      names.array(sql, "k" + (i + 1), type, group.rows, row -> row.values().get(at));
    }
    List<ColumnOf<?>> changed = group.shape.changed();
    for (int i = 0; i < changed.size(); i++) {
      int position = changed.get(i).position();
      names.array(
          sql,
          "v" + (i + 1),
          changed.get(i).type(),
          group.rows,
          row -> row.patch().value(position));
    }
    if (group.shape.versioned() && next != null) {
      names.array(sql, "version", next.column().type(), group.rows, RowPatch::version);
    }
    sql.append(") AS \"row\" (" + names.all() + ")");
  }

  private void writeCondition(Sql sql, Shape shape) {
    String separator = "WHERE ";
    sql.line("");
    List<Operand<?, ?>> keys = shape.key().columns();
    for (int i = 0; i < keys.size(); i++) {
      sql.append(separator);
      ColumnOf<?> column = (ColumnOf<?>) keys.get(i).node();
      sql.append(table().name() + "." + column.name() + " = \"row\".\"k" + (i + 1) + "\"");
      separator = " AND ";
    }
    if (shape.versioned() && next != null) {
      sql.append(
          separator + table().name() + "." + next.column().name() + " = \"row\".\"version\"");
    }
  }

  /** The columns of the rows that arrays are taken apart to. */
  private static final class Names {
    private final List<String> names = new ArrayList<>();

    <S> void array(
        Sql sql,
        String name,
        Type<?> type,
        Collection<RowPatch<S>> rows,
        Function<RowPatch<S>, @Nullable Object> value) {
      sql.append(names.isEmpty() ? "" : ", ");
      sql.append("?::" + (type.isTakenApart() ? "text" : type.sqlName()) + "[]");
      sql.array(type, type.arrayText(rows, value, new StringBuilder()));
      names.add("\"" + name + "\"");
    }

    String all() {
      return String.join(", ", names);
    }
  }
}
