package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A function or a procedure, on a package or on a table that it serves.
 *
 * <p>It is replaced whenever this text changes; where PostgreSQL cannot replace it (another result
 * type, other names of arguments) it is dropped and made again, with the triggers that call it.
 */
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Routine.List.class)
public @interface Routine {
  /** The whole statement, from {@code CREATE FUNCTION} or {@code CREATE PROCEDURE} on. */
  String value();

  /** The tables, views and routines that must be there before it: {@code users}, {@code f(text)}. */
  String[] requires() default {};

  /** Several of them at one place. */
  @Target({ElementType.TYPE, ElementType.PACKAGE})
  @Retention(RetentionPolicy.CLASS)
  @interface List {
    Routine[] value();
  }
}
