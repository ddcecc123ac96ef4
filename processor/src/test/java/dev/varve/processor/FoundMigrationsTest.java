package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.processor.read.Marks;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnOptions;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.PartitionBounds;
import dev.varve.runtime.schema.Partitioning;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.TableOptions;
import dev.varve.runtime.schema.Timing;
import dev.varve.runtime.schema.View;
import dev.varve.runtime.schema.ViewColumn;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What random migrations once failed at, as small as it can be. */
class FoundMigrationsTest {
  private static final QualifiedName T = QualifiedName.of("t");
  private static final QualifiedName MOOD = QualifiedName.of("mood");
  private static final Column ID = column("id", Scalar.BIGINT);
  private static final Column M = column("m", new ColumnType.Enumerated(MOOD));
  private static final List<Marks.Drop> HIGH_GOES = List.of(new Marks.Drop("high", false));

  @Test
  void aPartitionComesBackToACheckThatIsDefinedAnew() throws SQLException {
    Constraint old = new Constraint.Check(new Name("t_c"), "c <> 'x'");
    Constraint now = new Constraint.Check(new Name("t_c"), "c <> 'y'");
    Column c = column("c", Scalar.TEXT);
    run(
        schema(divided(true, ID, c).withConstraints(List.of(old))),
        schema(divided(false, ID, c).withConstraints(List.of(now))),
        marks(HIGH_GOES, Map.of()));
  }

  @Test
  void theNameOfAParkedTableIsUsedAgain() throws SQLException {
    Column c = column("c", Scalar.TEXT);
    run(
        schema(divided(true, ID, c)),
        schema(table("t", column("n", Scalar.BIGINT))),
        marks(List.of(new Marks.Drop("t", false)), Map.of()));
  }

  @Test
  void anEnumGoesThatAParkedPartitionHas() throws SQLException {
    run(
        schema(divided(true, ID, M)).withEnum(mood("v1", "v2")),
        schema(divided(false, ID, M.withType(Scalar.TEXT))),
        marks(HIGH_GOES, Map.of()));
  }

  @Test
  void anEnumGetsAValueThatAParkedPartitionDoesNotKnow() throws SQLException {
    run(
        schema(divided(true, ID, M)).withEnum(mood("v1", "v2")),
        schema(divided(false, ID, M)).withEnum(mood("v1", "v2", "v3")),
        marks(HIGH_GOES, Map.of()));
  }

  @Test
  void aColumnThatAReferencedKeyCarriesGetsAnotherCollation() throws SQLException {
    Column c = column("c", Scalar.TEXT);
    ColumnOptions posix = ColumnOptions.NONE.withCollation(Optional.of(QualifiedName.of("POSIX")));
    Constraint key = new Constraint.Unique(
        new Name("t_id"), names("id"), names("c"), false, false, Timing.AT_ONCE);
    Constraint reference = new Constraint.ForeignKey(
        new Name("u_t"),
        names("id"),
        T,
        names("id"),
        Constraint.Action.NO_ACTION,
        Constraint.Action.NO_ACTION);
    Table u = table("u", ID).withConstraints(List.of(reference));
    run(
        schema(table("t", ID, c.withOptions(posix)).withConstraints(List.of(key)), u),
        schema(table("t", ID, c).withConstraints(List.of(key)), u),
        marks(List.of(), Map.of()));
  }

  /** Not all types call that a wrong value: this one says that its syntax is wrong. */
  @Test
  void aValueIsNoPath() {
    Column path = column("p", Scalar.JSONPATH);
    Schema to = schema(table("t", ID, path.withType(Scalar.TEXT)));
    MigrationTrial.Refused refused = assertThrows(
        MigrationTrial.Refused.class,
        () -> run(
            schema(table("t", ID, path)),
            to,
            marks(
                List.of(),
                Map.of(new ColumnName(T, path.name()), "CASE WHEN id > 0 THEN 'low' END"))));
    assertEquals("undo 22000", refused.getMessage());
  }

  /** On the way back it has another name when the value is cast to it. */
  @Test
  void anEnumIsRenamedThatAColumnHasNoMore() throws SQLException {
    QualifiedName temper = QualifiedName.of("temper");
    run(
        schema(table("t", ID, M)).withEnum(mood("v1", "v2")),
        schema(table("t", ID, M.withType(Scalar.TEXT)))
            .withEnum(mood("v1", "v2").withName(temper)),
        new Marks(
            Map.of(),
            Map.of(),
            List.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(temper, "mood"),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of()));
  }

  @Test
  void keysThatSayTheSameAreAllMade() throws SQLException {
    List<Constraint> keys = List.of(
        new Constraint.Unique(new Name("t_u"), names("id")),
        new Constraint.Unique(new Name("t_v"), names("id")),
        new Constraint.PrimaryKey(new Name("t_pkey"), names("id")));
    Column id = ID.withNullable(false);
    Table plain = table("u", id);
    run(
        schema(table("t", id).withConstraints(keys), plain),
        schema(
            table("t", id).withConstraints(keys.subList(1, 3)),
            plain.withConstraints(keys.stream()
                .map(key -> key.withName(new Name(key.name().value().replace('t', 'u'))))
                .toList())),
        marks(List.of(), Map.of()));
  }

  /** Read by one that stays, it cannot go when the script runs again. */
  @Test
  void viewsBeginToReadEachOther() throws SQLException {
    Table t = table("t", ID);
    Table s = table("s", ID);
    ObjectId w = ObjectId.of(ObjectKind.VIEW, QualifiedName.of("w"));
    ObjectId v = ObjectId.of(ObjectKind.VIEW, QualifiedName.of("v"));
    Column other = column("id", Scalar.TEXT);
    run(
        schema(t, s)
            .withObject(view("v", "s", ObjectId.table(s.name()), ID))
            .withObject(view("w", "t", ObjectId.table(t.name()), ID))
            .withObject(view("x", "w", w, ID)),
        schema(table("t", other), table("s", other))
            .withObject(view("v", "w", w, other))
            .withObject(view("w", "t", ObjectId.table(t.name()), other))
            .withObject(view("x", "v", v, other)),
        marks(List.of(), Map.of()));
  }

  /** While one of the two is logged, PostgreSQL takes no reference from it. */
  @Test
  void aReferenceIsCheckedLaterFromNowOnAndItsTablesAreLogged() throws SQLException {
    List<Constraint> keys = List.of(new Constraint.PrimaryKey(new Name("s_pkey"), names("id")));
    TableOptions unlogged = TableOptions.NONE.withUnlogged(true);
    Table s = table("s", ID.withNullable(false)).withConstraints(keys);
    Table r = table("r", ID);
    Constraint.ForeignKey key = new Constraint.ForeignKey(
        new Name("r_s"),
        names("id"),
        s.name(),
        names("id"),
        Constraint.Action.NO_ACTION,
        Constraint.Action.NO_ACTION);
    run(
        schema(r.withConstraints(List.of(key)).withOptions(unlogged), s.withOptions(unlogged)),
        schema(r.withConstraints(List.of(key.withTiming(Timing.DEFERRED))), s),
        marks(List.of(), Map.of()));
  }

  /** Where it is, only its own sequence may give it a value, also where a script runs again. */
  @Test
  void aColumnThatTakesNoValueComesBesideOneThatIsFilled() throws SQLException {
    Column number = new Column(new Name("n"), Scalar.BIGINT, false, new Default.Identity());
    Column word = column("w", Scalar.TEXT).withNullable(false);
    run(
        schema(table("t", ID)),
        schema(table("t", ID, number, word)),
        new Marks(
            Map.of(),
            Map.of(),
            List.of(),
            Map.of(new ColumnName(T, word.name()), "'some'"),
            Map.of()));
  }

  /** It has no default to drop, or one that it needs, where the script runs again. */
  @Test
  void aDefaultGoesForASequenceAndTheTypeIsAnother() throws SQLException {
    Column n = new Column(new Name("n"), Scalar.INTEGER, false, new Default.Expression("7"));
    for (Default value : List.of(new Default.Identity(), new Default.Serial())) {
      run(
          schema(table("t", ID, n)),
          schema(table("t", ID, n.withType(Scalar.BIGINT).withDefault(value))),
          marks(List.of(), Map.of()));
    }
  }

  /** No value can be given to it any more, be it that there are no rows without one. */
  @Test
  void aColumnCountsWhenItsRowsHaveValues() throws SQLException {
    Column n = new Column(new Name("n"), Scalar.INTEGER, true, new Default.None());
    run(
        schema(table("t", ID, n)),
        schema(table("t", ID, n.withNullable(false).withDefault(new Default.Identity()))),
        new Marks(
            Map.of(), Map.of(), List.of(), Map.of(new ColumnName(T, n.name()), "7"), Map.of()));
  }

  @Test
  void anIndexIsRenamedWhereItIsBuiltAnewLater() throws SQLException {
    Column c = column("c", Scalar.TEXT);
    Index index = Index.parse(
        new Name("t_i"), false, "btree ((c IS NULL))", Optional.empty(), Optional.empty());
    run(
        schema(table("t", ID, c).withIndexes(List.of(index))),
        schema(table("t", ID, c.withType(Scalar.BYTEA))
            .withIndexes(List.of(index.withName(new Name("t_j"))))),
        marks(List.of(), Map.of(new ColumnName(T, c.name()), "convert_to(c, 'UTF8')")));
  }

  /** What it reads are other columns now, though its text is the same. */
  @Test
  void columnsExchangeTheirNamesBeneathAView() throws SQLException {
    Column a = column("a", Scalar.TEXT);
    Column b = column("b", Scalar.TEXT);
    Column c = column("c", Scalar.TEXT);
    View view = new View(
        QualifiedName.of("v"),
        List.of(new ViewColumn(a.name(), a.type())),
        "SELECT a FROM t",
        View.Options.NONE,
        List.of(ObjectId.table(T)),
        "");
    ColumnName ta = new ColumnName(T, a.name());
    ColumnName tb = new ColumnName(T, b.name());
    ColumnName tc = new ColumnName(T, c.name());
    run(
        schema(table("t", ID, a, b)).withObject(view),
        schema(table("t", ID, b, a)).withObject(view),
        renamed(Map.of(ta, "b", tb, "a")),
        Map.of(ta, tb, tb, ta));
    run(
        schema(table("t", ID, a, b)).withObject(view),
        schema(table("t", ID, c, a)).withObject(view),
        renamed(Map.of(ta, "b", tc, "a")),
        Map.of(ta, tb, tc, ta));
  }

  private static Marks renamed(Map<ColumnName, String> columns) {
    return new Marks(Map.of(), columns, List.of(), Map.of(), Map.of());
  }

  private static View view(String name, String read, ObjectId requires, Column shown) {
    return new View(
        QualifiedName.of(name),
        List.of(new ViewColumn(shown.name(), shown.type())),
        "SELECT id FROM " + read,
        View.Options.NONE,
        List.of(requires),
        "");
  }

  private static void run(Schema from, Schema to, Marks marks) throws SQLException {
    Map<ColumnName, ColumnName> same = new HashMap<>();
    for (Table table : from.tables()) {
      table.columns().stream()
          .map(column -> new ColumnName(table.name(), column.name()))
          .filter(name -> to.column(name).isPresent())
          .forEach(name -> same.put(name, name));
    }
    run(from, to, marks, same);
  }

  private static void run(Schema from, Schema to, Marks marks, Map<ColumnName, ColumnName> origins)
      throws SQLException {
    try (TestDatabase database = TestServer.newDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      RandomMigration migration = RandomMigration.of(from, to, marks, origins);
      new MigrationTrial(connection, statement, migration, 0).run(true, Integer.MAX_VALUE);
    }
  }

  private static Marks marks(List<Marks.Drop> drops, Map<ColumnName, String> usings) {
    return new Marks(Map.of(), Map.of(), drops, Map.of(), usings);
  }

  private static Schema schema(Table... tables) {
    return new Schema(List.of(tables), List.of());
  }

  private static Table table(String name, Column... columns) {
    return new Table(
        QualifiedName.of(name), "shop.T", List.of(columns), List.of(), List.<Index>of());
  }

  /** By its first column, into those below 3 and, if there is such a partition, those above. */
  private static Table divided(boolean high, Column... columns) {
    Partition low = new Partition(
        new Name("low"), new PartitionBounds.Range(List.of("MINVALUE"), List.of("3")));
    Partition rest = new Partition(
        new Name("high"), new PartitionBounds.Range(List.of("3"), List.of("MAXVALUE")));
    return new Table(
        T,
        "shop.T",
        List.of(columns),
        List.of(),
        List.of(),
        TableOptions.NONE,
        Optional.of(Partitioning.parse("RANGE (id)", high ? List.of(low, rest) : List.of(low))));
  }

  private static Column column(String name, ColumnType type) {
    return new Column(new Name(name), type, true, new Default.None());
  }

  private static EnumType mood(String... values) {
    return new EnumType(MOOD, "shop.Mood", List.of(values));
  }

  private static List<Name> names(String... names) {
    return Stream.of(names).map(Name::new).toList();
  }
}
