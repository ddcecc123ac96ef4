package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a table's inserts, one set per <em>shape</em>: the columns that a row gives, the
 * others being left to their defaults.
 *
 * <p>Texts are kept, so that the driver meets the same string again and knows it as the statement
 * it has prepared.
 */
final class InsertTexts {
  /** Beyond this many shapes they are written anew each time: 2 to the number of defaults exist. */
  private static final int KEPT = 256;

  private final Table<?, ?, ?, ?> table;
  private final Map<Object, Shape> shapes = new ConcurrentHashMap<>();
  private volatile @Nullable Shape latest;

  InsertTexts(Table<?, ?, ?, ?> table) {
    this.table = table;
  }

  Shape shapeOf(NewRow<?> row) {
    Shape last = latest;
    if (last != null && last.fits(row)) {
      return last;
    }
    Object key = key(row);
    Shape known = shapes.get(key);
    if (known == null) {
      known = new Shape(table, row);
      if (shapes.size() < KEPT) {
        shapes.put(key, known);
      }
    }
    latest = known;
    return known;
  }

  /** Equal for rows that give the same columns. */
  Object key(NewRow<?> row) {
    int width = table.columns().size();
    if (width > Long.SIZE) {
      BitSet given = new BitSet(width);
      for (int i = 0; i < width; i++) {
        given.set(i, row.gives(i));
      }
      return given;
    }
    long given = 0;
    for (int i = 0; i < width; i++) {
      given |= row.gives(i) ? 1L << i : 0;
    }
    return given;
  }

  /** An insert of one row that returns something, and how that is read. */
  record Returning<V>(Selection<V> selection, String text, Fetch<List<V>> fetch) {}

  /** The texts for rows that give the same columns. */
  static final class Shape {
    private final boolean[] given;
    private final List<ColumnOf<?>> columns;
    private final String one;
    private final String oneReturning;
    private final String many;
    private final String manyReturning;

    /** What was asked for the last time, which mostly is what is always asked for. */
    private volatile @Nullable Returning<?> last;

    private Shape(Table<?, ?, ?, ?> table, NewRow<?> row) {
      given = new boolean[table.columns().size()];
      for (int i = 0; i < given.length; i++) {
        given[i] = row.gives(i);
      }
      columns = table.columns().stream().filter(c -> row.gives(c.position())).toList();
      String returning = "\nRETURNING " + table.selectList();
      one = one(table);
      oneReturning = one + returning;
      many = many(table);
      manyReturning = many + returning;
    }

    boolean fits(NewRow<?> row) {
      for (int i = 0; i < given.length; i++) {
        if (given[i] != row.gives(i)) {
          return false;
        }
      }
      return true;
    }

    List<ColumnOf<?>> columns() {
      return columns;
    }

    /** For one row, a parameter for each column. */
    String one() {
      return one;
    }

    /** For one row, with what is returned of it. */
    @SuppressWarnings("unchecked")
    <V> Returning<V> one(Table<?, ?, ?, ?> table, Selection<V> selection) {
      Returning<?> known = last;
      if (known == null || known.selection() != selection) {
        known = new Returning<>(
            selection,
            selection == table ? oneReturning : one + Modification.returning(table, selection),
            Fetch.onlyOne(selection));
        last = known;
      }
      return (Returning<V>) known;
    }

    /** For any number of rows, an array for each column; without columns, the number of rows. */
    String many(boolean returningAll) {
      return returningAll ? manyReturning : many;
    }

    private String one(Table<?, ?, ?, ?> table) {
      List<String> values = new ArrayList<>();
      columns.forEach(c -> values.add(c.type().placeholder()));
      return columns.isEmpty()
          ? "INSERT INTO " + table.table() + " DEFAULT VALUES"
          : into(table) + "\nVALUES (" + String.join(", ", values) + ")";
    }

    private String many(Table<?, ?, ?, ?> table) {
      if (columns.isEmpty()) {
        return "INSERT INTO " + table.table() + "\nSELECT FROM generate_series(1, ?)";
      }
      List<String> selected = new ArrayList<>();
      List<String> arrays = new ArrayList<>();
      for (ColumnOf<?> column : columns) {
        String value = "\"row\"." + column.name();
        // unnest takes an array of arrays or rows apart to its last element; these travel as text.
        boolean array = column.type().isTakenApart();
        selected.add(array ? column.type().cast(value) : value);
        arrays.add(array ? "?::text[]" : column.type().castArray("?"));
      }
      return into(table)
          + "\nSELECT "
          + String.join(", ", selected)
          + "\nFROM unnest("
          + String.join(", ", arrays)
          + ") AS \"row\" ("
          + names()
          + ")";
    }

    private String into(Table<?, ?, ?, ?> table) {
      return "INSERT INTO " + table.table() + " (" + names() + ")";
    }

    private String names() {
      return String.join(", ", columns.stream().map(ColumnOf::name).toList());
    }
  }
}
