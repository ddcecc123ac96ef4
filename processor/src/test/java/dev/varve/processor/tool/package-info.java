/**
 * The command line, as a person or a script meets it: each test starts a process of its own and looks
 * at its exit code, its two outputs, and the database.
 */
@NullMarked
package dev.varve.processor.tool;

import org.jspecify.annotations.NullMarked;
