package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.GitProject;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class AtomicTest {
  private static final String USER = """
      @Table(name = "users") @Unique(columns = "email")
      public record User(@Id long id, @Backfill("'u' || id") String email) {}
      """;

  @Test
  void everythingIsOneTransactionAndTheHeaderSaysWhatThatBlocks() {
    try (GitProject shop = new GitProject();
        TestDatabase database = TestServer.newDatabase()) {
      shop.users(", Optional<String> email").compile();
      shop.commit("Users");
      shop.migrate(database);
      database.execute("INSERT INTO users VALUES (1, NULL), (2, 'b')");

      shop.type("User", USER).compile("-Avarve.atomic=true");

      String sql = shop.newest();
      assertFalse(sql.contains("varve:step"), sql);
      assertFalse(sql.contains("CONCURRENTLY"), sql);
      assertTrue(
          sql.contains("-- Atomic: whoever reads or writes users waits until the whole"), sql);
      shop.migrate(database);
      assertEquals(
          List.of("1|u1", "2|b"), database.rows("SELECT id, email FROM users ORDER BY id"));
      shop.assertFresh(database);
      shop.varve(database).rollback(1);
      shop.migrate(database);
      shop.assertFresh(database);
    }
  }
}
