package shop;

import dev.varve.annotations.AllowRewrite;
import dev.varve.annotations.Dropped;
import dev.varve.annotations.RenamedFrom;

/**
 * One constant goes, another takes the name of one that goes, and what stays has another order, all
 * in one migration.
 */
@Dropped("level.NONE")
@Dropped("level.NORMAL")
@AllowRewrite("a hundred rows")
public enum Level {
  LOW,
  HIGH,
  @RenamedFrom("MEDIUM")
  NORMAL
}
