package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Timing;
import java.util.List;

/**
 * SQL that puts what was made under another name in the place of what it replaces. Run again, there
 * is a new one again, and it is exchanged again: no step depends on what was there before.
 */
final class ExchangeDdl {
  private ExchangeDdl() {}

  static List<Sql> alter(Action.AlterConstraint action) {
    Timing timing = action.constraint().timing();
    return List.of(Sql.of(
        """
            ALTER TABLE {}
              ALTER CONSTRAINT {}{};
            """,
        action.table(),
        action.constraint().name(),
        Sql.raw(
            switch (timing) {
              case AT_ONCE -> " NOT DEFERRABLE";
              case DEFERRABLE -> " DEFERRABLE INITIALLY IMMEDIATE";
              case DEFERRED -> timing.sql();
            })));
  }

  static List<Sql> constraint(Action.ExchangeConstraint action) {
    return List.of(Sql.block(Sql.of(
        """
                IF {} THEN
                  ALTER TABLE {}
                    DROP CONSTRAINT IF EXISTS {};
                  {}
                END IF;
                """,
        ConstraintDdl.exists(action.table(), action.interim()),
        action.table(),
        action.constraint().name(),
        ConstraintDdl.renameTo(
            action.table(), action.interim(), action.constraint().name()))));
  }

  static List<Sql> key(Action.ExchangeKey action) {
    Constraint key = action.key();
    return List.of(Sql.block(Sql.of(
        """
                IF {} IS NOT NULL THEN
                  ALTER TABLE {}
                    DROP CONSTRAINT IF EXISTS {},
                    ADD CONSTRAINT {} {} USING INDEX {}{};
                END IF;
                """,
        Sql.findRelation(action.table().sibling(action.interim())),
        action.table(),
        key.name(),
        key.name(),
        Sql.raw(key instanceof Constraint.PrimaryKey ? "PRIMARY KEY" : "UNIQUE"),
        action.interim(),
        Sql.raw(key.timing().sql()))));
  }

  static List<Sql> index(Action.ExchangeIndex action) {
    return List.of(Sql.block(Sql.of(
        """
                IF {} IS NOT NULL THEN
                  DROP INDEX IF EXISTS {};
                  {}
                END IF;
                """,
        Sql.findRelation(action.table().sibling(action.interim())),
        action.table().sibling(action.index().name()),
        IndexDdl.renameTo(
            action.table().sibling(action.interim()), action.index().name()))));
  }
}
