package dev.varve.annotations;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The record is what a query selects: for {@code Line} a class {@code LineProjection} is generated,
 * whose {@code project()} takes an expression for each component, by name and of its type.
 *
 * <p>A component that is an {@code Optional} also takes what may be NULL; one that is the record of
 * a table or another projection takes the whole of it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Projection {}
