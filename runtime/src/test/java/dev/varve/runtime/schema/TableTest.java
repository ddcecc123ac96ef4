package dev.varve.runtime.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Name ID = new Name("id");

  private static Table table(List<Constraint> constraints) {
    Column id = new Column(ID, ColumnType.Scalar.BIGINT, false, new Default.None());
    return new Table(QualifiedName.of("users"), "", List.of(id), constraints, List.of());
  }

  @Test
  void twoConstraintsOfOneNameAreRefused() {
    Constraint key = new Constraint.PrimaryKey(new Name("users_key"), List.of(ID));
    Constraint unique = new Constraint.Unique(new Name("users_key"), List.of(ID));

    assertEquals(
        "users: constraint users_key occurs twice",
        assertThrows(IllegalArgumentException.class, () -> table(List.of(key, unique)))
            .getMessage());
    assertEquals(List.of(key), table(List.of(key)).constraints());
  }
}
