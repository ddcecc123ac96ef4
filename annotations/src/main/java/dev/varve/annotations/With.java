package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Storage parameters of the table. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface With {
  /** Each as {@code name=value}, such as {@code fillfactor=70}. */
  String[] value();
}
