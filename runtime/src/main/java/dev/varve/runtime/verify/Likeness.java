package dev.varve.runtime.verify;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A comparison of what is expected of a table with what is found of it: the one as it was written, the
 * other as it is printed.
 */
final class Likeness {
  private final Table expected;
  private final Table found;
  private final Map<Question, String> asked = new HashMap<>();

  private Likeness(Table expected, Table found) {
    this.expected = expected;
    this.found = found;
  }

  /**
   * What has to be asked before the two are known to be alike, with the answers that make them so;
   * empty if they are known to differ, or nothing can tell.
   */
  static Optional<Map<Question, String>> of(Table expected, Table found) {
    Likeness likeness = new Likeness(expected, found);
    return likeness.isPossible() ? Optional.of(likeness.asked) : Optional.empty();
  }

  private boolean isPossible() {
    return expected.partitioning().isEmpty()
        && found.partitioning().isEmpty()
        && expected.options().equals(found.options())
        && isPossible(expected.columns(), found.columns(), Column::name, this::isPossible)
        && isPossible(
            expected.constraints(), found.constraints(), Constraint::name, this::isPossible)
        && isPossible(expected.indexes(), found.indexes(), Index::name, this::isPossible);
  }

  private interface Test<T> {
    boolean isPossible(T one, T other);
  }

  private static <T> boolean isPossible(
      List<T> expected, List<T> found, Function<T, Name> name, Test<T> test) {
    Map<Name, T> byName = new HashMap<>();
    found.forEach(part -> byName.put(name.apply(part), part));
    return expected.size() == found.size()
        && byName.size() == found.size()
        && expected.stream().allMatch(part -> {
          T other = byName.get(name.apply(part));
          return other != null && test.isPossible(part, other);
        });
  }

  private boolean isPossible(Column one, Column other) {
    if (!one.withDefault(other.defaultValue()).equals(other)) {
      return false;
    }
    boolean expressions = one.defaultValue() instanceof Default.Expression
            && other.defaultValue() instanceof Default.Expression
        || one.defaultValue() instanceof Default.Generated
            && other.defaultValue() instanceof Default.Generated;
    if (expressions) {
      return ask(Question.of(expected, one), Question.text(other));
    }
    return one.defaultValue().equals(other.defaultValue());
  }

  private boolean isPossible(Constraint one, Constraint other) {
    if (one instanceof Constraint.Check check && other instanceof Constraint.Check) {
      return ask(Question.of(expected, check), Question.text(other));
    }
    return !(one instanceof Constraint.Exclusion) && one.equals(other);
  }

  private boolean isPossible(Index one, Index other) {
    if (Question.isAbout(one)) {
      return ask(Question.of(expected, one), Question.text(other));
    }
    return one.equals(other);
  }

  /** A question has one answer. */
  private boolean ask(Question question, String answer) {
    String before = asked.putIfAbsent(question, answer);
    return before == null || before.equals(answer);
  }
}
