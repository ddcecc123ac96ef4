package dev.varve.processor.pull;

import dev.varve.runtime.schema.CarriageReturns;
import dev.varve.runtime.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The two scripts of what records do not say: the one that their migration rests on, and the one that
 * rests on it.
 *
 * @param before statements, in order
 * @param after statements, in order
 * @param names those of indexes that partitions have of their tables
 * @param left what is in them, or could not even be there, for people
 */
record Scripts(
    List<String> before, List<String> after, List<PartName> names, List<Pulled.Left> left) {
  /** Tells them from what people write. */
  static final String PULLED = "-- varve-allow SCRIPT: pulled from a database that has all of it.";

  private static final Pattern LOSS = Pattern.compile(
      "(?:DROP TABLE|ALTER TABLE [^;]+? DROP COLUMN) IF EXISTS " + RawStatement.NAME);

  Scripts {
    before = List.copyOf(before);
    after = List.copyOf(after);
    names = List.copyOf(names);
    left = List.copyOf(left);
  }

  static Scripts of(Things things, Said said) {
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    List<String> last = new ArrayList<>();
    List<Pulled.Left> left = new ArrayList<>();
    RawSql sql = new RawSql(things);
    Predicate<Thing> isBefore = Decision.before(things);
    for (Thing thing : Decision.ordered(things)) {
      boolean first = isBefore.test(thing);
      List<String> statements = sql.of(thing);
      (Decision.isLast(thing) ? last : first ? before : after).addAll(statements);
      boolean spoken = !statements.isEmpty() || thing.kind() == Thing.Kind.DEFAULT;
      boolean part = thing.owner().filter(owner -> !owner.isInModel()).isPresent();
      if (!part || !spoken) {
        left.add(new Pulled.Left(
            thing.toString(),
            thing.reason().orElse(""),
            spoken ? first ? Pulled.Place.BEFORE : Pulled.Place.AFTER : Pulled.Place.NOWHERE));
      }
    }
    if (!before.isEmpty()) {
      before.addAll(0, needed(things, sql, before));
    }
    after.addAll(0, unnamedSchemas(things, sql));
    for (Thing thing : things.all()) {
      if (thing.isInModel()) {
        List<String> deltas = Deltas.of(thing, things);
        after.addAll(deltas);
        deltas.forEach(delta -> left.add(new Pulled.Left(
            thing.toString(), "records have no word for: " + delta, Pulled.Place.AFTER)));
      } else if (thing.kind() == Thing.Kind.TABLE) {
        after.addAll(Deltas.ofKeys(thing, things));
      }
    }
    things.of(Thing.Kind.SEQUENCE).stream()
        .filter(sequence -> !isOwnerSaid(sequence, things))
        .forEach(sequence -> after.addAll(sql.owned(sequence)));
    things.snapshot().rows(Query.COMMENTS).stream()
        .filter(row -> !said.isPlaced(row))
        .forEach(row -> comment(row, things).ifPresent(statement -> {
          after.add(statement);
          left.add(new Pulled.Left(
              "comment on " + row.text("kind") + " " + row.text("identity"),
              "records have no place for it",
              Pulled.Place.AFTER));
        }));
    things.snapshot().rows(Query.GRANTS).stream()
        .filter(row -> !said.isPlaced(row))
        .forEach(row -> grant(row, things).ifPresent(statement -> {
          after.add(statement);
          left.add(new Pulled.Left(statement, "records have no place for it", Pulled.Place.AFTER));
        }));
    after.addAll(last);
    disabled(things, left);
    List<PartName> names = PartName.all(things);
    names.stream()
        .filter(part -> !part.name().equals(part.usual()))
        .forEach(part -> left.add(new Pulled.Left(
            "index " + part.name() + " on " + part.partition(),
            "it has a name of its own, and is a part of " + part.whole(),
            Pulled.Place.AFTER)));
    return new Scripts(before, after, names, left);
  }

  /** What the first script needs by its names. */
  private static List<String> needed(Things things, RawSql sql, List<String> before) {
    List<String> statements = new ArrayList<>();
    for (Thing schema : things.of(Thing.Kind.SCHEMA)) {
      String prefix = schema.name().quoted() + ".";
      if (!isHome(schema, things)
          && before.stream().anyMatch(statement -> statement.contains(prefix))) {
        statements.addAll(sql.of(schema));
      }
    }
    for (Thing extension : things.of(Thing.Kind.EXTENSION)) {
      String schema = extension.row().text("schema");
      if (!schema.equals("pg_catalog")) {
        if (!schema.equals(things.snapshot().home().value())) {
          statements.add("CREATE SCHEMA IF NOT EXISTS " + new Name(schema).quoted() + ";");
        }
        statements.addAll(sql.of(extension));
      }
    }
    return statements;
  }

  private static boolean isHome(Thing schema, Things things) {
    return schema.name().name().equals(things.snapshot().home());
  }

  /** Schemas in which records have nothing. */
  private static List<String> unnamedSchemas(Things things, RawSql sql) {
    return things.of(Thing.Kind.SCHEMA).stream()
        .filter(schema -> !isHome(schema, things))
        .filter(schema -> !isNamed(schema.name().quoted(), things))
        .flatMap(schema -> sql.of(schema).stream())
        .toList();
  }

  /** Whether records have something in the schema, so that their migrations make it. */
  static boolean isNamed(String schema, Things things) {
    return things.all().stream()
        .anyMatch(thing -> thing.isInModel()
            && thing.owner().isEmpty()
            && thing.kind() != Thing.Kind.SCHEMA
            && thing.name().schema().map(Name::quoted).equals(Optional.of(schema)));
  }

  private static boolean isOwnerSaid(Thing sequence, Things things) {
    return sequence.isInModel()
        && Said.ownerOf(sequence, things)
            .filter(Thing::isInModel)
            .filter(table -> table.name().schema().equals(sequence.name().schema()))
            .isPresent();
  }

  private static Optional<String> comment(Row row, Things things) {
    Set<String> parts = Set.of("pg_class", "pg_type", "pg_constraint");
    String key = row.text("class") + ":" + row.text("oid");
    if (things.find(key).isEmpty() && !(row.text("class").equals("pg_namespace"))) {
      return Optional.empty();
    }
    if (things.exact(key).isEmpty() && !parts.contains(row.text("class"))) {
      return Optional.empty();
    }
    String kind = row.text("kind").toUpperCase(Locale.ROOT);
    String identity = Unqualified.names(row.text("identity"), things.snapshot().home());
    String target = switch (kind) {
      case "DOMAIN CONSTRAINT" -> "CONSTRAINT " + identity.replaceFirst(" on ", " ON DOMAIN ");
      case "TABLE CONSTRAINT" -> "CONSTRAINT " + identity;
      case "COMPOSITE TYPE" -> "TYPE " + identity;
      case "STATISTICS OBJECT" -> "STATISTICS " + identity;
      case "FOREIGN-DATA WRAPPER" -> "FOREIGN DATA WRAPPER " + identity;
      default -> (kind.endsWith(" COLUMN") ? "COLUMN" : kind) + " " + identity;
    };
    return Optional.of("COMMENT ON " + target + " IS " + RawSql.literal(row.text("text")) + ";");
  }

  private static Optional<String> grant(Row row, Things things) {
    Optional<String> on = switch (row.text("class")) {
      case "pg_namespace" ->
        things
            .exact("pg_namespace:" + row.text("oid"))
            .map(t -> "SCHEMA " + t.name().quoted());
      case "pg_class" ->
        things
            .relation(row.number("oid"))
            .map(relation -> (relation.text("kind").equals("S") ? "SEQUENCE " : "TABLE ")
                + relation.text("text"));
      case "pg_proc" ->
        things.exact("pg_proc:" + row.text("oid")).map(t -> "ROUTINE " + t.row().text("text"));
      default ->
        things.find("pg_type:" + row.text("oid")).map(t -> "TYPE " + t.row().text("text"));
    };
    String role = row.text("role");
    String privileges = String.join(", ", row.list("privileges"));
    return on.map(target -> role.equals("-")
        ? "REVOKE ALL ON " + target + " FROM PUBLIC;"
        : "GRANT " + privileges + " ON " + target + " TO "
            + (role.isEmpty() ? "PUBLIC" : new Name(role).quoted())
            + (row.is("can_grant") ? " WITH GRANT OPTION" : "")
            + ";");
  }

  /** The names of a foreign key's own triggers are numbers of this database. */
  private static void disabled(Things things, List<Pulled.Left> left) {
    for (Thing constraint : things.of(Thing.Kind.CONSTRAINT)) {
      if (!constraint.row().list("disabled").isEmpty()) {
        left.add(new Pulled.Left(
            constraint.toString(),
            "its triggers are disabled, which names only this database has",
            Pulled.Place.NOWHERE));
      }
    }
  }

  /** The second script where nothing was before it. */
  List<String> all() {
    return Stream.concat(
            after.stream(),
            names.stream()
                .filter(part -> !part.isUsual())
                .map(part -> part.remembered() + part.named(part.name()) + ";"))
        .toList();
  }

  /** A script written by hand, as the applier takes it. */
  static String text(String what, List<String> statements) {
    return "-- " + what + "\n--\n-- Data lost: none.\n-- Data rewritten: none.\n" + PULLED + "\n\n"
        + joined(statements);
  }

  private static String joined(List<String> statements) {
    return CarriageReturns.escaped(String.join("\n\n", statements) + "\n");
  }

  /** The way back of such a script. */
  static String undo(String script, List<String> statements) {
    List<String> lost = statements.stream()
        .flatMap(sql -> LOSS.matcher(sql).results())
        .map(found -> found.group(1))
        .toList();
    return "-- The way back from V" + script + ".\n--\n-- Data lost: "
        + (lost.isEmpty() ? "none." : String.join(", ", lost) + ".") + "\n\n" + joined(statements);
  }
}
