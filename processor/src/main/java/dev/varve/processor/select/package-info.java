/**
 * What a select that the user wrote reads, and what it gives: names of tables, columns and functions,
 * found by a parser and looked up in the model.
 *
 * <p>The parser accepts what PostgreSQL does not, and now and then the other way round: the server
 * has the last word. {@code read} calls it.
 */
@NullMarked
package dev.varve.processor.select;

import org.jspecify.annotations.NullMarked;
