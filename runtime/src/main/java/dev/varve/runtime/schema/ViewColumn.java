package dev.varve.runtime.schema;

/**
 * A column of a view.
 *
 * @param type as the record declares it, or as the table's column has it that it shows
 */
public record ViewColumn(Name name, ColumnType type) {}
