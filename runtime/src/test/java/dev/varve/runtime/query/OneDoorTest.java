package dev.varve.runtime.query;

import static dev.varve.runtime.query.Expressions.value;
import static dev.varve.runtime.query.sample.UserTable.USERS;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.value.MultiRange;
import dev.varve.runtime.value.Range;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Every public way for a text into a statement, found in the byte code: {@code raw} is the only one
 * by which it becomes SQL.
 */
class OneDoorTest {
  private static final Database DB = Database.of(new PGSimpleDataSource());
  private static final String HOSTILE = "x'\"); DROP TABLE users; --";

  /** The door, and what takes a text that never stands in a statement. */
  private static final TreeSet<String> NOT_IN_SQL = new TreeSet<>(Arrays.asList(
      "Operations.raw",
      "Cursor.new",
      "Cursor.parse",
      "JsonCodecs.get",
      "JsonCodecs.put",
      "QueryListener$Execution.new",
      "Table.constraint",
      // Bound to set_config; HostileTest runs it.
      "TransactionOptions.setting"));

  private static final Map<String, Function<String, String>> DOORS = new TreeMap<>();

  static {
    text("Aggregates.stringAgg", h -> Aggregates.stringAgg(USERS.email, h));
    text("ArrayValue.joined", h -> USERS.tags.joined(h));
    text("DocumentValue.at", h -> USERS.prefs.at(h));
    text("DocumentValue.textAt", h -> USERS.prefs.textAt(h));
    text("DocumentValue.with", h -> USERS.prefs.with(Json.of(h), h));
    text("DocumentValue.without", h -> USERS.prefs.without(h));
    where("DocumentValue.has", h -> USERS.prefs.has(h));
    where("DocumentValue.hasAll", h -> USERS.prefs.hasAll(h));
    where("DocumentValue.hasAny", h -> USERS.prefs.hasAny(h));
    where("DocumentValue.matches", h -> USERS.prefs.matches(h));
    text("Documents.jsonObject", h -> Documents.jsonObject(h, value(h)).build());
    text(
        "Documents$Members.and",
        h -> Documents.jsonObject("a", value(h)).and(h, value(h)).build());
    text("Expression.as", h -> USERS.email.as(h));
    text("Expressions.value", h -> value(h));
    text("NullableExpression.as", h -> USERS.displayName.as(h));
    where("FullText.search", h -> english().words(USERS.email).matches(english().search(h)));
    where("FullText.plain", h -> english().words(USERS.email).matches(english().plain(h)));
    where("FullText.phrase", h -> english().words(USERS.email).matches(english().phrase(h)));
    where(
        "FullText.of", h -> FullText.of(h).words(USERS.email).matches(english().search("a")));
    where("Text.containsText", h -> USERS.email.containsText(h));
    where("Text.endsWith", h -> USERS.email.endsWith(h));
    where("Text.ilike", h -> USERS.email.ilike(h));
    where("Text.imatches", h -> USERS.email.imatches(h));
    where("Text.like", h -> USERS.email.like(h));
    where("Text.matches", h -> USERS.email.matches(h));
    where("Text.notIlike", h -> USERS.email.notIlike(h));
    where("Text.notLike", h -> USERS.email.notLike(h));
    where("Text.startsWith", h -> USERS.email.startsWith(h));
    text("Texts.concatWith", h -> Texts.concatWith(h, USERS.email));
    text("Texts.padStart", h -> Texts.padStart(USERS.email, 9, h));
    text("Texts.position", h -> Texts.position(USERS.email, h));
    text("Texts.regexpReplace", h -> Texts.regexpReplace(USERS.email, h, h));
    text("Texts.replace", h -> Texts.replace(USERS.email, h, h));
    text("Texts.splitPart", h -> Texts.splitPart(USERS.email, h, 1));
    text("Times.format", h -> Times.format(USERS.createdAt, h));
    text("Type.as", h -> value(Type.STRING.as(h), "a"));
    text("Type.enumOf", h -> value(Type.enumOf(h, h, Isolation.values()), Isolation.SERIALIZABLE));
    text("Type.range", h -> value(Type.range(h, Type.INT), Range.empty()));
    text("Type.multirange", h -> value(Type.multirange(h, Type.INT), MultiRange.of()));
    text(
        "Composites.of",
        h -> value(Composites.of(h, values -> "", Composites.part(Type.STRING, row -> row)), "a"));
    DOORS.put("Window.named", h -> {
      NamedWindow window = Windows.window().named(h);
      return DB.select(Windows.rowNumber().over(window))
          .from(USERS)
          .window(window)
          .sql();
    });
    DOORS.put("Query.as", h -> DB.from(DB.from(USERS).as(h)).sql());
    DOORS.put("Cte.as", h -> {
      Cte<?> cte = Cte.of("c", DB.from(USERS));
      return DB.with(cte).from(cte.as(h)).sql();
    });
    cte("Cte.of", h -> Cte.of(h, DB.from(USERS)));
    cte("Cte.materialized", h -> Cte.materialized(h, DB.from(USERS)));
    cte("Cte.notMaterialized", h -> Cte.notMaterialized(h, DB.from(USERS)));
    cte("Cte.recursive", h -> Cte.recursive(h, DB.from(USERS), DB::from));
    cte("Cte.recursiveAll", h -> Cte.recursiveAll(h, DB.from(USERS), DB::from));
    DOORS.put("TableOrView.as", h -> DB.from(USERS.as(h)).sql());
    for (String door : Hostile.DOORS) {
      DOORS.put(
          door,
          h -> DB.from(new Hostile(h)).sql()
              + DB.from(new HostileView(h)).sql()
              + DB.from(new HostileVersioned(h)).sql());
    }
  }

  /** A table and a view as generated code would declare them, with nothing but hostile names. */
  private static final class Hostile
      extends UnversionedTable<Hostile, String, NewRow<Hostile>, Patch<Hostile>> {
    static final List<String> DOORS = List.of(
        "UnversionedTable.new",
        "VersionedTable.new",
        "View.new",
        "Table.key",
        "DeclaredColumns.array",
        "DeclaredColumns.bigint",
        "DeclaredColumns.bool",
        "DeclaredColumns.column",
        "DeclaredColumns.date",
        "DeclaredColumns.document",
        "DeclaredColumns.doublePrecision",
        "DeclaredColumns.integer",
        "DeclaredColumns.nullable",
        "DeclaredColumns.nullableArray",
        "DeclaredColumns.nullableBigint",
        "DeclaredColumns.nullableBool",
        "DeclaredColumns.nullableDate",
        "DeclaredColumns.nullableDocument",
        "DeclaredColumns.nullableDoublePrecision",
        "DeclaredColumns.nullableInteger",
        "DeclaredColumns.nullableNumber",
        "DeclaredColumns.nullableNumeric",
        "DeclaredColumns.nullableReal",
        "DeclaredColumns.nullableSmallint",
        "DeclaredColumns.nullableText",
        "DeclaredColumns.nullableTime",
        "DeclaredColumns.nullableTimestamp",
        "DeclaredColumns.nullableTimestamptz",
        "DeclaredColumns.nullableUuid",
        "DeclaredColumns.number",
        "DeclaredColumns.numeric",
        "DeclaredColumns.real",
        "DeclaredColumns.smallint",
        "DeclaredColumns.text",
        "DeclaredColumns.time",
        "DeclaredColumns.timestamp",
        "DeclaredColumns.timestamptz",
        "DeclaredColumns.uuid");

    final Key1<Hostile, String, String> key;

    Hostile(String name) {
      super(name, name, name);
      array(name + 1, Type.STRING.list());
      column(name + 2, Type.BOOLEAN);
      document(name + 3, Type.JSON);
      nullable(name + 4, Type.BOOLEAN);
      nullableArray(name + 5, Type.STRING.list());
      nullableDocument(name + 6, Type.JSON);
      nullableNumber(name + 7, Type.INT);
      nullableText(name + 8);
      nullableText(name + 9, Type.STRING);
      number(name + 10, Type.INT);
      text(name + 11, Type.STRING);
      key = key(name, text(name + 12));
      bigint(name + 13);
      nullableBigint(name + 14);
      bool(name + 15);
      nullableBool(name + 16);
      date(name + 17);
      nullableDate(name + 18);
      doublePrecision(name + 19);
      nullableDoublePrecision(name + 20);
      integer(name + 21);
      nullableInteger(name + 22);
      numeric(name + 23);
      nullableNumeric(name + 24);
      real(name + 25);
      nullableReal(name + 26);
      smallint(name + 27);
      nullableSmallint(name + 28);
      time(name + 29);
      nullableTime(name + 30);
      timestamp(name + 31);
      nullableTimestamp(name + 32);
      timestamptz(name + 33);
      nullableTimestamptz(name + 34);
      uuid(name + 35);
      nullableUuid(name + 36);
    }

    @Override
    public Hostile as(String alias) {
      return new Hostile(alias);
    }

    @Override
    public String read(RowReader row, int at) {
      return "";
    }
  }

  private static final class HostileView extends View<HostileView, String> {
    HostileView(String name) {
      super(name, name, name);
      text(name);
    }

    @Override
    public HostileView as(String alias) {
      return new HostileView(alias);
    }

    @Override
    public String read(RowReader row, int at) {
      return "";
    }
  }

  private static final class HostileVersioned
      extends VersionedTable<
          HostileVersioned, String, NewRow<HostileVersioned>, Patch<HostileVersioned>, Integer> {
    private final NumberColumn<HostileVersioned, Integer> version;

    HostileVersioned(String name) {
      super(name, name, name);
      version = number(name, Type.INT);
    }

    @Override
    protected NumberColumn<HostileVersioned, Integer> versionColumn() {
      return version;
    }

    @Override
    public HostileVersioned as(String alias) {
      return new HostileVersioned(alias);
    }

    @Override
    public String read(RowReader row, int at) {
      return "";
    }
  }

  @Test
  void everyWayForATextIsKnown() throws Exception {
    TreeSet<String> known = new TreeSet<>(DOORS.keySet());
    known.addAll(NOT_IN_SQL);
    assertEquals(known, waysForTexts());
  }

  @ParameterizedTest
  @MethodSource("doors")
  void noneButRawMakesItSql(String door) {
    String sql;
    try {
      sql = DOORS.get(door).apply(HOSTILE);
    } catch (StatementException refused) {
      return;
    }
    // What is left without quoted names and texts: all else would be read as SQL.
    String bare = sql.replaceAll("\"([^\"]|\"\")*\"", "name").replaceAll("'([^']|'')*'", "text");
    assertFalse(bare.contains("DROP"), sql);
    assertTrue(bare.startsWith("SELECT") || bare.startsWith("WITH"), sql);
  }

  static Set<String> doors() {
    return DOORS.keySet();
  }

  private static TreeSet<String> waysForTexts() throws IOException, URISyntaxException {
    Path classes = Path.of(Query.class.getResource("Query.class").toURI()).getParent();
    try (Stream<Path> files = Files.list(classes)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class"))
          .map(name -> load(name.substring(0, name.length() - ".class".length())))
          .filter(type -> isOpen(type.getModifiers()) && !type.isEnum())
          .flatMap(type -> Stream.concat(
              Arrays.stream(type.getDeclaredMethods()),
              Arrays.stream(type.getDeclaredConstructors())))
          .filter(way -> isOpen(way.getModifiers()) && !way.isSynthetic())
          .filter(way -> Arrays.stream(way.getParameterTypes()).anyMatch(OneDoorTest::isText))
          .map(OneDoorTest::name)
          .collect(toCollection(TreeSet::new));
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(Query.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isOpen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static boolean isText(Class<?> type) {
    return type == String.class || type == String[].class || type == CharSequence.class;
  }

  private static String name(Executable way) {
    String type = way.getDeclaringClass().getName();
    return type.substring(type.lastIndexOf('.') + 1)
        + "."
        + (way instanceof Constructor<?> ? "new" : way.getName());
  }

  private static FullText english() {
    return FullText.of("english");
  }

  private static void text(String door, Function<String, Operand<?, ?>> operand) {
    DOORS.put(door, h -> DB.select(operand.apply(h)).from(USERS).sql());
  }

  private static void where(String door, Function<String, Condition> condition) {
    DOORS.put(door, h -> DB.from(USERS).where(condition.apply(h)).sql());
  }

  private static void cte(String door, Function<String, Cte<?>> cte) {
    DOORS.put(door, h -> {
      Cte<?> made = cte.apply(h);
      return DB.with(made).from(made).sql();
    });
  }
}
