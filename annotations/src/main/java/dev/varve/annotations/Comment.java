package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the database says about the table, view, column or type that this stands on, or about what
 * {@link #on} names.
 */
@Target({
  ElementType.TYPE,
  ElementType.PACKAGE,
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.METHOD
})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Comment.List.class)
public @interface Comment {
  /** The text. */
  String value();

  /**
   * What it is on, if not what it stands on: {@code "SCHEMA billing"}, {@code "EXTENSION citext"},
   * {@code "SEQUENCE numbers"}, {@code "DOMAIN zip"}, {@code "ROUTINE touch()"}; on a table's record
   * also {@code "INDEX …"}, {@code "CONSTRAINT …"}, {@code "TRIGGER …"} and {@code "POLICY …"}.
   */
  String on() default "";

  /** Several of them at one place. */
  @Target({
    ElementType.TYPE,
    ElementType.PACKAGE,
    ElementType.RECORD_COMPONENT,
    ElementType.FIELD,
    ElementType.METHOD
  })
  @Retention(RetentionPolicy.CLASS)
  @interface List {
    Comment[] value();
  }
}
