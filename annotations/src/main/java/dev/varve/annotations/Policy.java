package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which rows of the record's table a role may see or make. A table with a policy has row level
 * security enabled: what no policy allows is not there.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(Policy.List.class)
public @interface Policy {
  /** Its name within the table. */
  String name();

  /** What it is about. */
  Command command() default Command.ALL;

  /** Whether it takes away what others allow. */
  boolean restrictive() default false;

  /** The roles that it is for; everyone, if left out. */
  String[] to() default {};

  /** An SQL condition: the rows that are there for them. */
  String using() default "";

  /** An SQL condition: the rows that they may make. */
  String check() default "";

  /** What a policy is about. */
  enum Command {
    ALL,
    SELECT,
    INSERT,
    UPDATE,
    DELETE
  }

  /** Several of them at one table. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.CLASS)
  @interface List {
    Policy[] value();
  }
}
