package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Confirms that a table, a column, an attribute of a composite type, an enum or a constant of an enum
 * is the one that had another name until now, so that its data stays.
 *
 * <p>When the migration that used it has been written, it has served and can go.
 */
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface RenamedFrom {
  /** The old name, as the database has it: {@code nickname}. */
  String value();
}
