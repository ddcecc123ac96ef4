package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Frees the names under which a step parks something. A database may run an earlier form of a soft
 * migration, leave it and run it again, so that the same thing is parked once more: what was parked
 * before gets a number, and the newest has the name that the way back knows.
 */
public final class ParkedAgain {
  private static final int PREFIX = "varve_parked_".length();

  private static final Sql VARIABLES = Sql.raw("""
      parked record;
        other name;
        number int;\
      """);

  private ParkedAgain() {}

  /** Empty if the actions park nothing. */
  static Optional<Paragraph> of(List<Action> actions) {
    List<Sql> names = actions.stream()
        .flatMap(ParkedAgain::names)
        .distinct()
        .map(ParkedAgain::row)
        .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(Paragraph.of(
            "Parked before under the same names: numbered, to make room.", free(names)));
  }

  /** The same as a block of PL/pgSQL within another one, for a script that parks if it must. */
  public static String freeing(List<QualifiedName> names) {
    return Sql.of(
            "DECLARE\n  {}\nBEGIN\n  {}\nEND;",
            VARIABLES,
            loop(names.stream().map(ParkedAgain::row).toList()))
        .text();
  }

  private static Stream<QualifiedName> names(Action action) {
    if (action instanceof Action.Once once) {
      return once.actions().stream().flatMap(ParkedAgain::names);
    } else if (action instanceof Action.ParkTable park) {
      return TableDdl.parkedNames(park);
    } else if (action instanceof Action.ParkPartition park) {
      return Stream.of(park.table().name().sibling(park.parkedAs()));
    } else if (action instanceof Action.ParkColumn park) {
      return Stream.of(park.table().sibling(park.parkedAs()));
    } else if (action instanceof Action.ReplaceColumn replace) {
      return replace.parkedAs().map(replace.table()::sibling).stream();
    } else if (action instanceof Action.RenameEnum rename
        && rename.isParking()
        && rename.to().name().value().startsWith("varve_parked_")) {
      return Stream.of(rename.to());
    }
    return Stream.of();
  }

  private static Sql row(QualifiedName name) {
    Sql schema = name.schema()
        .map(Name::value)
        .map(Sql::literal)
        .map(Sql::raw)
        .orElse(Sql.raw("current_schema()"));
    return Sql.of("({}, {})", schema, name.name().value());
  }

  /** Columns, relations and types alike: the hash in the name tells what was parked. */
  private static Sql free(List<Sql> names) {
    return Sql.block(VARIABLES, loop(names));
  }

  private static Sql loop(List<Sql> names) {
    return Sql.of("""
            FOR parked IN
              WITH taken (place, name) AS (
                VALUES
                  {}
              ), relations AS (
                SELECT pg_class.*, place FROM pg_class
                JOIN taken ON to_regnamespace(quote_ident(place)) = relnamespace
              )
              SELECT DISTINCT oid AS relation, relnamespace AS place, attname AS name,
                format('ALTER TABLE %s RENAME COLUMN %I TO', oid::regclass, attname) AS rename
              FROM relations
              JOIN pg_attribute ON attrelid = oid AND NOT attisdropped AND attinhcount = 0
              JOIN taken ON name = attname AND taken.place = relations.place
              WHERE relkind IN ('r', 'p')
              UNION
              SELECT oid, relnamespace, relname, format(
                'ALTER %s %s RENAME TO',
                CASE WHEN relkind IN ('i', 'I') THEN 'INDEX' ELSE 'TABLE' END,
                oid::regclass)
              FROM relations JOIN taken USING (place)
              WHERE relname = name AND relkind IN ('r', 'p', 'i', 'I')
              UNION
              SELECT 0::oid, typnamespace, typname,
                format('ALTER TYPE %s RENAME TO', pg_type.oid::regtype)
              FROM pg_type
              JOIN taken ON to_regnamespace(quote_ident(place)) = typnamespace AND name = typname
              LEFT JOIN pg_class ON pg_class.oid = typrelid
              WHERE typrelid = 0 AND typelem = 0 OR relkind = 'c'
            LOOP
              number := 2;
              LOOP
                other := 'varve_parked_' || number || '_' || substr(parked.name::text, {});
                EXIT WHEN NOT EXISTS (
                  SELECT FROM pg_attribute WHERE attrelid = parked.relation AND attname = other
                ) AND NOT EXISTS (
                  SELECT FROM pg_class WHERE relnamespace = parked.place AND relname = other
                ) AND NOT EXISTS (
                  SELECT FROM pg_type WHERE typnamespace = parked.place AND typname = other
                );
                number := number + 1;
              END LOOP;
              EXECUTE parked.rename || ' ' || quote_ident(other);
            END LOOP;
            """, Sql.lines(names), Sql.raw(String.valueOf(PREFIX + 1)));
  }
}
