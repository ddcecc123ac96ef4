/**
 * Records to model: what the compiler knows of annotated records becomes tables, columns and enums.
 *
 * <p>In go the elements of a compilation; out come a {@link dev.varve.runtime.schema.Schema}, how
 * each component carries its column ({@link dev.varve.processor.read.TableSource}, for the query
 * classes), the confirmation marks, and the place of everything. Annotations are read from the
 * backing field, where Jakarta's land; order is that of the record's components.
 */
@NullMarked
package dev.varve.processor.read;

import org.jspecify.annotations.NullMarked;
