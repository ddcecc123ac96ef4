/**
 * The live database: one PostgreSQL schema in, a {@link dev.varve.runtime.catalog.Catalog} out.
 *
 * <p>{@link dev.varve.runtime.catalog.CatalogReader} reads it with the queries that lie beside it
 * as {@code .sql} files, always the same number of them. The verifier and the {@code pull} command
 * call it, and so do the tests, which compare a migrated database with a freshly created one.
 */
@NullMarked
package dev.varve.runtime.catalog;

import org.jspecify.annotations.NullMarked;
