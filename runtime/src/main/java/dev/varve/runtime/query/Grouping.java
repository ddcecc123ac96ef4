package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a {@code GROUP BY}. In all but the plain one, a row of a wider group has NULL for what
 * does not tell it apart; so this is selected as {@link Expression#nullable}.
 */
public final class Grouping {
  private final String keyword;
  private final List<Grouping> sets;
  private final List<Operand<?, ?>> operands;

  private Grouping(String keyword, List<Grouping> sets, List<Operand<?, ?>> operands) {
    this.keyword = keyword;
    this.sets = sets;
    this.operands = operands;
  }

  /** The groups by all of these, by all but the last, and so on to one group of all rows. */
  public static Grouping rollup(Operand<?, ?>... operands) {
    return new Grouping("ROLLUP ", List.of(), List.of(operands));
  }

  /** The groups by each subset of these. */
  public static Grouping cube(Operand<?, ?>... operands) {
    return new Grouping("CUBE ", List.of(), List.of(operands));
  }

  /** The groups by each of these. */
  public static Grouping sets(Grouping... sets) {
    return new Grouping("GROUPING SETS ", List.of(sets), List.of());
  }

  /** A set: the groups by all of these; without any, one group of all rows. */
  public static Grouping set(Operand<?, ?>... operands) {
    return new Grouping("", List.of(), List.of(operands));
  }

  static List<Grouping> each(Operand<?, ?>... operands) {
    List<Grouping> each = new ArrayList<>();
    for (Operand<?, ?> operand : operands) {
      each.add(new Grouping("=", List.of(), List.of(operand)));
    }
    return each;
  }

  void write(Sql sql, SelectText.Term term) {
    if (keyword.equals("=")) {
      SelectText.writeTerms(sql, operands, term);
      return;
    }
    sql.append(keyword).append("(");
    SelectText.writeTerms(sql, operands, term);
    String separator = "";
    for (Grouping set : sets) {
      sql.append(separator);
      separator = ", ";
      set.write(sql, term);
    }
    sql.append(")");
  }

  private Stream<Operand<?, ?>> all() {
    return Stream.concat(operands.stream(), sets.stream().flatMap(Grouping::all));
  }

  /** What is left out of a set reads as NULL. */
  void requireNullable(List<Output> outputs) {
    if (keyword.equals("=") || keyword.isEmpty()) {
      return;
    }
    List<Operand<?, ?>> all = all().collect(Collectors.toList());
    for (Output output : outputs) {
      if (!output.nullable() && all.stream().anyMatch(output::is)) {
        throw new StatementException(
            "A select groups by " + keyword.strip() + " and selects, as never NULL, "
                + (output.name().isEmpty() ? "an expression" : output.name())
                + ", which is NULL in the wider groups. Select it as .nullable().");
      }
    }
  }
}
