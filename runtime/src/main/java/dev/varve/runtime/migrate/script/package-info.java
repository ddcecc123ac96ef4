/**
 * A migration file's text: its tokens, its statements and steps, its checksum.
 *
 * <p>In comes the text of a {@code V….sql} or {@code U….sql}; out go {@link
 * dev.varve.runtime.migrate.script.SqlScript} and {@link
 * dev.varve.runtime.migrate.script.Checksum}. The applier runs the one and compares the other; the
 * processor calls both when it packs and lints. Nothing here knows a database.
 */
@NullMarked
package dev.varve.runtime.migrate.script;

import org.jspecify.annotations.NullMarked;
