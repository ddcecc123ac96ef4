/**
 * Drift: a live database and what its migrations make in, a {@link dev.varve.runtime.verify.Drift}
 * out.
 *
 * <p>Tables of which the records of the migrations say what the catalogue says are as expected ({@link
 * dev.varve.runtime.verify.Settled}). The rest of what is expected is built in schemas that stand in
 * for the real ones, in the caller's transaction, which the caller rolls back; then both catalogues
 * are compared. {@code runtime.migrate} says which statements those are, and the command line shows
 * the result.
 */
@NullMarked
package dev.varve.runtime.verify;

import org.jspecify.annotations.NullMarked;
