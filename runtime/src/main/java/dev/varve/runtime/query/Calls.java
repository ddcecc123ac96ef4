package dev.varve.runtime.query;

import java.util.List;

/** The SQL of functions and operators. */
final class Calls {
  private Calls() {}

  /** {@code name(a, b)}. */
  static Node call(String name, Operand<?, ?>... arguments) {
    return call(name, List.of(arguments));
  }

  static Node call(String name, List<? extends Operand<?, ?>> arguments) {
    return sql -> {
      sql.append(name).append("(");
      SelectText.writeTerms(sql, arguments, (text, operand) -> operand.write(text));
      sql.append(")");
    };
  }

  /** {@code (left operator right)}. */
  static Node binary(Operand<?, ?> left, String operator, Operand<?, ?> right) {
    return sql -> {
      sql.append("(");
      left.write(sql);
      sql.append(operator);
      right.write(sql);
      sql.append(")");
    };
  }

  /** {@code left operator right}, true or false. */
  static Condition test(Operand<?, ?> left, String operator, Operand<?, ?> right) {
    return new Condition.Test(sql -> {
      left.write(sql);
      sql.append(operator);
      right.write(sql);
    });
  }

  /** {@code CAST(operand AS type)}. */
  static Node cast(Operand<?, ?> operand, String type) {
    return sql -> {
      sql.append("CAST(");
      operand.write(sql);
      sql.append(" AS ").append(type).append(")");
    };
  }

  /** An argument of a function, with its type. */
  static <T> Expression<T> value(Type<T> type, T value) {
    return new Computed<>(type, Value.typed(type, value));
  }

  static Expression<String> text(String value) {
    return value(Type.STRING, value);
  }

  static Expression<Integer> number(int value) {
    return value(Type.INT, value);
  }
}
