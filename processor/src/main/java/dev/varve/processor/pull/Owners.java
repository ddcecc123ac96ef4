package dev.varve.processor.pull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who owns what. A database that migrations make belongs to who runs them, so it is only told. */
final class Owners {
  /** So many things of one role are named. */
  private static final int NAMED = 5;

  private Owners() {}

  /** Empty if one role has everything. */
  static Optional<String> note(Snapshot snapshot) {
    Map<String, List<String>> owners = new TreeMap<>();
    for (Row row : snapshot.rows(Query.OWNERS)) {
      owners.computeIfAbsent(row.text("owner"), owner -> new ArrayList<>()).add(row.text("name"));
    }
    if (owners.size() < 2) {
      return Optional.empty();
    }
    String most = owners.entrySet().stream()
        .max(Comparator.comparingInt(owner -> owner.getValue().size()))
        .orElseThrow()
        .getKey();
    List<String> others = new ArrayList<>();
    owners.forEach((owner, names) -> {
      if (!owner.equals(most)) {
        others.add(named(names) + " to " + owner);
      }
    });
    return Optional.of("Owners are not carried over: what migrations make belongs to who runs them."
        + " Here most belongs to " + most + ", but " + String.join("; ", others) + ".");
  }

  private static String named(List<String> names) {
    List<String> sorted = names.stream().sorted().toList();
    return String.join(", ", sorted.subList(0, Math.min(NAMED, sorted.size())))
        + (sorted.size() > NAMED ? " and " + (sorted.size() - NAMED) + " more" : "");
  }
}
