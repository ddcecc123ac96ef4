package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.processor.testing.GitProject;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who applies the folder, and not what is packed, is led on from soft migrations all the same. */
class FolderMigrationsTest {
  @Test
  void aSoftMigrationThatIsRewrittenLeadsTheDatabaseOn() {
    try (GitProject shop = new GitProject();
        TestDatabase database = TestServer.newDatabase()) {
      Shell shell = new Shell(shop.project().root()).on(database);
      shop.users(", String name").compile();
      shop.commit("Users");
      migrate(shell);
      database.execute("INSERT INTO users VALUES (1, 'Ada')");
      for (int round = 1; round <= 2; round++) {
        shop.users(", String name, Optional<String> email").compile();
        migrate(shell);
        database.execute("UPDATE users SET email = 'ada" + round + "'");
        shop.users(", @RenamedFrom(\"name\") String nick, Optional<String> email")
            .compile();
        migrate(shell);
        assertEquals(List.of("Ada|ada" + round), database.rows("SELECT nick, email FROM users"));
        shop.users(", String name").compile();
        migrate(shell);
        assertEquals(List.of("Ada"), database.rows("SELECT name FROM users"));
      }
      assertEquals(
          List.of("2"),
          database.rows("SELECT count(*) FROM pg_attribute WHERE attname LIKE 'varve_parked_%'"));
      shop.assertFresh(database);
    }
  }

  private static void migrate(Shell shell) {
    Shell.Run run = shell.varve("migrate");
    assertEquals(0, run.exitCode(), run.err());
  }
}
