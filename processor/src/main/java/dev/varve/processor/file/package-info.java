/**
 * Files: the migration folder of the project, and what is packed into the class output.
 *
 * <p>Text comes in and goes out; nothing else of the processor touches the disk. A migration is
 * written whole or not at all.
 */
@NullMarked
package dev.varve.processor.file;

import org.jspecify.annotations.NullMarked;
