/**
 * The squash: many migrations go in, one that stands for them comes out.
 *
 * <p>Nothing is written here; the command line's verb proves the outcome on a server and has the
 * migration folder changed.
 */
@NullMarked
package dev.varve.processor.squash;

import org.jspecify.annotations.NullMarked;
