package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Schema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which migrations of a history were made without knowing of each other. */
final class Branches {
  private final List<History.Entry> entries;
  /** By the place of a migration, the places of all that it rests on. */
  private final List<BitSet> ancestors = new ArrayList<>();

  private final boolean linear;

  Branches(History history) {
    entries = history.entries();
    Map<String, Integer> places = new HashMap<>();
    boolean line = true;
    int generated = -1;
    for (int i = 0; i < entries.size(); i++) {
      BitSet known = new BitSet(i);
      for (String id : entries.get(i).after()) {
        Integer place = places.get(id);
        if (place != null) {
          known.or(ancestors.get(place));
          known.set(place);
        }
      }
      if (isGenerated(i)) {
        line &= generated < 0 || known.get(generated);
        generated = i;
      }
      ancestors.add(known);
      places.put(entries.get(i).id(), i);
    }
    linear = line;
  }

  private boolean isGenerated(int place) {
    return !entries.get(place).changes().isEmpty();
  }

  private boolean areParallel(int one, int other) {
    return one != other
        && isGenerated(one)
        && isGenerated(other)
        && !ancestors.get(one).get(other)
        && !ancestors.get(other).get(one);
  }

  /** The changes of a migration that no older one of another branch makes as well. */
  List<Change> without(int place) {
    List<Change> changes = entries.get(place).changes();
    if (linear) {
      return changes;
    }
    List<Change> own = new ArrayList<>();
    for (Change change : changes) {
      boolean made = false;
      for (int older = 0; older < place && !made; older++) {
        made = areParallel(older, place) && entries.get(older).changes().contains(change);
      }
      if (!made) {
        own.add(change);
      }
    }
    return own;
  }

  List<History.Conflict> conflicts() {
    List<History.Conflict> conflicts = new ArrayList<>();
    for (int other = 0; other < entries.size() && !linear; other++) {
      for (int one = 0; one < other; one++) {
        if (areParallel(one, other) && !areJoined(one, other)) {
          conflict(one, other).ifPresent(conflicts::add);
        }
      }
    }
    return conflicts;
  }

  /** What a later migration rests on was looked at when that one was made. */
  private boolean areJoined(int one, int other) {
    for (int later = other + 1; later < entries.size(); later++) {
      if (ancestors.get(later).get(one) && ancestors.get(later).get(other)) {
        return true;
      }
    }
    return false;
  }

  /** Whether two migrations of different branches may be applied in either order. */
  Optional<History.Conflict> conflict(int one, int other) {
    if (ancestors.get(other).get(one)) {
      return Optional.of(conflict(one, other, "the newer one was built on it"));
    }
    Optional<Schema> before = before(one, other);
    if (before.isEmpty()) {
      // Those before them do not fit together, which is said of them.
      return Optional.empty();
    }
    List<Change> common = new ArrayList<>(entries.get(one).changes());
    common.retainAll(entries.get(other).changes());
    List<Change> ones = new ArrayList<>(entries.get(one).changes());
    List<Change> others = new ArrayList<>(entries.get(other).changes());
    Optional<Schema> shared = Commutation.apply(before.get(), common);
    if (shared.isPresent()) {
      ones.removeAll(common);
      others.removeAll(common);
    }
    Schema from = shared.orElse(before.get());
    return Commutation.conflict(from, ones, others).map(reason -> {
      for (Change change : ones) {
        for (Change against : others) {
          if (areAlone(from, change, against)
              && Commutation.conflict(from, List.of(change), List.of(against)).isPresent()) {
            return new History.Conflict(
                entries.get(one), List.of(change), entries.get(other), List.of(against), reason);
          }
        }
      }
      return conflict(one, other, reason);
    });
  }

  /** Whether each of two changes can be made without those beside it. */
  private static boolean areAlone(Schema from, Change one, Change other) {
    return Commutation.apply(from, List.of(one)).isPresent()
        && Commutation.apply(from, List.of(other)).isPresent();
  }

  private History.Conflict conflict(int one, int other, String reason) {
    return new History.Conflict(
        entries.get(one),
        entries.get(one).changes(),
        entries.get(other),
        entries.get(other).changes(),
        reason);
  }

  /** What both rest on together; empty if that does not hold together. */
  private Optional<Schema> before(int one, int other) {
    BitSet both = new BitSet();
    both.or(ancestors.get(one));
    both.or(ancestors.get(other));
    List<History.Entry> before = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (both.get(i) && i != one && i != other) {
        before.add(entries.get(i));
      }
    }
    try {
      return Optional.of(new History(before).schema());
    } catch (InvalidChange damaged) {
      return Optional.empty();
    }
  }
}
