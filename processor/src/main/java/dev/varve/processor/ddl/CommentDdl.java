package dev.varve.processor.ddl;

import dev.varve.runtime.schema.TableComment;
import java.util.List;

/** SQL about comments. */
final class CommentDdl {
  private CommentDdl() {}

  static List<Sql> set(TableComment comment) {
    return List.of(Sql.of("COMMENT ON {} IS {};", target(comment), comment.text()));
  }

  /** Nothing to do if what it was on is gone already. */
  static List<Sql> remove(TableComment comment) {
    Sql exists = comment
        .column()
        .map(column -> ColumnDdl.exists(comment.table(), column))
        .orElse(Sql.of("{} IS NOT NULL", Sql.findRelation(comment.table())));
    return List.of(Sql.block(Sql.of("""
                IF {} THEN
                  COMMENT ON {} IS NULL;
                END IF;
                """, exists, target(comment))));
  }

  private static Sql target(TableComment comment) {
    return comment
        .column()
        .map(column -> Sql.of("COLUMN {}.{}", comment.table(), column))
        .orElse(Sql.of("TABLE {}", comment.table()));
  }
}
