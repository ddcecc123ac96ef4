package dev.varve.runtime.query;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A table with every form of one type: present, absent, in an array. */
final class ValueTable<T>
    extends UnversionedTable<
        ValueTable<T>, ValueTable.Values<T>, ValueTable.Row<T>, Patch<ValueTable<T>>> {
  private final Type<T> type;

  final NumberColumn<ValueTable<T>, Integer> id = number("id", Type.INT);
  final Column<ValueTable<T>, T> value;
  final NullableColumn<ValueTable<T>, T> maybe;
  final Column<ValueTable<T>, List<T>> list;
  final NullableColumn<ValueTable<T>, List<T>> maybeList;

  record Values<T>(int id, T value, Optional<T> maybe, List<T> list, Optional<List<T>> maybeList) {}

  static final class Row<T> extends NewRow<ValueTable<T>> {
    Row(int id, T value, Optional<T> maybe, List<T> list, Optional<List<T>> maybeList) {
      super(new Object[] {id, value, maybe.orElse(null), list, maybeList.orElse(null)});
    }
  }

  ValueTable(String alias, Type<T> type) {
    super("values", alias);
    this.type = type;
    value = column("value", type);
    maybe = nullable("maybe", type);
    list = column("list", type.list());
    maybeList = nullable("maybe_list", type.list());
  }

  static String create(String sqlType) {
    return """
        CREATE TABLE "values" (
          id integer PRIMARY KEY, value %1$s NOT NULL, maybe %1$s, list %1$s[] NOT NULL,
          maybe_list %1$s[])
        """.formatted(sqlType);
  }

  @Override
  public ValueTable<T> as(String alias) {
    return new ValueTable<>(alias, type);
  }

  @Override
  public Values<T> read(RowReader row, int at) throws SQLException {
    return new Values<>(
        row.getInt(at),
        value.read(row, at + 1),
        maybe.read(row, at + 2),
        list.read(row, at + 3),
        maybeList.read(row, at + 4));
  }
}
