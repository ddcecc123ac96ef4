package dev.varve.processor.ddl;

import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.IdentityOptions;
import dev.varve.runtime.schema.Sequence;
import dev.varve.runtime.schema.SequenceOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SQL about sequences that no identity and no serial column has for itself. */
final class StandaloneSequenceDdl {
  private StandaloneSequenceDdl() {}

  static List<Sql> create(Sequence sequence) {
    return List.of(
        Sql.of(
            "CREATE SEQUENCE IF NOT EXISTS {} AS {}{};",
            sequence.name(),
            Sql.raw(sequence.type().sql()),
            Sql.raw(SequenceDdl.parts(sequence.options()).stream()
                .map(part -> " " + part)
                .collect(Collectors.joining()))),
        check(sequence));
  }

  private static Sql check(Sequence sequence) {
    IdentityOptions options = sequence.options();
    return Sql.block(Sql.of(
        """
        IF NOT EXISTS (
          SELECT FROM pg_sequence
          WHERE seqrelid = {}
            AND seqtypid = {}::regtype
            AND (seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle)
              = ({}, {})
        ) THEN
          RAISE EXCEPTION {};
        END IF;
        """,
        Sql.findRelation(sequence.name()),
        sequence.type().sql(),
        Sql.raw(Stream.of(
                options.first(),
                options.increment(),
                least(sequence),
                greatest(sequence),
                options.cache())
            .map(number -> Long.toString(number))
            .collect(Collectors.joining(", "))),
        Sql.raw(Boolean.toString(options.cycle())),
        Sql.anotherShape("Sequence " + sequence.name())));
  }

  private static long least(Sequence sequence) {
    IdentityOptions options = sequence.options();
    return options.min().orElseGet(() -> options.ascending() ? 1 : -1 - most(sequence.type()));
  }

  private static long greatest(Sequence sequence) {
    IdentityOptions options = sequence.options();
    return options.max().orElseGet(() -> options.ascending() ? most(sequence.type()) : -1);
  }

  private static long most(Scalar type) {
    return type == Scalar.SMALLINT
        ? Short.MAX_VALUE
        : type == Scalar.INTEGER ? Integer.MAX_VALUE : Long.MAX_VALUE;
  }

  /** A relation of another kind may have the name by now. */
  static List<Sql> drop(Sequence sequence) {
    return List.of(ViewDdl.dropIf("S", "SEQUENCE", sequence.name()));
  }

  /** It goes on where it is, unless new ends leave that outside. */
  static List<Sql> change(Sequence from, Sequence to) {
    List<String> clauses = clauses(from, to);
    if (clauses.isEmpty()) {
      return List.of();
    }
    Sql plain = Sql.of("ALTER SEQUENCE {} {};", to.name(), Sql.raw(String.join(" ", clauses)));
    if (least(from) >= least(to) && greatest(from) <= greatest(to)) {
      return List.of(plain);
    }
    boolean up = to.options().ascending();
    return List.of(Sql.block(
        Sql.raw("last bigint;"),
        Sql.of(
            """
            -- Nobody takes a number until the end of this transaction.
            ALTER SEQUENCE {} CACHE {};
            SELECT last_value INTO last FROM {};
            EXECUTE {}
              || CASE WHEN last {} {} THEN {} ELSE '' END;
            """,
            to.name(),
            Sql.raw(Long.toString(to.options().cache())),
            to.name(),
            plain.text().substring(0, plain.text().length() - 1),
            Sql.raw(up ? "<" : ">"),
            Sql.raw(Long.toString(up ? least(to) : greatest(to))),
            " RESTART WITH " + (up ? least(to) : greatest(to)))));
  }

  private static List<String> clauses(Sequence from, Sequence to) {
    IdentityOptions old = from.options();
    IdentityOptions now = to.options();
    List<String> clauses = new ArrayList<>();
    boolean ends = from.type() != to.type()
        || !old.min().equals(now.min())
        || !old.max().equals(now.max())
        || old.ascending() != now.ascending();
    if (from.type() != to.type()) {
      clauses.add("AS " + to.type().sql());
    }
    if (old.increment() != now.increment()) {
      clauses.add("INCREMENT BY " + now.increment());
    }
    if (ends) {
      clauses.add(now.min().map(value -> "MINVALUE " + value).orElse("NO MINVALUE"));
      clauses.add(now.max().map(value -> "MAXVALUE " + value).orElse("NO MAXVALUE"));
    }
    if (ends || old.first() != now.first()) {
      clauses.add("START WITH " + now.first());
    }
    if (old.cache() != now.cache()) {
      clauses.add("CACHE " + now.cache());
    }
    if (old.cycle() != now.cycle()) {
      clauses.add(now.cycle() ? "CYCLE" : "NO CYCLE");
    }
    return clauses;
  }

  static List<Sql> own(SequenceOwner owner) {
    return List.of(Sql.of(
        "ALTER SEQUENCE {} OWNED BY {}.{};",
        owner.sequence(),
        owner.column().table(),
        owner.column().column()));
  }

  static List<Sql> disown(SequenceOwner owner) {
    return List.of(Sql.of("ALTER SEQUENCE IF EXISTS {} OWNED BY NONE;", owner.sequence()));
  }
}
