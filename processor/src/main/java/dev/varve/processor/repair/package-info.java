/**
 * The way back from drift: a {@link dev.varve.runtime.verify.Drift} in, a script out that leads the
 * database to what its migrations make.
 *
 * <p>Tables and enums are planned as for any migration, so that large tables stay readable and what
 * nobody expects is parked; everything else is made again of what PostgreSQL printed of it. The
 * command line calls it.
 */
@NullMarked
package dev.varve.processor.repair;

import org.jspecify.annotations.NullMarked;
