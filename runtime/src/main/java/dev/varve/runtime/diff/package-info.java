/**
 * Changes: what leads from one schema to another.
 *
 * <p>{@link dev.varve.runtime.diff.SchemaDiff} finds them, {@link dev.varve.runtime.diff.History}
 * folds them into the schema of today. A {@link dev.varve.runtime.diff.Change} applies itself to a
 * schema and inverts; the processor writes it as SQL.
 */
@NullMarked
package dev.varve.runtime.diff;

import org.jspecify.annotations.NullMarked;
