package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.IndexKey;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SQL about indexes. */
final class IndexDdl {
  private IndexDdl() {}

  /** {@code (due_at) WHERE NOT suspended}. */
  static Sql keys(Index index) {
    return Sql.raw(index.sql());
  }

  static List<Sql> create(Action.CreateIndex action, boolean concurrently) {
    return create(action.table(), action.index(), action.concurrently() && concurrently);
  }

  /** The index under the key's own name, which the key takes over. */
  static List<Sql> buildKey(Action.BuildKey action, boolean concurrently) {
    return create(action.table(), keyIndex(action.key()), concurrently);
  }

  static Index keyIndex(Constraint key) {
    boolean nullsNotDistinct = false;
    List<Name> include = List.of();
    if (key instanceof Constraint.Unique unique) {
      nullsNotDistinct = unique.nullsNotDistinct();
      include = unique.include();
    } else if (key instanceof Constraint.PrimaryKey primary) {
      include = primary.include();
    }
    return new Index(
        key.name(),
        key.columns().stream().map(IndexKey::of).toList(),
        true,
        Optional.empty(),
        nullsNotDistinct,
        include,
        Index.BTREE,
        Map.of(),
        Optional.empty());
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
    Sql from = Sql.findRelation(action.table().sibling(action.from()));
    return List.of(Sql.block(Sql.of(
        """
                IF {}{} IS NULL THEN
                  {}
                ELSIF {} IS NOT NULL THEN
                  RAISE EXCEPTION {};
                END IF;
                """,
        Sql.raw(action.passing() ? from.text() + " IS NOT NULL AND " : ""),
        Sql.findRelation(action.table().sibling(action.to())),
        renameTo(action.table().sibling(action.from()), action.to()),
        from,
        ColumnDdl.bothExist("Index", action.from().toString(), action.to().toString()))));
  }

  static Sql renameTo(QualifiedName from, Name to) {
    return Sql.of("ALTER INDEX {} RENAME TO {};", from, to);
  }
}
