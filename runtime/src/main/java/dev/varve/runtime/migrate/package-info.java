/**
 * The applier: packed migrations go in, a migrated database and its history come out.
 *
 * <p>A {@code MigrationSource} gives the migrations; {@code Varve}, the front door, calls the
 * {@code Migrator}, and so does the command line. Every step is one transaction with its row of the
 * history inside, under a lock that only one applier holds. The processor writes the {@link
 * dev.varve.runtime.migrate.MigrationIndex}.
 */
@NullMarked
package dev.varve.runtime.migrate;

import org.jspecify.annotations.NullMarked;
