/**
 * Values of PostgreSQL for which Java has no class: intervals, addresses, bits, shapes, ranges.
 *
 * <p>Each is immutable, is written by {@code toString} as PostgreSQL reads it, and is read by
 * {@code parse} as PostgreSQL writes it. Records of an application hold them; {@code runtime.query}
 * carries them to the server and back.
 */
@NullMarked
package dev.varve.runtime.value;

import org.jspecify.annotations.NullMarked;
