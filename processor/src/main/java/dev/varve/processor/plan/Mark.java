package dev.varve.processor.plan;

/**
 * What says that a migration has been here, where the catalogue does not.
 *
 * @param text the migration
 * @param back whether this is its undo
 */
public record Mark(String text, boolean back) {
  /** For what is run once, by whoever keeps a history of it. */
  public static final Mark NONE = new Mark("", false);

  /** Whether there is something that says it. */
  public boolean isNone() {
    return text.isEmpty();
  }

  /** The mark of the names of enums and their values, which change in a step before. */
  Mark ofEnums() {
    return isNone() ? this : new Mark(text + "_enums", back);
  }
}
