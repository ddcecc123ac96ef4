package dev.varve.processor.ddl;

import dev.varve.processor.plan.Lock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Locks in words, for comments. */
final class LockWords {
  private static final Comparator<Lock> ORDER = Comparator.comparing(Lock::mode)
      .thenComparing(Lock::work)
      .reversed()
      .thenComparing(Lock::table);

  private LockWords() {}

  /** {@code Lock: ACCESS EXCLUSIVE on users, for a moment.}, strong ones first. */
  static String line(List<Lock> locks) {
    Map<String, List<Lock>> kinds = new LinkedHashMap<>();
    locks.stream()
        .sorted(ORDER)
        .forEach(lock -> kinds
            .computeIfAbsent(lock.mode() + " " + lock.work(), kind -> new ArrayList<>())
            .add(lock));
    String words = kinds.values().stream().map(LockWords::words).collect(Collectors.joining("; "));
    return "Lock: " + (words.isEmpty() ? "none on a table" : words) + ".";
  }

  /** Locks of one kind. */
  private static String words(List<Lock> locks) {
    Lock first = locks.get(0);
    return first.mode().sql()
        + " on "
        + locks.stream().map(lock -> lock.table().toString()).collect(Collectors.joining(", "))
        + work(first.work(), locks.size() == 1 ? "it is" : "they are");
  }

  private static String work(Lock.Work work, String are) {
    return switch (work) {
      case NONE -> ", for a moment";
      case KEYS -> ", while keys of it are looked up";
      case SCAN -> ", while " + are + " scanned";
      case FILL -> ", while rows of it are written";
      case INDEXES -> ", while " + are + " scanned and indexes are built anew";
      case REWRITE -> ", while " + are + " written anew";
    };
  }
}
