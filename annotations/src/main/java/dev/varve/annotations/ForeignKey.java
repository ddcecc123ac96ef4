package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A foreign key of several columns: their values are those of a row of another table. {@link
 * References} does the same for one component.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(ForeignKey.List.class)
public @interface ForeignKey {
  /** The columns of this table, as the database names them. */
  String[] columns();

  /** The record of the table referenced. */
  Class<?> references();

  /** The columns referenced, in the order of {@link #columns}; its primary key if left out. */
  String[] referencedColumns() default {};

  /** What happens to this row when the one referenced is deleted. */
  ReferentialAction onDelete() default ReferentialAction.NO_ACTION;

  /** The columns that {@code SET_NULL} or {@code SET_DEFAULT} sets then; all if left out. */
  String[] onDeleteColumns() default {};

  /** What happens to this row when the values referenced change. */
  ReferentialAction onUpdate() default ReferentialAction.NO_ACTION;

  /** What NULL in some of the columns means. */
  Match match() default Match.SIMPLE;

  /** Whether a transaction may put off the check. */
  Deferrable deferrable() default Deferrable.NOT;

  /** Whether the server looks at rows at all. {@code false} needs {@code -Avarve.server=18}. */
  boolean enforced() default true;

  /**
   * Whether the last column is a range, which ranges of the rows referenced must cover. Needs
   * {@code -Avarve.server=18}.
   */
  boolean period() default false;

  /** The constraint's name; {@code table_columns_fkey} if left out. */
  String name() default "";

  /** Several of them on one record. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.CLASS)
  @interface List {
    ForeignKey[] value();
  }
}
