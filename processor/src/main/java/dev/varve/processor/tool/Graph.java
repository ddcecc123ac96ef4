package dev.varve.processor.tool;

import dev.varve.runtime.migrate.MigrationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines that join migrations to those they were built on, drawn while the migrations are listed
 * from the newest to the oldest, as git draws commits.
 */
final class Graph {
  /** What each line leads to; empty where one has ended to the left of others. */
  private final List<Optional<MigrationId>> lines = new ArrayList<>();

  /**
   * What stands before a migration.
   *
   * @param ending the lines above it in which others end in its own
   * @param node before the migration itself
   * @param rest before what is said of it
   * @param beginning the lines below it in which others begin at its own
   */
  record Margin(List<String> ending, String node, String rest, List<String> beginning) {
    Margin {
      ending = List.copyOf(ending);
      beginning = List.copyOf(beginning);
    }
  }

  /** The next migration, and what it was built on. */
  Margin next(MigrationId id, List<MigrationId> after) {
    Optional<MigrationId> wanted = Optional.of(id);
    if (!lines.contains(wanted)) {
      lines.add(wanted);
    }
    int place = lines.indexOf(wanted);
    List<String> ending = new ArrayList<>();
    for (int other = lines.lastIndexOf(wanted); other > place; other = lines.lastIndexOf(wanted)) {
      ending.add(bars(0, other).stripTrailing() + "/");
      lines.set(other, Optional.empty());
      shorten();
    }
    String node = bars(0, place) + "* " + bars(place + 1, lines.size());
    lines.set(place, after.stream().findFirst());
    String rest = bars(0, lines.size());
    List<String> beginning = new ArrayList<>();
    for (MigrationId other : after.subList(Math.min(1, after.size()), after.size())) {
      beginning.add(bars(0, lines.size()).stripTrailing() + "\\");
      lines.add(Optional.of(other));
    }
    shorten();
    return new Margin(ending, node, rest, beginning);
  }

  private void shorten() {
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
  }

  private String bars(int start, int end) {
    StringBuilder bars = new StringBuilder();
    for (Optional<MigrationId> line : lines.subList(start, end)) {
      bars.append(line.isPresent() ? "| " : "  ");
    }
    return bars.toString();
  }
}
