package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An index: on a component, of its column; on a record, of the keys listed.
 *
 * <p>A key is a column or an expression, and may say more, as in SQL: {@code "title COLLATE \"C\""},
 * {@code "lower(email)"}, {@code "due_at DESC NULLS LAST"}, {@code "tags jsonb_path_ops"}, {@code
 * "title gist_trgm_ops(siglen=32)"}.
 */
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Index.List.class)
public @interface Index {
  /** The keys in order, columns as the database names them; on a component left out. */
  String[] columns() default {};

  /** Whether equal values may occur only once. */
  boolean unique() default false;

  /** Whether NULL, too, may occur only once in a unique index. */
  boolean nullsNotDistinct() default false;

  /** Columns that it carries along, so that queries of them need not look at the table. */
  String[] include() default {};

  /**
   * The access method: {@code btree}, {@code hash}, {@code gin}, {@code gist}, {@code spgist},
   * {@code brin}, or one that an extension brings.
   */
  String method() default "btree";

  /** Parameters of the method, such as {@code fillfactor=70}. */
  String[] with() default {};

  /** The tablespace where it lies; the database's own if left out. */
  String tablespace() default "";

  /** The predicate of a partial index: only rows for which it is true are in the index. */
  String where() default "";

  /** The index's name; {@code table_column_idx} if left out. */
  String name() default "";

  /** Several of them at one place. */
  @Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
  @Retention(RetentionPolicy.CLASS)
  @interface List {
    Index[] value();
  }
}
