package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A trigger of the record's table or view. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Repeatable(Trigger.List.class)
public @interface Trigger {
  /** Its name within the table or view. */
  String name();

  /**
   * When it fires. On a view {@code INSTEAD_OF} each row, which makes it a view that is written to; or
   * before or after a statement.
   */
  Timing timing();

  /** On what it fires. */
  Event[] on();

  /** Of {@code UPDATE}: only if one of these columns is set; by their names in the database. */
  String[] columns() default {};

  /** Once for each row, or once for each statement. */
  Level forEach() default Level.ROW;

  /** An SQL condition, over {@code OLD} and {@code NEW}. */
  String when() default "";

  /** The call: {@code touch()}, {@code log('users')}. */
  String execute();

  /** The name for the rows as they were; for statements. */
  String oldTable() default "";

  /** The name for the rows as they are; for statements. */
  String newTable() default "";

  /** Whether it is a constraint trigger, and whether it may wait for the end of the transaction. */
  Deferral constraint() default Deferral.NONE;

  /** When a trigger fires. */
  enum Timing {
    BEFORE,
    AFTER,
    INSTEAD_OF
  }

  /** On what a trigger fires. */
  enum Event {
    INSERT,
    UPDATE,
    DELETE,
    TRUNCATE
  }

  /** How often a trigger fires. */
  enum Level {
    ROW,
    STATEMENT
  }

  /** What kind of constraint trigger it is. */
  enum Deferral {
    /** None: an ordinary trigger. */
    NONE,
    NOT_DEFERRABLE,
    INITIALLY_IMMEDIATE,
    INITIALLY_DEFERRED
  }

  /** Several of them at one table. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.CLASS)
  @interface List {
    Trigger[] value();
  }
}
