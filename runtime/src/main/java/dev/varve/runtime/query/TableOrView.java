package dev.varve.runtime.query;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/**
 * What has columns of its own in the database.
 *
 * @param <S> the generated class itself
 * @param <R> the record of one row
 */
public abstract class TableOrView<S, R> extends DeclaredColumns<S, R> {
  private final String table;
  private final String own;
  private final String name;
  private @Nullable String selectList;

  /**
   * Unquoted names, as the catalogue knows them.
   *
   * @param alias the name that statements use for it; its own, if it has no other
   */
  TableOrView(String table, String alias) {
    this.table = Sql.quoted(table);
    this.own = this.table;
    this.name = Sql.quoted(alias);
  }

  /** In a schema that the search path need not have. */
  TableOrView(String schema, String table, String alias) {
    this.own = Sql.quoted(table);
    this.table = Sql.quoted(schema) + "." + own;
    this.name = Sql.quoted(alias);
  }

  /** The same under another name, for a statement that reads it twice. */
  public abstract S as(String alias);

  final boolean isOf(ServerErrorMessage error) {
    String name = error.getTable();
    String schema = error.getSchema();
    return name != null
        && own.equals(Sql.quoted(name))
        && (table.equals(own) || schema != null && table.equals(Sql.quoted(schema) + "." + own));
  }

  /** The table's own name, quoted, after its schema if that is named. */
  final String table() {
    return table;
  }

  @Override
  final String name() {
    return name;
  }

  @Override
  final void writeList(Sql sql) {
    sql.inScope(this, "*");
    sql.append(selectList());
  }

  @Override
  final void writeSource(Sql sql) {
    sql.append(table);
    if (!name.equals(own)) {
      sql.append(" AS ").append(name);
    }
  }

  @Override
  final boolean isSame(Relation<?> other) {
    return other instanceof TableOrView<?, ?> that
        && table.equals(that.table)
        && name.equals(that.name);
  }

  /** All columns, each with the table's name before it. */
  final String selectList() {
    String list = selectList;
    if (list == null) {
      list =
          String.join(", ", columns().stream().map(c -> name + "." + c.name()).toList());
      selectList = list;
    }
    return list;
  }
}
