package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table; the generated class of each table extends {@link UnversionedTable} or {@link
 * VersionedTable}.
 *
 * @param <S> the generated class itself
 * @param <R> the record of one row
 * @param <I> the generated class of a row to insert
 * @param <P> the generated class of changes to a row
 */
public abstract class Table<S, R, I extends NewRow<S>, P extends Patch<S>>
    extends TableOrView<S, R> {
  private final List<Key<S, R>> keys = new ArrayList<>(1);
  private @Nullable InsertTexts insertTexts;

  Table(String table, String alias) {
    super(table, alias);
  }

  Table(String schema, String table, String alias) {
    super(schema, table, alias);
  }

  /** A primary key or unique constraint, by its name in the database. */
  protected final <A> Key1<S, R, A> key(String constraint, Operand<A, ?> first) {
    return added(new Key1<>(this, constraint, first));
  }

  /** A primary key or unique constraint, by its name in the database. */
  protected final <A, B> Key2<S, R, A, B> key(
      String constraint, Operand<A, ?> first, Operand<B, ?> second) {
    return added(new Key2<>(this, constraint, first, second));
  }

  /** A primary key or unique constraint, by its name in the database. */
  protected final <A, B, C> Key3<S, R, A, B, C> key(
      String constraint, Operand<A, ?> first, Operand<B, ?> second, Operand<C, ?> third) {
    return added(new Key3<>(this, constraint, first, second, third));
  }

  /** A primary key or unique constraint, by its name in the database. */
  protected final <A, B, C, D> Key4<S, R, A, B, C, D> key(
      String constraint,
      Operand<A, ?> first,
      Operand<B, ?> second,
      Operand<C, ?> third,
      Operand<D, ?> fourth) {
    return added(new Key4<>(this, constraint, first, second, third, fourth));
  }

  /** A rule that is no key, by its name in the database. */
  protected final Constraint constraint(String name) {
    return new Constraint(this, name);
  }

  private <K extends Key<S, R>> K added(K key) {
    keys.add(key);
    return key;
  }

  final List<Key<S, R>> keys() {
    return keys;
  }

  final InsertTexts insertTexts() {
    InsertTexts texts = insertTexts;
    if (texts == null) {
      texts = new InsertTexts(this);
      insertTexts = texts;
    }
    return texts;
  }
}
