/**
 * Changes to a plan: what SQL does, in which order, and what of it is one transaction.
 *
 * <p>In go a schema and the changes that follow it; out comes a {@link
 * dev.varve.processor.plan.Plan}, a list of steps made of {@link dev.varve.processor.plan.Action}s.
 * Here stand the recipes that keep an existing table readable and writable; the text is the
 * business of {@code ddl}.
 */
@NullMarked
package dev.varve.processor.plan;

import org.jspecify.annotations.NullMarked;
