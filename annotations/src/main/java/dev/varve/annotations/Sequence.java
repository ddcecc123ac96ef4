package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A sequence: numbers that are given out once, on a package or on a table that it serves.
 *
 * <p>A column takes its numbers by {@code @Default("nextval('invoice_numbers')")} or by Jakarta's
 * {@code @GeneratedValue(strategy = SEQUENCE, generator = "invoice_numbers")}. One column that
 * counts for itself alone had better be an {@link Identity}.
 */
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Sequence.List.class)
public @interface Sequence {
  String name();

  /** The schema; left out, that in which the migrations run. */
  String schema() default "";

  /** The type of its numbers: {@code short.class}, {@code int.class} or {@code long.class}. */
  Class<?> type() default long.class;

  /** The first number; left out, the least, or the greatest if it counts down. */
  long start() default 1;

  /** What is added each time; counts down if it is negative. */
  long increment() default 1;

  /** The least number; left out, 1, or the least of the type if it counts down. */
  long min() default 1;

  /** The greatest number; left out, the greatest of the type, or -1 if it counts down. */
  long max() default Long.MAX_VALUE;

  /** How many numbers a session takes at once; those that it does not use are lost. */
  long cache() default 1;

  /** Whether it begins again behind the last number, instead of failing. */
  boolean cycle() default false;

  /** The column without which PostgreSQL drops it: {@code invoice.number}. */
  String ownedBy() default "";

  /** The name that it had until now, if it was another one; see {@link RenamedFrom}. */
  String renamedFrom() default "";

  /** Several of them at one place. */
  @Target({ElementType.TYPE, ElementType.PACKAGE})
  @Retention(RetentionPolicy.CLASS)
  @interface List {
    Sequence[] value();
  }
}
