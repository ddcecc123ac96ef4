package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column that counts by itself: {@code GENERATED ALWAYS AS IDENTITY}, as {@code @GeneratedValue}
 * makes it, with the options of its sequence.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface Identity {
  /** Whether an insert may give a value of its own. */
  boolean byDefault() default false;

  /** The first value; left out, the least, or the greatest if it counts down. */
  long start() default 1;

  /** What is added each time; counts down if it is negative. */
  long increment() default 1;

  /** The least value; left out, 1, or the least of the type if it counts down. */
  long min() default 1;

  /** The greatest value; left out, the greatest of the type, or -1 if it counts down. */
  long max() default Long.MAX_VALUE;

  /** How many values a session takes at once; those that it does not use are lost. */
  long cache() default 1;

  /** Whether it begins again behind the last value, instead of failing. */
  boolean cycle() default false;
}
