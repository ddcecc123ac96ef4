package dev.varve.annotations;

/** What happens to the rows that reference one which is deleted or gets another key. */
public enum ReferentialAction {
  /** It is refused at the end of the statement, or of the transaction where deferred. */
  NO_ACTION,
  /** It is refused at once. */
  RESTRICT,
  /** They are deleted, or get the new key, too. */
  CASCADE,
  /** They reference nothing. */
  SET_NULL,
  /** They reference the default. */
  SET_DEFAULT
}
