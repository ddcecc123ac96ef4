package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An index: on a component, of its column; on a record, of the columns listed. */
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Index.List.class)
public @interface Index {
  /** The columns, as the database names them, in order; on a component left out. */
  String[] columns() default {};

  /** Whether equal values may occur only once. */
  boolean unique() default false;

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
