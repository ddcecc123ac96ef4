/**
 * What goes wrong, where, and what to do: the catalogue of problems, and their way to the compiler.
 *
 * <p>Readers and rules say a {@link dev.varve.processor.report.Problem} and its place; {@link
 * dev.varve.processor.report.Diagnostics} collects all of a compilation and prints them once.
 */
@NullMarked
package dev.varve.processor.report;

import org.jspecify.annotations.NullMarked;
