package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An extension of PostgreSQL that the model needs: {@code citext}, {@code hstore}, {@code vector}.
 *
 * <p>It is made where it is missing, before all else. The server must have its files; creating a
 * trusted one takes the privilege {@code CREATE} on the database, any other a superuser. It is
 * dropped with this annotation, unless something still uses it.
 */
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Extension.List.class)
public @interface Extension {
  String name();

  /** The schema of its types and functions; left out, that in which the migrations run. */
  String schema() default "";

  /** The version; left out, the one that the server prefers. PostgreSQL knows no way back. */
  String version() default "";

  /** Several of them at one place. */
  @Target({ElementType.TYPE, ElementType.PACKAGE})
  @Retention(RetentionPolicy.CLASS)
  @interface List {
    Extension[] value();
  }
}
