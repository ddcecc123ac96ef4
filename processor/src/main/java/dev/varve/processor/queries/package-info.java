/**
 * The classes that queries are written with, one writer for each kind.
 *
 * <p>In comes what {@code read} made of the records; out go {@code JavaFile}s, which the caller
 * writes. What they do stands in {@code dev.varve.runtime.query}; they hold only what differs from
 * table to table, as every generated line costs its readers' compile time.
 */
@NullMarked
package dev.varve.processor.queries;

import org.jspecify.annotations.NullMarked;
