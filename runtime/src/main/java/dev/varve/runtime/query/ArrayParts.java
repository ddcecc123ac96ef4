package dev.varve.runtime.query;

/** The elements of arrays. */
final class ArrayParts {
  private ArrayParts() {}

  @SuppressWarnings("unchecked")
  static <E> Type<E> element(ArrayValue<?, E> array) {
    return (Type<E>) array.operand().type().element();
  }

  static Condition has(Operand<?, ?> array, Operand<?, ?> element) {
    return new Condition.Test(sql -> {
      element.write(sql);
      sql.append(" = ANY (");
      array.write(sql);
      sql.append(")");
    });
  }
}
