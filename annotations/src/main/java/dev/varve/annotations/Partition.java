package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A partition of a {@link Partitioned} table, by one of: {@code from} and {@code to}; {@code in};
 * {@code modulus} and {@code remainder}; {@code isDefault}. Values are SQL: {@code "'2026-01-01'"}.
 *
 * <p>One that goes is parked or purged by {@code @Dropped} with its name, as a table is.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(Partition.List.class)
public @interface Partition {
  /** The name of the table that holds its rows, in the schema of the partitioned one. */
  String name();

  /** The first values that it takes, one for each key; also {@code MINVALUE}. */
  String[] from() default {};

  /** The first values that it does not take, one for each key; also {@code MAXVALUE}. */
  String[] to() default {};

  /** The values that it takes; also {@code NULL}. */
  String[] in() default {};

  /** By what the hash is divided. */
  int modulus() default 1;

  /** What is left of the hash. */
  int remainder() default 0;

  /** Whether it takes the rows that no other partition takes. */
  boolean isDefault() default false;

  /** The name that it had until now, if it was another one; see {@link RenamedFrom}. */
  String renamedFrom() default "";

  /** Several of them on one record. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.CLASS)
  @interface List {
    Partition[] value();
  }
}
