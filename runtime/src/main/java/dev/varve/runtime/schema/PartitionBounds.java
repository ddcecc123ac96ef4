package dev.varve.runtime.schema;

import java.util.List;

/** Which rows of a partitioned table a partition takes. Values are SQL, as the user wrote them. */
public sealed interface PartitionBounds {
  /** Behind the name of the parent: {@code FOR VALUES IN ('a', 'b')}. */
  String sql();

  /**
   * From one tuple of values, included, to another one, excluded.
   *
   * @param from a value for each key, which may be {@code MINVALUE} or {@code MAXVALUE}
   */
  record Range(List<String> from, List<String> to) implements PartitionBounds {
    public Range {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }

    @Override
    public String sql() {
      return "FOR VALUES FROM (" + String.join(", ", from) + ") TO (" + String.join(", ", to) + ")";
    }
  }

  /** Rows with one of these values, of which one may be {@code NULL}. */
  record In(List<String> values) implements PartitionBounds {
    public In {
      values = List.copyOf(values);
    }

    @Override
    public String sql() {
      return "FOR VALUES IN (" + String.join(", ", values) + ")";
    }
  }

  /** Rows whose key has a hash that leaves this remainder. */
  record Hash(int modulus, int remainder) implements PartitionBounds {
    public Hash {
      if (modulus < 1 || remainder < 0 || remainder >= modulus) {
        throw new IllegalArgumentException("No remainder of " + modulus + ": " + remainder);
      }
    }

    @Override
    public String sql() {
      return "FOR VALUES WITH (MODULUS " + modulus + ", REMAINDER " + remainder + ")";
    }
  }

  /** Rows that no other partition takes. */
  record Rest() implements PartitionBounds {
    @Override
    public String sql() {
      return "DEFAULT";
    }
  }

  /**
   * Bounds as SQL writes them.
   *
   * @throws IllegalArgumentException if they are of none of these forms
   */
  static PartitionBounds parse(String sql) {
    if (sql.equals("DEFAULT")) {
      return new Rest();
    }
    List<String> words = Expressions.words(sql);
    if (words.size() == 6 && words.get(2).equals("FROM")) {
      return new Range(Expressions.group(words.get(3)), Expressions.group(words.get(5)));
    } else if (words.size() == 4 && words.get(2).equals("IN")) {
      return new In(Expressions.group(words.get(3)));
    } else if (words.size() == 4 && words.get(2).equals("WITH")) {
      List<Integer> numbers = Expressions.group(words.get(3)).stream()
          .map(part -> Integer.valueOf(part.replaceAll("[^0-9]", "")))
          .toList();
      return new Hash(numbers.get(0), numbers.get(1));
    }
    throw new IllegalArgumentException("No bounds of a partition: " + sql);
  }
}
