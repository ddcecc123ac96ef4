package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Renames of things that share one space of names, in an order in which each new name is free when
 * its turn comes. A circle, such as two names exchanged, is opened with a spare name.
 *
 * @param vacated the names to be freed before by removing what has them
 */
record Renames(List<Rename> steps, List<Name> vacated) {
  /** One step. */
  record Rename(Name from, Name to) {}

  /**
   * Takes the marks seriously that still say something.
   *
   * @param marks the old name by the new one
   * @param from whether the old schema has the name
   * @param to whether the new schema has the name
   * @param parked whether the thing that had the name in the old schema is marked as gone
   * @param certain whether no mark can have served
   */
  static Renames of(
      Map<Name, Name> marks,
      Predicate<Name> from,
      Predicate<Name> to,
      Predicate<Name> parked,
      boolean certain) {
    SortedMap<Name, Name> pending = new TreeMap<>();
    Set<Name> olds = new HashSet<>();
    new TreeMap<>(marks).forEach((now, old) -> {
      if (!now.equals(old) && from.test(old) && to.test(now) && olds.add(old)) {
        pending.put(now, old);
      }
    });
    // Where both names were there before, the mark may be one that has served: then the thing under
    // the new name stays what it is. It has not if that thing is gone, or if the old name is.
    Predicate<Map.Entry<Name, Name>> served = mark -> from.test(mark.getKey())
        && !pending.containsValue(mark.getKey())
        && !parked.test(mark.getKey())
        && !pending.containsKey(mark.getValue())
        && parked.test(mark.getValue()) != to.test(mark.getValue());
    boolean less = !certain;
    while (less) {
      // One mark less may be another one less.
      less = pending.entrySet().removeIf(served);
    }
    List<Name> vacated = pending.keySet().stream()
        .filter(name -> from.test(name) && !pending.containsValue(name))
        .toList();
    return new Renames(ordered(pending, from.or(to)), vacated);
  }

  private static List<Rename> ordered(SortedMap<Name, Name> pending, Predicate<Name> taken) {
    List<Rename> steps = new ArrayList<>();
    while (!pending.isEmpty()) {
      Map.Entry<Name, Name> next = pending.entrySet().stream()
          .filter(mark -> !pending.containsValue(mark.getKey()))
          .findFirst()
          .orElseGet(() -> firstOfCircle(pending));
      if (pending.containsValue(next.getKey())) {
        Name spare = spare(taken);
        steps.add(new Rename(next.getKey(), spare));
        pending.replaceAll((name, old) -> old.equals(next.getKey()) ? spare : old);
      }
      steps.add(new Rename(next.getValue(), next.getKey()));
      pending.remove(next.getKey());
    }
    return steps;
  }

  private static Map.Entry<Name, Name> firstOfCircle(SortedMap<Name, Name> pending) {
    return Map.copyOf(pending).entrySet().stream()
        .min(Map.Entry.comparingByKey())
        .orElseThrow();
  }

  /** Only one circle is open at a time, so one spare name does. */
  private static Name spare(Predicate<Name> taken) {
    int number = 0;
    Name spare = new Name("varve_spare");
    while (taken.test(spare)) {
      spare = new Name("varve_spare_" + ++number);
    }
    return spare;
  }
}
