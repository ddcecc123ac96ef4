package dev.varve.processor.repair;

import dev.varve.processor.ddl.ParkedAgain;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets aside what nobody expects, with its rows. Unlike a migration that parks what the model gave
 * up, this one also runs where there never was any, and where the same was set aside before: that gets
 * a number then.
 *
 * @param place what tells this drift from an earlier one of the same objects
 */
record Parking(String place) {
  String table(Table table) {
    Name parked = parked(table.name().toString(), table.name().name());
    List<QualifiedName> names = new ArrayList<>(List.of(table.name().sibling(parked)));
    List<String> statements = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      Name renamed = parked(table.name() + "." + constraint.name(), constraint.name());
      names.add(table.name().sibling(renamed));
      statements.add("ALTER TABLE " + table.name().quoted()
          + (constraint instanceof Constraint.ForeignKey
              ? " DROP CONSTRAINT " + constraint.name().quoted() + ";"
              : " RENAME CONSTRAINT " + constraint.name().quoted() + " TO " + renamed.quoted()
                  + ";"));
    }
    for (Index index : table.indexes()) {
      Name renamed = parked(table.name() + "." + index.name(), index.name());
      names.add(table.name().sibling(renamed));
      statements.add("ALTER INDEX " + table.name().sibling(index.name()).quoted() + " RENAME TO "
          + renamed.quoted() + ";");
    }
    statements.add("ALTER TABLE " + table.name().quoted() + " RENAME TO " + parked.quoted() + ";");
    return block(
        "Not expected, and set aside: table " + table.name() + ", as " + parked + ".",
        "to_regclass(" + literal(table.name().quoted()) + ") IS NOT NULL",
        names,
        statements);
  }

  /** What is computed of other columns can be computed again. */
  String column(QualifiedName table, Column column) {
    String name = column.name().quoted();
    if (column.isGenerated()) {
      return "-- Not expected: column " + table + "." + column.name() + ".\nALTER TABLE "
          + table.quoted() + "\n  DROP COLUMN IF EXISTS " + name + ";";
    }
    Name parked = parked(table + "." + column.name(), column.name());
    String alter = "ALTER TABLE " + table.quoted() + " ";
    return block(
        "Not expected, and set aside: column " + table + "." + column.name() + ", as " + parked
            + ".",
        "EXISTS (\n    SELECT FROM pg_attribute\n    WHERE attrelid = to_regclass("
            + literal(table.quoted())
            + ") AND attname = " + literal(column.name().value()) + " AND NOT attisdropped\n  )",
        List.of(table.sibling(parked)),
        List.of(
            // An identity refuses NULL for itself.
            alter + "ALTER COLUMN " + name
                + (column.defaultValue() instanceof Default.Identity
                    ? " DROP IDENTITY IF EXISTS;"
                    : " DROP DEFAULT;"),
            alter + "ALTER COLUMN " + name + " DROP NOT NULL;",
            alter + "RENAME COLUMN " + name + " TO " + parked.quoted() + ";"));
  }

  private static String block(
      String comment, String condition, List<QualifiedName> names, List<String> statements) {
    return "-- " + comment + "\nDO $varve$\nBEGIN\n  IF " + condition + " THEN\n    "
        + ParkedAgain.freeing(names).replace("\n", "\n    ") + "\n    "
        + String.join("\n    ", statements) + "\n  END IF;\nEND\n$varve$;";
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private Name parked(String target, Name name) {
    return DerivedName.of("varve_parked_" + DerivedName.hash(target + "/" + place) + "_" + name);
  }
}
