package dev.varve.runtime.query;

/** Text that the server computes and that may be NULL. */
public final class NullableTextExpression extends NullableExpression<String> implements Text {
  NullableTextExpression(Node node) {
    super(Type.STRING, node);
  }
}
