package dev.varve.runtime.query;

/** A column of numbers that is NOT NULL. */
public final class NumberColumn<S, T extends Number> extends Column<S, T> implements Numeric<T> {
  NumberColumn(ColumnOf<T> column) {
    super(column);
  }

  /** Of a version: one more than before, the same text for every type of number. */
  Assignment<S> next() {
    return to(new Computed<>(type(), sql -> {
      write(sql);
      sql.append(" + 1");
    }));
  }
}
