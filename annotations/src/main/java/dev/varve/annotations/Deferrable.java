package dev.varve.annotations;

/** Whether a transaction may put off the check of a constraint to its end. */
public enum Deferrable {
  /** It is checked with each statement. */
  NOT,
  /** It is checked with each statement, until a transaction says {@code SET CONSTRAINTS}. */
  INITIALLY_IMMEDIATE,
  /** It is checked at the end of the transaction. */
  INITIALLY_DEFERRED
}
