package shop;

import dev.varve.annotations.RenamedFrom;

/** The enum and a constant have other names, and there is a new one in front. */
@RenamedFrom("mood")
public enum Level {
  NONE,
  LOW,
  @RenamedFrom("MID")
  MEDIUM,
  HIGH
}
