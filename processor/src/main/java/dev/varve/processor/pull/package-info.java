/**
 * From a live database to records: a database's catalogue in, Java sources and the first migrations
 * out.
 *
 * <p>{@link dev.varve.processor.pull.Snapshot} reads the catalogue in a fixed number of queries;
 * {@link dev.varve.processor.pull.Things} knows what rests on what, and decides for each thing whether
 * records say it or plain SQL must; the writers write both. What the processor itself refuses in a
 * source, it is asked: {@link dev.varve.processor.pull.Trial} compiles the sources in memory, and what
 * is refused becomes SQL. The {@code pull} command calls it.
 */
@NullMarked
package dev.varve.processor.pull;

import org.jspecify.annotations.NullMarked;
