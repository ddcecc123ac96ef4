package dev.varve.processor.plan;

/** When an action's turn comes; the order here is the order of the SQL. */
enum Phase {
  /** Rows that stand in the way are looked for, before anything is done. */
  ROWS(Step.Mode.TRANSACTION),
  /** Enums and their values get their new names, before anything is added under an old one. */
  ENUM_NAMES(Step.Mode.TRANSACTION),
  /** Committed before all else: PostgreSQL lets nothing use a value that is not. */
  ENUM_VALUES(Step.Mode.TRANSACTION),
  /** What needs no more than a moment: new tables, columns, names, rules for rows to come. */
  SHAPE(Step.Mode.TRANSACTION),
  /** Rows that are there get values, some at a time. */
  BACKFILL(Step.Mode.OUTSIDE),
  /** Rules are checked against the rows that are there, while others read and write. */
  VALIDATE(Step.Mode.TRANSACTION),
  /** What the checked rules allow without a look at the rows. */
  SETTLE(Step.Mode.TRANSACTION),
  /** Indexes of existing tables, built while others read and write. */
  INDEX(Step.Mode.OUTSIDE),
  /** Keys that take over such an index. */
  KEY(Step.Mode.TRANSACTION),
  /** References, for rows to come: what they point to is unique by now. */
  REFERENCE(Step.Mode.TRANSACTION),
  /** References, checked against the rows that are there. */
  VALIDATE_REFERENCE(Step.Mode.TRANSACTION),
  /** What was made beside something of another definition takes its place. */
  EXCHANGE(Step.Mode.TRANSACTION),
  /** What rests on keys made late, or reads whole tables to be made: materialized views. */
  REST(Step.Mode.TRANSACTION);

  private final Step.Mode mode;

  Phase(Step.Mode mode) {
    this.mode = mode;
  }

  Step.Mode mode() {
    return mode;
  }

  /** Whether each action is a step of its own, to be taken up again by itself. */
  boolean separate() {
    return mode == Step.Mode.OUTSIDE;
  }
}
