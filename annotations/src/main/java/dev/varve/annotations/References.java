package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A foreign key: the column's values are those of a row of another table.
 *
 * <p>PostgreSQL wants the column referenced to be unique; it has the same type.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface References {
  /** The record of the table referenced. */
  Class<?> value();

  /** The column referenced, as the database names it; the primary key if left out. */
  String column() default "";

  /** What happens to this row when the one referenced is deleted. */
  ReferentialAction onDelete() default ReferentialAction.NO_ACTION;

  /** What happens to this row when the value referenced changes. */
  ReferentialAction onUpdate() default ReferentialAction.NO_ACTION;

  /** Whether a transaction may put off the check. */
  Deferrable deferrable() default Deferrable.NOT;

  /** Whether the server looks at rows at all. {@code false} needs {@code -Avarve.server=18}. */
  boolean enforced() default true;

  /** The constraint's name; {@code table_column_fkey} if left out. */
  String name() default "";
}
