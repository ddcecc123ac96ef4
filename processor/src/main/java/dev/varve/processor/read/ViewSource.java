package dev.varve.processor.read;

import dev.varve.runtime.schema.SchemaObject;

/**
 * A record and the view read from it.
 *
 * @param rows its columns as those of a table without keys
 * @param view a view or a materialized view
 */
public record ViewSource(TableSource rows, SchemaObject view) {}
