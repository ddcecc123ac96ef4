package dev.varve.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A migration that is written in Java, on a class that implements {@code
 * dev.varve.runtime.DataMigration}.
 *
 * <p>The compilation writes a script of that name, which gives the migration its place in the
 * history and names the class, and generates records and tables of the schema as it is at that
 * place, in the package {@code v} and the version below the class's own: {@code
 * shop.v20261121101500}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Migration {
  /**
   * Version and name, such as {@code 20261121101500__fill_slugs}: 14 digits of UTC time, later than
   * the migrations that it rests on.
   */
  String value();
}
