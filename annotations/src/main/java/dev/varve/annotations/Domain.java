package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type that takes only some values of another one.
 *
 * <p>On a record with one component it is that record's type: every column of the record has it, and
 * the component's {@code @Column}, {@code @Check}, {@code @Default} and {@code @Collation} are about
 * the domain. On a package or a table it states {@code name} and {@code type}, and columns name it in
 * {@code @Column(columnDefinition = …)}.
 */
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Domain.List.class)
public @interface Domain {
  /** The name; left out, the record's own in words. */
  String name() default "";

  /** The schema; left out, that in which the migrations run. */
  String schema() default "";

  /** The type that it restricts, as SQL; on a record that of its component. */
  String type() default "";

  /** Whether no column of it takes NULL. */
  boolean notNull() default false;

  /** What a column of it has that says nothing else: an SQL expression. */
  String defaultValue() default "";

  /** Conditions on {@code VALUE}. */
  Check[] checks() default {};

  /** The name that it had until now, if it was another one; see {@link RenamedFrom}. */
  String renamedFrom() default "";

  /** Several of them at one place. */
  @Target({ElementType.TYPE, ElementType.PACKAGE})
  @Retention(RetentionPolicy.CLASS)
  @interface List {
    Domain[] value();
  }
}
