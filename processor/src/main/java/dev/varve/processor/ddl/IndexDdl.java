package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** SQL about indexes. */
final class IndexDdl {
  private IndexDdl() {}

  /** {@code (due_at) WHERE NOT suspended}. */
  static Sql keys(Index index) {
    return Sql.of(
        "({}){}",
        index.columns(),
        index.where().map(where -> Sql.raw(" WHERE " + where)).orElse(Sql.raw("")));
  }

  static List<Sql> create(Action.CreateIndex action) {
    return create(action.table(), action.index(), action.concurrently());
  }

  /** The index under the key's own name, which the key takes over. */
  static List<Sql> buildKey(Action.BuildKey action) {
    return create(action.table(), keyIndex(action.key()), true);
  }

  static Index keyIndex(Constraint key) {
    return new Index(key.name(), key.columns(), true, Optional.empty());
  }

  private static List<Sql> create(QualifiedName table, Index index, boolean concurrently) {
    Sql create = Sql.of(
        """
            CREATE {}{} IF NOT EXISTS {}
              ON {} {};
            """,
        Sql.raw(index.unique() ? "UNIQUE INDEX" : "INDEX"),
        Sql.raw(concurrently ? " CONCURRENTLY" : ""),
        index.name(),
        table,
        keys(index));
    // A directive is one line; where a name has more, the check finds an invalid index all the
    // same.
    boolean named = index.name().value().chars().noneMatch(c -> c == '\n' || c == '\r');
    return List.of(
        concurrently && named
            ? Sql.of("-- varve:drop-invalid-index {}\n{}", index.name(), create)
            : create);
  }

  static List<Sql> drop(Action.DropIndex action) {
    return List.of(
        Sql.of("DROP INDEX IF EXISTS {};", action.table().sibling(action.index().name())));
  }

  static List<Sql> rename(Action.RenameIndex action) {
    return List.of(Sql.block(Sql.of(
        """
                IF {} IS NULL THEN
                  {}
                ELSIF {} IS NOT NULL THEN
                  RAISE EXCEPTION {};
                END IF;
                """,
        Sql.findRelation(action.table().sibling(action.to())),
        renameTo(action.table().sibling(action.from()), action.to()),
        Sql.findRelation(action.table().sibling(action.from())),
        ColumnDdl.bothExist("Index", action.from().toString(), action.to().toString()))));
  }

  static Sql renameTo(QualifiedName from, Name to) {
    return Sql.of("ALTER INDEX {} RENAME TO {};", from, to);
  }
}
