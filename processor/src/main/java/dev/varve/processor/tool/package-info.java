/**
 * The command line: one {@code XxxCommand} per verb, packed as a jar that runs by itself.
 *
 * <p>In come arguments, the environment and a terminal; out go lines or JSON, and an exit code that
 * scripts can trust. The work is done by {@code Varve}, the runtime's front door, so that a verb does
 * what an application does. Nobody calls it but a person or a script.
 */
@NullMarked
package dev.varve.processor.tool;

import org.jspecify.annotations.NullMarked;
