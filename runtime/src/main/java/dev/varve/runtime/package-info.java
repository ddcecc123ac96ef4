/**
 * What an application calls: {@link dev.varve.runtime.Varve} migrates its database, from what the
 * generated {@link dev.varve.runtime.Catalogue} packs.
 *
 * <p>In go a data source and the migrations on the class path; out comes what was done. The work is
 * in {@link dev.varve.runtime.migrate}; queries are in {@code dev.varve.runtime.query}.
 */
@NullMarked
package dev.varve.runtime;

import org.jspecify.annotations.NullMarked;
