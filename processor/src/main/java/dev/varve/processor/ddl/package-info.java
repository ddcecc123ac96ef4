/**
 * A plan to SQL: the text that people review.
 *
 * <p>In goes a {@link dev.varve.processor.plan.Plan}; out come the paragraphs of a migration. Every
 * statement can be run again: by PostgreSQL's own {@code IF [NOT] EXISTS}, or by a look into the
 * catalogue. Where such a guard would pass over an object of another shape, a check behind it stops
 * the script.
 */
@NullMarked
package dev.varve.processor.ddl;

import org.jspecify.annotations.NullMarked;
