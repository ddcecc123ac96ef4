/**
 * The linter: what is dangerous about a migration that was written by hand.
 *
 * <p>In go the text of a script, its undo, and the schema that the migrations before it have made;
 * out come faults, each with its line. No database is asked. {@link
 * dev.varve.processor.lint.Linter} lists the rules; whoever compiles calls it.
 */
@NullMarked
package dev.varve.processor.lint;

import org.jspecify.annotations.NullMarked;
