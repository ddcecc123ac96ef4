package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the type of PostgreSQL is called that a Java enum stands for, and where it is. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface NamedEnum {
  /** The name; left out, the enum's own in words. */
  String name() default "";

  /** The schema; left out, that in which the migrations run. */
  String schema() default "";
}
