package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The record is a row of a view.
 *
 * <p>Its components are the view's columns, in the order of the select and with its names; {@code
 * Optional} is what may be NULL. The tables, views and columns that the select names are looked up
 * in the model. For {@code OrderTotal} a class {@code OrderTotalTable} is generated that is read and
 * joined like a table's.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface View {
  /** The name; without one the record's own in words. */
  String name() default "";

  /** The PostgreSQL schema; without one that in which the migrations run. */
  String schema() default "";

  /** The statement that gives the rows. It names its columns: {@code *} is refused. */
  String select();

  /** Whether conditions of whoever reads it see only rows that it shows. */
  boolean securityBarrier() default false;

  /** Whether its tables are read with the rights of whoever reads it, not with its owner's. */
  boolean securityInvoker() default false;

  /** Which rows may be written through it. */
  CheckOption check() default CheckOption.NONE;

  /**
   * Whether the select is looked up in the model. What the parser does not know, or tables that are
   * not of the model, need {@code false}; the server has the last word in any case.
   */
  boolean checked() default true;

  /** Which rows may be written through a view. */
  enum CheckOption {
    /** All that its tables take. */
    NONE,
    /** Those that it shows then. */
    LOCAL,
    /** Those that it and the views beneath show then. */
    CASCADED
  }
}
