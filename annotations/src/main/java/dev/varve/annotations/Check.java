package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A rule that no row may make false, such as {@code ease BETWEEN 1.3 AND 5}. */
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Check.List.class)
public @interface Check {
  /** An SQL expression over the row's columns. */
  String value();

  /** Whether tables that inherit from this one are free of it. */
  boolean noInherit() default false;

  /** Whether the server looks at rows at all. {@code false} needs {@code -Avarve.server=18}. */
  boolean enforced() default true;

  /** The constraint's name; {@code table_column_check} if left out. */
  String name() default "";

  /** Several of them at one place. */
  @Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
  @Retention(RetentionPolicy.CLASS)
  @interface List {
    Check[] value();
  }
}
