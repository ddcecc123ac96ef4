package dev.varve.runtime.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestServerTest {
  @Test
  void eachTestHasADatabaseOfItsOwn() {
    try (TestDatabase one = TestServer.newDatabase();
        TestDatabase other = TestServer.newDatabase()) {
      one.execute("CREATE TABLE t (a int, b text); INSERT INTO t VALUES (1, NULL), (2, 'x')");

      assertEquals(List.of("1|null", "2|x"), one.rows("SELECT * FROM t ORDER BY a"));
      assertEquals("null", other.value("SELECT to_regclass('t')"));
      assertEquals(one.name(), one.value("SELECT current_database()"));
    }
  }

  @Test
  void closingDropsTheDatabaseEvenWhileItIsUsed() throws Exception {
    TestDatabase database = TestServer.newDatabase();
    try (java.sql.Connection open = database.connect();
        TestDatabase other = TestServer.newDatabase()) {
      database.close();

      assertEquals(
          "0",
          other.value("SELECT count(*) FROM pg_database WHERE datname = '" + database.name() + "'"));
      assertEquals(false, open.isValid(1));
    }
  }
}
