package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A table without a primary key, on purpose: a log, a staging area, one row that nobody counts.
 *
 * <p>Its rows are read, inserted and changed by conditions, not by key.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Keyless {}
