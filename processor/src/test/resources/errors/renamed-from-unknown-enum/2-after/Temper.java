package shop;

import dev.varve.annotations.RenamedFrom;

@RenamedFrom("moot")
public enum Temper {
  HOT
}
