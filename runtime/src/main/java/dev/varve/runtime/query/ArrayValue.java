package dev.varve.runtime.query;

import java.util.List;

/**
 * What arrays can do beyond being compared.
 *
 * @param <T> the Java type of the array
 * @param <E> of its elements
 */
public sealed interface ArrayValue<T, E>
    permits ArrayColumn, NullableArrayColumn, ArrayExpression, NullableArrayExpression {
  /** This as an operand. */
  Operand<T, ?> operand();

  /** Has all the elements of the other. */
  default Condition contains(T other) {
    return Calls.test(operand(), " @> ", operand().value(other));
  }

  /** Has all the elements of the other. */
  default Condition contains(Operand<T, ?> other) {
    return Calls.test(operand(), " @> ", other);
  }

  /** Has only elements of the other. */
  default Condition containedBy(T other) {
    return Calls.test(operand(), " <@ ", operand().value(other));
  }

  /** Has only elements of the other. */
  default Condition containedBy(Operand<T, ?> other) {
    return Calls.test(operand(), " <@ ", other);
  }

  /** Has an element of the other. */
  default Condition overlaps(T other) {
    return Calls.test(operand(), " && ", operand().value(other));
  }

  /** Has an element of the other. */
  default Condition overlaps(Operand<T, ?> other) {
    return Calls.test(operand(), " && ", other);
  }

  /** Has this element. */
  default Condition has(E element) {
    return ArrayParts.has(operand(), Calls.value(ArrayParts.element(this), element));
  }

  /** Has this element. */
  default Condition has(Operand<E, ?> element) {
    return ArrayParts.has(operand(), element);
  }

  /** How many elements it has; NULL where the array is. */
  default NullableNumberExpression<Integer> size() {
    return new NullableNumberExpression<>(Type.INT, Calls.call("cardinality", operand()));
  }

  /** The element at this place, from 1; NULL if there is none. */
  default NullableExpression<E> at(int place) {
    return new NullableComputed<>(ArrayParts.element(this), sql -> {
      sql.append("(");
      operand().write(sql);
      sql.append(")[");
      sql.typedParameter(Type.INT, place);
      sql.append("]");
    });
  }

  /** With one more element at the end. Of an array that is NULL, this is one element. */
  default Expression<T> append(E element) {
    Operand<E, ?> last = Calls.value(ArrayParts.element(this), element);
    return new Computed<>(operand().type(), Calls.call("array_append", operand(), last));
  }

  /** Without the elements that equal this one. */
  default NullableExpression<T> remove(E element) {
    Operand<E, ?> removed = Calls.value(ArrayParts.element(this), element);
    return new NullableComputed<>(operand().type(), Calls.call("array_remove", operand(), removed));
  }

  /** The elements with this text between them. */
  default NullableTextExpression joined(String separator) {
    return new NullableTextExpression(
        Calls.call("array_to_string", List.of(operand(), Calls.text(separator))));
  }
}
