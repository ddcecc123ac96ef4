package shop;

import dev.varve.annotations.RenamedFrom;

public enum Mood {
  @RenamedFrom("GOOD")
  FINE,
  FAIR,
  BAD,
  @RenamedFrom("NONE")
  UNKNOWN
}
