package dev.varve.runtime.verify;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of which the record of the migrations may not say all: those that a statement written by
 * hand may be about, or an object that is compared only when it is built.
 */
final class Doubts {
  /** What reaches objects that it does not name. */
  private static final Pattern FAR =
      pattern("DO\\b.*|DROP\\s+(?:OWNED|SCHEMA)\\b.*|.*\\bALL\\s+\\w+\\s+IN\\b.*");

  /** What others show that rest on it. */
  private static final Pattern PASSED_ON = pattern(".*\\b(?:DROP|RENAME|SET\\s+SCHEMA)\\b.*");

  /** The sequence of a column has a name of its own. */
  private static final Pattern OF_SEQUENCE = pattern("(?:ALTER|DROP)\\s+SEQUENCE\\b.*");

  private static final Set<ObjectKind> HANGING = EnumSet.of(
      ObjectKind.TRIGGER,
      ObjectKind.POLICY,
      ObjectKind.ROW_SECURITY,
      ObjectKind.GRANT,
      ObjectKind.SEQUENCE_OWNER);

  private static final Set<ObjectKind> NAMED_LIKE_TABLES = EnumSet.of(
      ObjectKind.SEQUENCE,
      ObjectKind.VIEW,
      ObjectKind.MATERIALIZED_VIEW,
      ObjectKind.DOMAIN,
      ObjectKind.COMPOSITE_TYPE);

  private final boolean everywhere;
  private final boolean ofSequences;

  /** What statements written by hand name. */
  private final Set<String> named = new HashSet<>();

  /** What those of them name of which others may show something. */
  private final Set<String> passedOn = new HashSet<>();

  /** Names that more than one thing has, in whichever schema. */
  private final Set<String> shared = new HashSet<>();

  private final Set<ObjectId> hung = new HashSet<>();

  private Doubts(Schema fold, List<String> byHand) {
    List<String> heads =
        byHand.stream().filter(Building::isBuilt).map(StandIns::head).toList();
    everywhere = heads.stream().anyMatch(head -> FAR.matcher(head).matches());
    ofSequences = heads.stream().anyMatch(head -> OF_SEQUENCE.matcher(head).matches());
    for (String head : heads) {
      Set<String> words = Words.of(head);
      named.addAll(words);
      if (PASSED_ON.matcher(head).matches()) {
        passedOn.addAll(words);
      }
    }
    Set<String> once = new HashSet<>();
    fold.tables().forEach(table -> share(once, table.name()));
    fold.enums().forEach(type -> share(once, type.name()));
    for (SchemaObject object : fold.objects()) {
      if (NAMED_LIKE_TABLES.contains(object.id().kind())) {
        shared.addAll(Words.of(object.id().name()));
      } else if (HANGING.contains(object.id().kind())) {
        object.requires().stream().filter(id -> id.kind() == ObjectKind.TABLE).forEach(hung::add);
      }
    }
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  static Doubts of(Expectation expectation) {
    return new Doubts(expectation.fold(), expectation.byHand());
  }

  private void share(Set<String> once, QualifiedName name) {
    if (!once.add(name.name().value())) {
      shared.add(name.name().value());
    }
  }

  /** Whether a statement written by hand names it. */
  boolean isNamed(String name) {
    return named.contains(name);
  }

  /** Whether there is any of the table. */
  boolean about(Table table) {
    return everywhere
        || hung.contains(ObjectId.table(table.name()))
        || shared.contains(table.name().name().value())
        || names(table).map(Name::value).anyMatch(named::contains)
        || ofSequences && table.columns().stream().anyMatch(Doubts::hasSequence)
        || !passedOn.isEmpty() && shown(table).anyMatch(passedOn::contains);
  }

  /** The names that a table and its parts have. */
  static Stream<Name> names(Table table) {
    return Stream.of(
            Stream.of(table.name().name()),
            table.constraints().stream().map(Constraint::name),
            table.indexes().stream().map(Index::name))
        .flatMap(names -> names);
  }

  private static boolean hasSequence(Column column) {
    return column.defaultValue() instanceof Default.Identity
        || column.defaultValue() instanceof Default.Serial;
  }

  /** The names of others that the table shows. */
  private static Stream<String> shown(Table table) {
    Set<String> columns =
        table.columns().stream().map(column -> column.name().value()).collect(Collectors.toSet());
    Stream<String> expressions = Stream.of(
            table.columns().stream().map(Column::defaultValue).flatMap(Doubts::sql),
            table.constraints().stream()
                .filter(Constraint.Check.class::isInstance)
                .map(Constraint::sql),
            table.indexes().stream().map(Index::sql))
        .flatMap(sql -> sql)
        .flatMap(sql -> Words.of(sql).stream())
        .filter(word -> !columns.contains(word));
    return Stream.of(
            expressions,
            table.columns().stream().flatMap(column -> declared(column.type())),
            table.foreignKeys().stream().map(key -> key.target().name().value()))
        .flatMap(words -> words);
  }

  private static Stream<String> sql(Default value) {
    if (value instanceof Default.Expression expression) {
      return Stream.of(expression.sql());
    }
    return value instanceof Default.Generated generated
        ? Stream.of(generated.expression())
        : Stream.empty();
  }

  private static Stream<String> declared(ColumnType type) {
    ColumnType element = type instanceof ColumnType.ArrayOf array ? array.element() : type;
    return element instanceof ColumnType.Named || element instanceof ColumnType.Enumerated
        ? Words.of(element.sql()).stream()
        : Stream.empty();
  }
}
