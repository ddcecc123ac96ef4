package dev.varve.processor.read;

import dev.varve.runtime.schema.Name;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** "Did you mean": the known name that is nearest to the one written. */
public final class Suggestion {
  private Suggestion() {}

  /** The text about a column that a table does not have. */
  static String unknown(String table, String written, List<Name> known) {
    return "the table "
        + table
        + " has no column \""
        + written
        + "\". "
        + nearest(written, known)
            .map(name -> "Did you mean \"" + name + "\"?")
            .orElse("Name one of "
                + known.stream().map(Name::value).collect(Collectors.joining(", "))
                + ".");
  }

  /** The nearest of some words, if it differs in a character or two. */
  public static Optional<String> nearestWord(String written, List<String> known) {
    int most = written.length() < 6 ? 1 : 2;
    return known.stream()
        .min(Comparator.comparingInt(word -> distance(written, word)))
        .filter(word -> distance(written, word) <= most);
  }

  /** The nearest of the names, if it is near. */
  public static <N> Optional<N> nearest(String written, List<N> known) {
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(Naming.words(written), name.toString())))
        .filter(
            name -> distance(Naming.words(written), name.toString()) <= 1 + written.length() / 4);
  }

  /** How many characters must be put in, taken out or replaced. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int next = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
        diagonal = row[j];
        row[j] = next;
      }
    }
    return row[b.length()];
  }
}
