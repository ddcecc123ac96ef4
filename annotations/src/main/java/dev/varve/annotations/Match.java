package dev.varve.annotations;

/** What a foreign key of several columns makes of NULL in some of them. */
public enum Match {
  /** One NULL, and the row references nothing. */
  SIMPLE,
  /** All of them are NULL, or none. */
  FULL
}
