package dev.varve.processor.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a migration's header says about the rows that are there. Generated scripts always say it;
 * whoever writes one by hand may, in the same words.
 *
 * @param lost what is gone for ever afterwards; empty if nothing
 * @param rewritten which values are others afterwards; empty if none
 */
public record DataNotice(Optional<String> lost, Optional<String> rewritten) {
  private static final String LOST = "Data lost: ";
  private static final String REWRITTEN = "Data rewritten: ";
  private static final String NONE = "none.";
  private static final String COMMENT = "--";

  /** The lines of the header. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(LOST + lost.orElse(NONE)));
    rewritten.ifPresent(text -> lines.add(REWRITTEN + text));
    return lines;
  }

  /**
   * Reads the comment that a script begins with.
   *
   * @param generated whether what it does not say does not happen
   */
  public static DataNotice read(String sql, boolean generated) {
    Optional<String> unsaid = generated ? Optional.empty() : Optional.of("not said.");
    List<String> header = sql.lines()
        .map(String::strip)
        .takeWhile(line -> line.isEmpty() || line.startsWith(COMMENT))
        .toList();
    return new DataNotice(
        find(header, LOST).orElse(unsaid), find(header, REWRITTEN).orElse(unsaid));
  }

  /** Empty if the header does not say; within, empty if it says that there is none. */
  private static Optional<Optional<String>> find(List<String> header, String key) {
    return header.stream()
        .filter(line -> line.startsWith(COMMENT))
        .map(line -> line.substring(COMMENT.length()).strip())
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).strip())
        .map(text -> Optional.of(text).filter(said -> !said.equals(NONE)))
        .findFirst();
  }

  /** Whether the rows are afterwards what they were. */
  public boolean isHarmless() {
    return lost.isEmpty() && rewritten.isEmpty();
  }

  /** {@code Data lost: the values of users.age.} */
  @Override
  public String toString() {
    return String.join(
        " ",
        lost.isPresent()
            ? lines()
            : rewritten.map(text -> REWRITTEN + text).stream().toList());
  }
}
