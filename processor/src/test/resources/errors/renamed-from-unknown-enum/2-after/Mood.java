package shop;

import dev.varve.annotations.RenamedFrom;

public enum Mood {
  GOOD,
  BAD,
  @RenamedFrom("GOD")
  GREAT
}
