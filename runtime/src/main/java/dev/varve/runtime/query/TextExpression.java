package dev.varve.runtime.query;

/** Text that the server computes, never NULL. */
public final class TextExpression extends Expression<String> implements Text {
  TextExpression(Node node) {
    super(Type.STRING, node);
  }
}
