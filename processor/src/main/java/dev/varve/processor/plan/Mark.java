package dev.varve.processor.plan;

/**
 * What says that a migration has been here, where the catalogue does not.
 *
 * @param text the migration
 * @param back whether this is its undo
 */
public record Mark(String text, boolean back) {
  /** The mark of the names of enums and their values, which change in a step before. */
  Mark ofEnums() {
    return new Mark(text + "_enums", back);
  }
}
