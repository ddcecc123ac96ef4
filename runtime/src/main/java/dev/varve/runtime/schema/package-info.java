/**
 * The model: what a PostgreSQL schema is, as plain immutable values.
 *
 * <p>It comes out of records (the processor's reader), out of a history of changes (the fold) and
 * out of a live database (the catalogue reader), and is compared, written as SQL and stored as
 * JSON. It knows nothing of any of them.
 */
@NullMarked
package dev.varve.runtime.schema;

import org.jspecify.annotations.NullMarked;
