package dev.varve.runtime.diff;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists with one thing more, less or other. */
final class Lists {
  private Lists() {}

  static <T> List<T> plus(List<? extends T> list, T element) {
    return plusAll(list, List.of(element));
  }

  static <T> List<T> plusAll(List<? extends T> list, List<? extends T> more) {
    return Stream.<T>concat(list.stream(), more.stream()).toList();
  }

  static <T> List<T> without(List<T> list, Predicate<T> which) {
    return list.stream().filter(which.negate()).toList();
  }
}
