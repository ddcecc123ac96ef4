package dev.varve.runtime.query;

import java.util.List;
import java.util.Optional;

/** A select that locks the rows that it reads until the end of the transaction. */
public final class SelectLocked<V> extends Results<V> {
  private final Select<V> select;

  SelectLocked(Select<V> select, String lock) {
    this.select = select.with(c -> c.lock = lock);
  }

  private SelectLocked(Select<V> select) {
    this.select = select;
  }

  /** Locks the rows of these only; otherwise those of all that is read. */
  public SelectLocked<V> of(Relation<?>... relations) {
    return new SelectLocked<>(select.with(c -> c.lockOf = List.of(relations)));
  }

  /** Passes over rows that another transaction has locked. */
  public SelectLocked<V> skipLocked() {
    return waiting(" SKIP LOCKED");
  }

  /** Fails at once where another transaction has locked a row, instead of waiting for it. */
  public SelectLocked<V> noWait() {
    return waiting(" NOWAIT");
  }

  private SelectLocked<V> waiting(String how) {
    return new SelectLocked<>(select.with(c -> {
      int wait = c.lock.indexOf('|');
      c.lock = (wait < 0 ? c.lock : c.lock.substring(0, wait)) + '|' + how;
    }));
  }

  @Override
  Selection<V> selection() {
    return select.selection();
  }

  @Override
  void write(Sql sql) {
    select.write(sql);
  }

  @Override
  public List<V> list() {
    return select.list();
  }

  /** The first row, if there is one; without an order, any. */
  public Optional<V> first() {
    return select.first();
  }
}
