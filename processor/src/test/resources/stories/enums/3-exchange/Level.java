package shop;

import dev.varve.annotations.RenamedFrom;

/** Two constants exchange their names, and a new one has the name that another one gave up. */
public enum Level {
  NONE,
  @RenamedFrom("LOW")
  HIGH,
  MEDIUM,
  @RenamedFrom("MEDIUM")
  NORMAL,
  @RenamedFrom("HIGH")
  LOW
}
