package dev.varve.processor.ddl;

import dev.varve.runtime.schema.Extension;
import dev.varve.runtime.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SQL about extensions, which belong to the whole database. */
final class ExtensionDdl {
  private ExtensionDdl() {}

  static List<Sql> create(Extension extension) {
    List<Sql> statements = new ArrayList<>();
    statements.add(Sql.of(
        "CREATE EXTENSION IF NOT EXISTS {}{}{};",
        extension.name(),
        extension.schema().map(schema -> Sql.of(" SCHEMA {}", schema)).orElse(Sql.raw("")),
        extension.version().map(v -> Sql.of(" VERSION {}", v)).orElse(Sql.raw(""))));
    extension.schema().ifPresent(schema -> statements.add(check(extension.name(), schema)));
    extension.version().ifPresent(version -> statements.add(update(extension.name(), version)));
    return statements;
  }

  /** One that was there already may be elsewhere. */
  private static Sql check(Name extension, Name schema) {
    return Sql.block(Sql.of(
        """
            IF NOT EXISTS (
              SELECT FROM pg_extension
              JOIN pg_namespace ON pg_namespace.oid = extnamespace
              WHERE extname = {} AND nspname = {}
            ) THEN
              RAISE EXCEPTION {};
            END IF;
            """,
        extension.value(),
        schema.value(),
        Sql.message("Extension "
            + extension
            + " is there already, in another schema than "
            + schema
            + ". Move it or say so in the model; then run the migration again.")));
  }

  /** Nothing happens if it is of that version. */
  private static Sql update(Name extension, String version) {
    return Sql.of("ALTER EXTENSION {} UPDATE TO {};", extension, version);
  }

  /** What belongs to it may be used by what the model does not know, or by what is parked. */
  static List<Sql> drop(Extension extension) {
    return List.of(Sql.block(Sql.of("""
        IF NOT EXISTS (
          SELECT FROM pg_extension AS extension
          JOIN pg_depend AS part ON part.refclassid = 'pg_extension'::regclass
            AND part.refobjid = extension.oid AND part.deptype = 'e'
          JOIN pg_depend AS use ON use.refclassid = part.classid AND use.refobjid = part.objid
            AND use.deptype IN ('n', 'a')
            AND use.classid NOT IN ('pg_amop'::regclass, 'pg_amproc'::regclass)
          WHERE extname = {}
            AND NOT EXISTS (
              SELECT FROM pg_depend AS own
              WHERE own.classid = use.classid AND own.objid = use.objid
                AND (
                  own.deptype = 'e'
                  OR own.deptype = 'i' AND EXISTS (
                    SELECT FROM pg_depend AS whole
                    WHERE whole.classid = own.refclassid AND whole.objid = own.refobjid
                      AND whole.deptype = 'e'
                  )
                )
            )
        ) THEN
          DROP EXTENSION IF EXISTS {};
        END IF;
        """, extension.name().value(), extension.name())));
  }

  static List<Sql> change(Extension from, Extension to) {
    List<Sql> statements = new ArrayList<>();
    if (!from.schema().equals(to.schema())) {
      statements.add(to.schema()
          .map(schema -> Sql.of("ALTER EXTENSION {} SET SCHEMA {};", to.name(), schema))
          .orElseGet(() -> Sql.block(Sql.of(
              "EXECUTE format({}, current_schema());",
              "ALTER EXTENSION " + to.name().quoted().replace("%", "%%") + " SET SCHEMA %I"))));
    }
    to.version()
        .filter(version -> isLater(version, from.version()))
        .ifPresent(version -> statements.add(update(to.name(), version)));
    return statements;
  }

  private static boolean isLater(String version, Optional<String> before) {
    if (before.isEmpty()) {
      return true;
    }
    String[] now = version.split("\\D+");
    String[] old = before.get().split("\\D+");
    for (int i = 0; i < Math.min(now.length, old.length); i++) {
      int difference = Integer.compare(number(now[i]), number(old[i]));
      if (difference != 0) {
        return difference > 0;
      }
    }
    return now.length > old.length;
  }

  private static int number(String digits) {
    return digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
  }
}
