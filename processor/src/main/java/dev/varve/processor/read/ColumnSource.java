package dev.varve.processor.read;

import dev.varve.runtime.schema.Column;

/**
 * A record component and the column read from it.
 *
 * @param version whether it is the table's {@code @Version}
 */
public record ColumnSource(String component, Column column, JavaType type, boolean version) {}
