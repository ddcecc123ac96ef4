package dev.varve.processor.ddl;

import dev.varve.runtime.schema.Trigger;
import java.util.List;

/** SQL about triggers. */
final class TriggerDdl {
  private TriggerDdl() {}

  static List<Sql> replace(Trigger trigger) {
    Sql body = Sql.of(
        "{}\n  {} ON {}\n  {}{};",
        trigger.name(),
        Sql.raw(trigger.head()),
        trigger.table(),
        trigger.deferral().map(deferral -> Sql.raw(deferral + "\n")).orElse(Sql.raw("")),
        Sql.raw(trigger.tail()));
    // PostgreSQL replaces an ordinary trigger only.
    return trigger.deferral().isPresent()
        ? List.of(dropIfThere(trigger), Sql.of("CREATE CONSTRAINT TRIGGER {}", body))
        : List.of(Sql.of("CREATE OR REPLACE TRIGGER {}", body));
  }

  static List<Sql> drop(Trigger trigger) {
    return List.of(dropIfThere(trigger));
  }

  /** IF EXISTS holds for the trigger and, since the table may be gone already, for that. */
  private static Sql dropIfThere(Trigger trigger) {
    return Sql.of("DROP TRIGGER IF EXISTS {} ON {};", trigger.name(), trigger.table());
  }
}
