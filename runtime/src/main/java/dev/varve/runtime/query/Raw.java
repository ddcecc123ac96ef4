package dev.varve.runtime.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * SQL as the application wrote it, unchecked: the one door for it. Each {@code ?} is a parameter; an
 * operator with a question mark is written {@code ??}. Never put a value into the text.
 */
public final class Raw {
  private final Operations operations;
  private final String text;
  private final List<Node> parameters;

  Raw(Operations operations, String text, List<Node> parameters) {
    this.operations = operations;
    this.text = text;
    this.parameters = parameters;
  }

  /** The value of the next parameter. */
  public <T> Raw bind(Type<T> type, @Nullable T value) {
    List<Node> more = new ArrayList<>(parameters);
    more.add(sql -> sql.bound(type, value));
    return new Raw(operations, text, more);
  }

  /** Runs it and tells how many rows it changed; a statement that changes none gives 0. */
  public long execute() {
    Sql sql = sql();
    return operations.run(sql.text(), sql, Fetch.CHANGED);
  }

  /**
   * Reads its columns, in their order, as a table, a projection or an expression whose columns have
   * the same types.
   */
  public <V> Rows<V> rows(Selection<V> selection) {
    return new Rows<>(this, selection);
  }

  /** Reads each row by a function; the first column is 1. */
  public <V> Rows<V> rows(Mapper<V> mapper) {
    return new Rows<>(this, new Mapped<>(mapper));
  }

  private Sql sql() {
    Sql sql = new Sql();
    sql.append(text);
    for (Node parameter : parameters) {
      parameter.write(sql);
    }
    return sql;
  }

  @Override
  public String toString() {
    return sql().toString();
  }

  /** Makes a value of a row. */
  @FunctionalInterface
  public interface Mapper<V> {
    V map(RowReader row) throws SQLException;
  }

  /** What it gives. */
  public static final class Rows<V> extends Results<V> {
    private final Raw raw;
    private final Selection<V> selection;

    Rows(Raw raw, Selection<V> selection) {
      this.raw = raw;
      this.selection = selection;
    }

    @Override
    Selection<V> selection() {
      return selection;
    }

    @Override
    void write(Sql sql) {
      sql.append(raw.text);
      for (Node parameter : raw.parameters) {
        parameter.write(sql);
      }
    }

    @Override
    public List<V> list() {
      Sql sql = raw.sql();
      return raw.operations.run(sql.text(), sql, Fetch.list(selection));
    }

    /** As {@link Query#stream(Function)}. */
    public <X> X stream(Function<? super Stream<V>, ? extends X> work) {
      return stream(RowStream.PAGE, work);
    }

    /** As {@link Query#stream(int, Function)}. */
    public <X> X stream(int page, Function<? super Stream<V>, ? extends X> work) {
      return RowStream.run(raw.operations, this, page, work);
    }
  }

  private static final class Mapped<V> extends Selection<V> {
    private final Mapper<V> mapper;

    Mapped(Mapper<V> mapper) {
      this.mapper = mapper;
    }

    @Override
    void writeList(Sql sql) {
      throw new StatementException("The rows of raw SQL stand in no other statement.");
    }

    @Override
    void outputs(List<Output> outputs) {}

    @Override
    int width() {
      return 1;
    }

    @Override
    public V read(RowReader row, int at) throws SQLException {
      return mapper.map(row);
    }
  }
}
