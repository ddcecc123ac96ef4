package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Renames of things that share one space of names, in an order in which each new name is free when
 * its turn comes. A circle, such as two names exchanged, is opened with a spare name.
 *
 * @param vacated the names to be freed before by removing what has them
 */
record Renames<N extends Comparable<N>>(List<Rename<N>> steps, List<N> vacated) {
  /** One step. */
  record Rename<N>(N from, N to) {}

  /**
   * Takes the marks seriously that still say something.
   *
   * @param marks the old name by the new one
   * @param from whether the old schema has the name
   * @param to whether the new schema has the name
   * @param parked whether the thing that had the name in the old schema is marked as gone
   * @param certain whether no mark can have served
   * @param naming a spare name among these
   */
  static <N extends Comparable<N>> Renames<N> of(
      Map<N, N> marks,
      Predicate<N> from,
      Predicate<N> to,
      Predicate<N> parked,
      boolean certain,
      Function<Name, N> naming) {
    SortedMap<N, N> pending = new TreeMap<>();
    Set<N> olds = new HashSet<>();
    new TreeMap<>(marks).forEach((now, old) -> {
      if (!now.equals(old) && from.test(old) && to.test(now) && olds.add(old)) {
        pending.put(now, old);
      }
    });
    // Where both names were there before, the mark may be one that has served: then the thing under
    // the new name stays what it is. It has not if that thing is gone, or if the old name is.
    Predicate<Map.Entry<N, N>> served = mark -> from.test(mark.getKey())
        && !pending.containsValue(mark.getKey())
        && !parked.test(mark.getKey())
        && !pending.containsKey(mark.getValue())
        && parked.test(mark.getValue()) != to.test(mark.getValue());
    boolean less = !certain;
    while (less) {
      // One mark less may be another one less.
      less = pending.entrySet().removeIf(served);
    }
    List<N> vacated = pending.keySet().stream()
        .filter(name -> from.test(name) && !pending.containsValue(name))
        .toList();
    return new Renames<>(ordered(pending, from.or(to), naming), vacated);
  }

  private static <N extends Comparable<N>> List<Rename<N>> ordered(
      SortedMap<N, N> pending, Predicate<N> taken, Function<Name, N> naming) {
    List<Rename<N>> steps = new ArrayList<>();
    while (!pending.isEmpty()) {
      Map.Entry<N, N> next = pending.entrySet().stream()
          .filter(mark -> !pending.containsValue(mark.getKey()))
          .findFirst()
          .orElseGet(() -> firstOfCircle(pending));
      if (pending.containsValue(next.getKey())) {
        N spare = spare(taken, naming);
        steps.add(new Rename<>(next.getKey(), spare));
        pending.replaceAll((name, old) -> old.equals(next.getKey()) ? spare : old);
      }
      steps.add(new Rename<>(next.getValue(), next.getKey()));
      pending.remove(next.getKey());
    }
    return steps;
  }

  private static <N extends Comparable<N>> Map.Entry<N, N> firstOfCircle(SortedMap<N, N> pending) {
    return Map.copyOf(pending).entrySet().stream()
        .min(Map.Entry.comparingByKey())
        .orElseThrow();
  }

  /** Only one circle is open at a time, so one spare name does. */
  private static <N> N spare(Predicate<N> taken, Function<Name, N> naming) {
    int number = 0;
    N spare = naming.apply(new Name("varve_spare"));
    while (taken.test(spare)) {
      spare = naming.apply(new Name("varve_spare_" + ++number));
    }
    return spare;
  }
}
