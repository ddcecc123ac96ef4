package shop;

import dev.varve.annotations.AllowRewrite;

@AllowRewrite("some cards")
public enum State {
  DUE,
  OLD
}
