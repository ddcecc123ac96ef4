package dev.varve.runtime.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the random schemas once broke, and what they do not reach. */
class SchemaDiffTest {
  private static final Name A = new Name("a");
  private static final Name B = new Name("b");
  private static final Name C = new Name("c");
  private static final QualifiedName T = QualifiedName.of("t");
  private static final QualifiedName U = QualifiedName.of("u");
  private static final Name PARKED = new Name("varve_parked_1");

  @Test
  void twoIndexesOfOneDefinitionGetANewNameEach() {
    Table from = table(T, A).withIndexes(List.of(index("i", A), index("j", A)));
    Table to = table(T, A).withIndexes(List.of(index("x", A), index("y", A)));

    assertEquals(
        List.of(
            new Change.IndexRenamed(T, new Name("i"), new Name("x")),
            new Change.IndexRenamed(T, new Name("j"), new Name("y"))),
        between(schema(from), schema(to), Hints.NONE));
  }

  @Test
  void anIndexTakesTheNameOfOneThatAnotherTableLoses() {
    Schema from = schema(
        table(T, A).withIndexes(List.of(index("j", A))),
        table(U, A).withIndexes(List.of(index("i", A))));
    Schema to = schema(table(T, A).withIndexes(List.of(index("i", A))), table(U, A));

    assertEquals(
        List.of(
            new Change.IndexRemoved(T, index("j", A)),
            new Change.IndexRemoved(U, index("i", A)),
            new Change.IndexAdded(T, index("i", A))),
        between(from, to, Hints.NONE));
  }

  @Test
  void renamesInAChainBeginAtItsEnd() {
    assertEquals(
        List.of(new Change.ColumnRenamed(T, B, C), new Change.ColumnRenamed(T, A, B)),
        between(
            schema(table(T, A, B)), schema(table(T, B, C)), columns(Map.of(B, A, C, B), Map.of())));
    assertEquals(
        List.of(
            new Change.TableRenamed(QualifiedName.of(B), QualifiedName.of(C)),
            new Change.TableRenamed(QualifiedName.of(A), QualifiedName.of(B))),
        between(
            schema(table(A, A), table(B, B)),
            schema(table(B, A), table(C, B)),
            tables(Map.of(B, A, C, B), Map.of())));
  }

  @Test
  void exchangedNamesGoThroughASpareOne() {
    Name spare = new Name("varve_spare");
    List<Change> changes = between(
        schema(table(T, A, B)), schema(table(T, A, B)), columns(Map.of(A, B, B, A), Map.of()));

    assertEquals(
        List.of(
            new Change.ColumnRenamed(T, A, spare),
            new Change.ColumnRenamed(T, B, A),
            new Change.ColumnRenamed(T, spare, B)),
        changes);
    assertEquals(
        Map.of(new ColumnName(T, A), B, new ColumnName(T, B), A),
        Hints.back(changes).columns());
    assertEquals(
        List.of(
            new Change.TableRenamed(QualifiedName.of(A), QualifiedName.of(spare)),
            new Change.TableRenamed(QualifiedName.of(B), QualifiedName.of(A)),
            new Change.TableRenamed(QualifiedName.of(spare), QualifiedName.of(B))),
        between(
            schema(table(A, A), table(B, B)),
            schema(table(A, B), table(B, A)),
            tables(Map.of(A, B, B, A), Map.of())));
  }

  @Test
  void aColumnTakesTheNameOfADroppedOne() {
    Column gone = new Column(B, Scalar.TEXT, true, new Default.None());
    Constraint check = new Constraint.Check(C, "b <> ''");
    Schema from = schema(table(T, A)
        .withColumns(List.of(column(A), gone))
        .withConstraints(List.of(check))
        .withIndexes(List.of(index("i", B))));
    Schema to = schema(table(T, B).withIndexes(List.of(index("i", B))));

    assertEquals(
        List.of(
            new Change.IndexRemoved(T, index("i", B)),
            new Change.ConstraintRemoved(T, check),
            new Change.ColumnRemoved(T, gone, Optional.of(PARKED)),
            new Change.ColumnRenamed(T, A, B),
            new Change.IndexAdded(T, index("i", B))),
        between(from, to, columns(Map.of(B, A), Map.of(B, PARKED))));
  }

  @Test
  void aTableTakesTheNameOfADroppedOneThatWasReferenced() {
    Constraint.ForeignKey key = reference("k", A, QualifiedName.of(B), A);
    Table gone = table(B, A).withConstraints(List.of(primary("p", A)));
    Schema from = schema(gone, table(C, A), table(T, A).withConstraints(List.of(key)));

    assertEquals(
        List.of(
            new Change.ConstraintRemoved(T, key),
            new Change.TableRemoved(gone, Optional.of(QualifiedName.of(PARKED))),
            new Change.TableRenamed(QualifiedName.of(C), QualifiedName.of(B))),
        between(from, schema(table(B, A), table(T, A)), tables(Map.of(B, C), Map.of(B, PARKED))));
  }

  @Test
  void aMarkThatHasServedRenamesNothing() {
    Schema both = schema(table(T, A, B));

    assertEquals(List.of(), between(both, both, columns(Map.of(B, A), Map.of())));
    assertEquals(
        List.of(new Change.ColumnRemoved(T, column(A), Optional.of(PARKED))),
        between(both, schema(table(T, B)), columns(Map.of(B, A), Map.of(A, PARKED))));
    assertEquals(List.of(), between(both, both, columns(Map.of(B, C), Map.of())));
  }

  @Test
  void anOldNameMayBeUsedAgainAtOnce() {
    assertEquals(
        List.of(
            new Change.ColumnRenamed(T, A, B),
            new Change.ColumnAdded(T, column(A), Optional.empty())),
        between(schema(table(T, A)), schema(table(T, A, B)), columns(Map.of(B, A), Map.of())));
  }

  @Test
  void onTheWayBackNoMarkHasServed() {
    Column fresh = new Column(A, Scalar.TEXT, true, new Default.None());
    Schema from = schema(table(T, A, B));
    Schema to = schema(table(T).withColumns(List.of(fresh, column(B))));
    List<Change> changes = between(from, to, columns(Map.of(B, A), Map.of(B, PARKED)));

    assertEquals(
        List.of(
            new Change.ColumnRemoved(T, fresh, Optional.empty()),
            new Change.ColumnRenamed(T, B, A),
            new Change.ColumnAdded(T, column(B), Optional.of(PARKED))),
        SchemaDiff.between(to, from, Hints.back(changes)));
  }

  /** Whoever undoes it says nothing of how a computed text would make a time. */
  @Test
  void whatGaveWayToAComputedColumnComesBackInItsPlace() {
    Column time = new Column(B, Scalar.TIMESTAMP, true, new Default.None());
    Column text = new Column(B, Scalar.TEXT, true, new Default.Generated("a || '!'", true));
    Schema from = schema(table(T).withColumns(List.of(column(A), time)));
    Schema to = schema(table(T).withColumns(List.of(column(A), text)));
    List<Change> changes = between(from, to, Hints.NONE);

    assertEquals(
        List.of(
            new Change.ColumnRemoved(T, text, Optional.empty()),
            new Change.ColumnAdded(T, time, Optional.empty())),
        SchemaDiff.between(to, from, Hints.back(changes)));
  }

  @Test
  void anEnumTakesTheNameOfATableAndATableThatOfAnEnum() {
    EnumType type = new EnumType(U, "org.example.U", List.of("x"));
    Column of = new Column(A, new ColumnType.Enumerated(U), true, new Default.None());
    Schema tables = schema(table(U, A), table(T, A));
    Schema enums = schema(table(T, A).withColumns(List.of(of))).withEnum(type);

    between(tables, enums, Hints.NONE);
    between(enums, tables, Hints.NONE);
  }

  @Test
  void aRemovedEnumValueStoodWhereItStandsNow() {
    EnumType from = new EnumType(U, "org.example.U", List.of("a", "c"));
    EnumType to = new EnumType(U, "org.example.U", List.of("a", "b"));

    assertEquals(
        List.of(
            new Change.EnumValueAdded(U, "b", Optional.empty()),
            new Change.EnumValueRemoved(U, "c", Optional.of("b"))),
        between(Schema.EMPTY.withEnum(from), Schema.EMPTY.withEnum(to), Hints.NONE));
  }

  @Test
  void theOrderOfEnumValuesIsADifference() {
    assertEquals(
        List.of(new Change.EnumReordered(U, List.of("a", "b"), List.of("b", "a"))),
        SchemaDiff.between(
            Schema.EMPTY.withEnum(new EnumType(U, "", List.of("a", "b"))),
            Schema.EMPTY.withEnum(new EnumType(U, "", List.of("b", "a"))),
            Hints.NONE));
  }

  @Test
  void aForeignKeyGoesBeforeTheKeyThatItRestsOnAndReturnsAfterIt() {
    Constraint.ForeignKey key = reference("k", B, T, A);
    Constraint unique = new Constraint.Unique(new Name("p"), List.of(A));
    Schema from = schema(table(T, A, B).withConstraints(List.of(primary("p", A), key)));
    Schema to = schema(table(T, A, B).withConstraints(List.of(unique, key)));

    assertEquals(
        List.of(
            new Change.ConstraintRemoved(T, key),
            new Change.ConstraintRemoved(T, primary("p", A)),
            new Change.ConstraintAdded(T, unique),
            new Change.ConstraintAdded(T, key)),
        between(from, to, Hints.NONE));
  }

  @Test
  void aForeignKeyStaysWhileItsColumnsCanBeComparedAndElseReturns() {
    Constraint.ForeignKey key = reference("k", B, T, A);
    Table from = table(T, A, B).withConstraints(List.of(primary("p", A), key));

    assertEquals(
        2, between(schema(from), schema(typed(from, Scalar.BIGINT)), Hints.NONE).size());
    List<Change> changes = between(schema(from), schema(typed(from, Scalar.TEXT)), Hints.NONE);
    assertEquals(4, changes.size());
    assertEquals(new Change.ConstraintRemoved(T, key), changes.get(0));
    assertEquals(new Change.ConstraintAdded(T, key), changes.get(3));
  }

  @Test
  void anIdentityColumnIsNotBackfilled() {
    Column identity = new Column(B, Scalar.BIGINT, false, new Default.Identity());
    Hints hints = new Hints(
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(new ColumnName(T, B), "1"),
        Map.of());

    assertEquals(
        List.of(new Change.ColumnAdded(T, identity, Optional.empty())),
        between(
            schema(table(T, A)),
            schema(table(T, A).withColumns(List.of(column(A), identity))),
            hints));
  }

  @Test
  void aChangeThatDoesNotFitSaysSo() {
    Schema schema = schema(
        table(T, A, B)
            .withConstraints(List.of(primary("p", A)))
            .withIndexes(List.of(index("i", B))),
        table(U, A).withConstraints(List.of(reference("k", A, T, A))));

    refused(schema, new Change.ColumnRemoved(T, column(B), Optional.empty()));
    refused(schema, new Change.ColumnRemoved(T, column(A), Optional.empty()));
    refused(schema, new Change.TableRemoved(table(T, A), Optional.empty()));
    refused(schema, new Change.TableRenamed(T, U));
    refused(schema, new Change.EnumAdded(new EnumType(T, "", List.of()), Optional.empty()));
    refused(schema, new Change.IndexAdded(T, index("x", C)));
  }

  private static void refused(Schema schema, Change change) {
    InvalidChange error = assertThrows(InvalidChange.class, () -> change.apply(schema));
    assertTrue(error.getMessage().startsWith(change.toString()), error::getMessage);
  }

  /** The changes, which lead from the one to the other and back. */
  private static List<Change> between(Schema from, Schema to, Hints hints) {
    List<Change> changes = SchemaDiff.between(from, to, hints);
    assertEquals(Normal.of(to), Normal.of(applied(from, changes)));
    List<Change> back = SchemaDiff.between(to, from, Hints.back(changes));
    assertEquals(Normal.of(from), Normal.of(applied(to, back)));
    return changes;
  }

  private static Schema applied(Schema schema, List<Change> changes) {
    Schema result = schema;
    for (Change change : changes) {
      result = change.apply(result);
    }
    return result;
  }

  private static Schema schema(Table... tables) {
    return new Schema(List.of(tables), List.of());
  }

  private static Table table(Name name, Name... columns) {
    return table(QualifiedName.of(name), columns);
  }

  private static Table table(QualifiedName name, Name... columns) {
    return new Table(
        name,
        "org.example.T",
        List.of(columns).stream().map(SchemaDiffTest::column).toList(),
        List.of(),
        List.of());
  }

  private static Table typed(Table table, ColumnType type) {
    return table.withColumns(table.columns().stream().map(c -> c.withType(type)).toList());
  }

  private static Column column(Name name) {
    return new Column(name, Scalar.INTEGER, false, new Default.None());
  }

  private static Index index(String name, Name... columns) {
    return new Index(new Name(name), List.of(columns), false, Optional.empty());
  }

  private static Constraint.PrimaryKey primary(String name, Name column) {
    return new Constraint.PrimaryKey(new Name(name), List.of(column));
  }

  private static Constraint.ForeignKey reference(
      String name, Name column, QualifiedName target, Name targetColumn) {
    return new Constraint.ForeignKey(
        new Name(name),
        List.of(column),
        target,
        List.of(targetColumn),
        Constraint.Action.NO_ACTION,
        Constraint.Action.NO_ACTION);
  }

  private static Hints tables(Map<Name, Name> renamed, Map<Name, Name> parked) {
    return new Hints(
        qualified(renamed), Map.of(), qualified(parked), Map.of(), Map.of(), Map.of(), Map.of());
  }

  private static Map<QualifiedName, QualifiedName> qualified(Map<Name, Name> names) {
    return names.entrySet().stream()
        .collect(Collectors.toMap(
            entry -> QualifiedName.of(entry.getKey()),
            entry -> QualifiedName.of(entry.getValue())));
  }

  private static Hints columns(Map<Name, Name> renamed, Map<Name, Name> parked) {
    return new Hints(Map.of(), onT(renamed), Map.of(), onT(parked), Map.of(), Map.of(), Map.of());
  }

  private static Map<ColumnName, Name> onT(Map<Name, Name> names) {
    return names.entrySet().stream()
        .collect(java.util.stream.Collectors.toMap(
            entry -> new ColumnName(T, entry.getKey()), Map.Entry::getValue));
  }
}
