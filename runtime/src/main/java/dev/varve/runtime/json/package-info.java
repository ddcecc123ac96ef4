/**
 * One small JSON codec: text to {@link dev.varve.runtime.json.Json} and back.
 *
 * <p>It serves {@code jsonb} documents, a migration's record of changes and the packed schema, so
 * that the runtime needs no other library. It knows nobody; everything above may call it.
 */
@NullMarked
package dev.varve.runtime.json;

import org.jspecify.annotations.NullMarked;
