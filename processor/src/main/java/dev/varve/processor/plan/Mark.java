package dev.varve.processor.plan;

/**
 * What says that a migration has been here, where the catalogue does not.
 *
 * @param text the migration
 * @param back whether this is its undo
 */
public record Mark(String text, boolean back) {}
