package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A role that privileges and policies name, made where it is missing. Roles belong to the whole
 * server, so none is ever dropped. Creating one takes the privilege {@code CREATEROLE}.
 */
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Role.List.class)
public @interface Role {
  String name();

  /** Whether one can connect as this role. It has no password: give it one outside of the source. */
  boolean login() default false;

  /** Whether it has the privileges of the roles it is a member of without {@code SET ROLE}. */
  boolean inherit() default true;

  /** Whether row level security does not hold for it. */
  boolean bypassRowSecurity() default false;

  /** The roles that it is a member of. */
  String[] memberOf() default {};

  /** Several of them at one place. */
  @Target({ElementType.TYPE, ElementType.PACKAGE})
  @Retention(RetentionPolicy.CLASS)
  @interface List {
    Role[] value();
  }
}
