package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where the rows of the table lie. Its indexes stay where the database is. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Tablespace {
  /** A tablespace of the server. */
  String value();
}
