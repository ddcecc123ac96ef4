package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Row level security of the record's table. A {@link Policy} alone enables it, too; this one says
 * more, or enables it without any policy, so that nobody but the owner sees a row.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface RowSecurity {
  /** Whether it holds for the table's owner, too. */
  boolean force() default false;
}
