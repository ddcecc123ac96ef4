package dev.varve.processor.select;

import java.util.List;

/**
 * Something that a select says and PostgreSQL would refuse, or that would surprise.
 *
 * @param written the name as it stands there, or the parser's words
 * @param of the table of a column
 * @param known the names that would do
 */
public record SelectFault(Kind kind, String written, String of, List<String> known) {
  public SelectFault {
    known = known.stream().distinct().toList();
  }

  /** What is wrong. */
  public enum Kind {
    SYNTAX,
    NO_SELECT,
    NO_TABLE,
    NO_SOURCE,
    NO_COLUMN,
    STAR
  }
}
