package dev.varve.processor.pull;

import java.nio.file.Path;
import java.util.List;

/**
 * What a pull wrote.
 *
 * @param sources the files of records, types and packages, each with whether it is new or changed
 * @param unchanged how many sources stayed as they were
 * @param migrations the migrations, in order; none where there were some already
 * @param left what records do not say
 * @param notes what is worth knowing
 */
public record Pulled(
    List<Path> sources,
    int unchanged,
    int tables,
    int views,
    int types,
    List<Path> migrations,
    List<Left> left,
    List<String> notes) {
  /** Where something went that no record says. */
  public enum Place {
    /** Into the script before the migration of the records. */
    BEFORE,
    /** Into the script behind it. */
    AFTER,
    /** Nowhere: the catalogue does not tell how it was made. */
    NOWHERE
  }

  /** Something that no record says. */
  public record Left(String thing, String reason, Place place) {}

  public Pulled {
    sources = List.copyOf(sources);
    migrations = List.copyOf(migrations);
    left = List.copyOf(left);
    notes = List.copyOf(notes);
  }
}
