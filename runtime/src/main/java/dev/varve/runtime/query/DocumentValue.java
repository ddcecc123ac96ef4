package dev.varve.runtime.query;

import dev.varve.runtime.json.Json;
import java.util.List;

/**
 * What documents, kept as {@code jsonb}, can do beyond being compared.
 *
 * @param <T> the Java type of the document
 */
public sealed interface DocumentValue<T>
    permits DocumentColumn, NullableDocumentColumn, DocumentExpression, NullableDocumentExpression {
  /** This as an operand. */
  Operand<T, ?> operand();

  /** What stands under these members, one in another; an element of an array by its number. */
  default NullableDocumentExpression<Json> at(String... path) {
    return new NullableDocumentExpression<>(
        Type.JSON, Calls.binary(operand(), " #> ", DocumentParts.path(path)));
  }

  /** What stands under these members, as text: of a text, itself. */
  default NullableTextExpression textAt(String... path) {
    return new NullableTextExpression(Calls.binary(operand(), " #>> ", DocumentParts.path(path)));
  }

  /** Has all that the other has, in the same places. */
  default Condition contains(Json other) {
    return Calls.test(operand(), " @> ", Calls.value(Type.JSON, other));
  }

  /** Has all that the other has, in the same places. */
  default Condition contains(Operand<?, ?> other) {
    return Calls.test(operand(), " @> ", other);
  }

  /** Has nothing that the other has not, in the same places. */
  default Condition containedBy(Json other) {
    return Calls.test(operand(), " <@ ", Calls.value(Type.JSON, other));
  }

  /** An object with this member, or an array with this text. */
  default Condition has(String member) {
    // The driver takes a single question mark for a parameter.
    return Calls.test(operand(), " ?? ", Calls.text(member));
  }

  /** {@link #has} one of these. */
  default Condition hasAny(String... members) {
    return Calls.test(operand(), " ??| ", DocumentParts.path(members));
  }

  /** {@link #has} all of these. */
  default Condition hasAll(String... members) {
    return Calls.test(operand(), " ??& ", DocumentParts.path(members));
  }

  /** A path in SQL's language for JSON finds something: {@code $.decks[*] ? (@.weight > 2)}. */
  default Condition matches(String jsonPath) {
    return Calls.test(operand(), " @?? ", DocumentParts.jsonPath(jsonPath));
  }

  /** The document with another value under these members; the last one is added if need be. */
  default NullableDocumentExpression<T> with(Json value, String... path) {
    return new NullableDocumentExpression<>(
        operand().type(),
        Calls.call(
            "jsonb_set",
            List.of(operand(), DocumentParts.path(path), Calls.value(Type.JSON, value))));
  }

  /** The document without what stands under these members. */
  default NullableDocumentExpression<T> without(String... path) {
    return new NullableDocumentExpression<>(
        operand().type(), Calls.binary(operand(), " #- ", DocumentParts.path(path)));
  }

  /** The document with the members of another one; where both have one, that of the other. */
  default NullableDocumentExpression<T> merged(Json other) {
    return new NullableDocumentExpression<>(
        operand().type(), Calls.binary(operand(), " || ", Calls.value(Type.JSON, other)));
  }
}
