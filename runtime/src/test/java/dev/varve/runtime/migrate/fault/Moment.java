package dev.varve.runtime.migrate.fault;

import java.util.Locale;

/** What an applier was doing, as its server process tells. */
enum Moment {
  INDEX_BUILD("index build"),
  BACKFILL("backfill"),
  VALIDATE("VALIDATE"),
  COMMIT("COMMIT"),
  OTHER("elsewhere");

  private final String text;

  Moment(String text) {
    this.text = text;
  }

  /** What it does with this statement, if it is at it. */
  static Moment of(String state, String query) {
    String statement = query.strip().toUpperCase(Locale.ROOT);
    if (!state.equals("active")) {
      return OTHER;
    } else if (statement.contains("INDEX CONCURRENTLY")) {
      return INDEX_BUILD;
    } else if (statement.startsWith("UPDATE")) {
      return BACKFILL;
    } else if (statement.contains("VALIDATE CONSTRAINT")) {
      return VALIDATE;
    }
    return statement.startsWith("COMMIT") ? COMMIT : OTHER;
  }

  @Override
  public String toString() {
    return text;
  }
}
