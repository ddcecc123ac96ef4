/**
 * The daily work of an application with a database, done with Varve, with what else one could use
 * and by hand; the section "Queries" of {@code docs/performance.md}. Each {@link
 * dev.varve.examples.benchmark.query.Peer} is written as its documentation asks for, by someone who
 * cares about speed.
 */
@NullMarked
package dev.varve.examples.benchmark.query;

import org.jspecify.annotations.NullMarked;
