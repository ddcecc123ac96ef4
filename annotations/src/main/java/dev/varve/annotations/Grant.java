package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Privileges on the record's table or view; elsewhere, on what {@link #on} names. */
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Grant.List.class)
public @interface Grant {
  /** {@code "SELECT"}, {@code "UPDATE (email)"}, {@code "USAGE"}, {@code "EXECUTE"} … */
  String[] value();

  /** The role; {@code "PUBLIC"} for everyone. */
  String to();

  /**
   * What they are on, if not the record's table: {@code "SCHEMA billing"}, {@code "SEQUENCE
   * invoice_numbers"}, {@code "ROUTINE touch()"}, {@code "TYPE mood"}.
   */
  String on() default "";

  /** Whether the role may grant them to others. */
  boolean withGrantOption() default false;

  /** Several of them at one place. */
  @Target({ElementType.TYPE, ElementType.PACKAGE})
  @Retention(RetentionPolicy.CLASS)
  @interface List {
    Grant[] value();
  }
}
