package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How texts of the column are ordered and compared. */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface Collation {
  /** A collation of the server, such as {@code de-x-icu} or {@code C}. */
  String value();

  /** The schema that it is in; left out, PostgreSQL's own or the one of the migrations. */
  String schema() default "";
}
