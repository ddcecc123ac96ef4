package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The component is a document: a record, list or map stored in a {@code jsonb} column.
 *
 * <p>The members of a record are named as its components; a member that is missing or {@code null}
 * becomes an empty {@code Optional}.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface Json {}
