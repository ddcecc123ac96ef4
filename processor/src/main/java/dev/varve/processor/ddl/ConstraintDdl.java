package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.List;

/** SQL about constraints. */
final class ConstraintDdl {
  private ConstraintDdl() {}

  /** {@code CONSTRAINT users_email_key UNIQUE (email)}; a reference on a line of its own. */
  static Sql definition(Constraint constraint) {
    String rule = constraint.sql();
    if (constraint instanceof Constraint.ForeignKey key) {
      int line = rule.length() - key.references().length();
      rule = rule.substring(0, line - 1) + "\n  " + rule.substring(line);
    }
    return Sql.of("CONSTRAINT {} {}", constraint.name(), Sql.raw(rule));
  }

  /** Whether the table has a constraint of that name. */
  static Sql exists(QualifiedName table, Name constraint) {
    return Sql.of("""
        EXISTS (
          SELECT FROM pg_constraint
          WHERE conrelid = {} AND conname = {}
        )
        """, Sql.findRelation(table), constraint.value());
  }

  static List<Sql> add(Action.AddConstraint action) {
    return List.of(Sql.block(Sql.of(
        """
                IF NOT {} THEN
                  ALTER TABLE {}
                    ADD {}{};
                END IF;
                """,
        exists(action.table(), action.constraint().name()),
        action.table(),
        definition(action.constraint()),
        Sql.raw(action.validated() ? "" : " NOT VALID"))));
  }

  static List<Sql> validate(Action.ValidateConstraint action) {
    return List.of(Sql.of("""
            ALTER TABLE {}
              VALIDATE CONSTRAINT {};
            """, action.table(), action.constraint().name()));
  }

  static List<Sql> drop(Action.DropConstraint action) {
    return List.of(Sql.of("""
            ALTER TABLE IF EXISTS {}
              DROP CONSTRAINT IF EXISTS {};
            """, action.table(), action.constraint().name()));
  }

  static List<Sql> rename(Action.RenameConstraint action) {
    return List.of(Sql.block(Sql.of(
        """
                IF {}NOT {} THEN
                  {}
                ELSIF {} THEN
                  RAISE EXCEPTION {};
                END IF;
                """,
        action.passing()
            ? Sql.raw(exists(action.table(), action.from()).text().strip() + " AND ")
            : Sql.raw(""),
        exists(action.table(), action.to()),
        renameTo(action.table(), action.from(), action.to()),
        exists(action.table(), action.from()),
        ColumnDdl.bothExist(
            "Constraint", action.from() + " of " + action.table(), action.to().toString()))));
  }

  static Sql renameTo(QualifiedName table, Name from, Name to) {
    return Sql.of("""
        ALTER TABLE {}
          RENAME CONSTRAINT {} TO {};
        """, table, from, to);
  }

  static List<Sql> attachKey(Action.AttachKey action) {
    Constraint key = action.key();
    return List.of(Sql.block(Sql.of(
        """
                IF NOT {} THEN
                  ALTER TABLE {}
                    ADD CONSTRAINT {} {} USING INDEX {}{};
                END IF;
                """,
        exists(action.table(), key.name()),
        action.table(),
        key.name(),
        Sql.raw(key instanceof Constraint.PrimaryKey ? "PRIMARY KEY" : "UNIQUE"),
        key.name(),
        Sql.raw(key.timing().sql()))));
  }
}
