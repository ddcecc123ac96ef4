package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.GitProject;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.Varve;
import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.migrate.Status;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What git does not have is rewritten in place, and databases follow. */
class SoftMigrationsTest {
  private final GitProject shop = new GitProject();
  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void close() {
    database.close();
    shop.close();
  }

  @Test
  void tenRoundsMakeOneMigrationAndNoRowIsLost() {
    List<String> rounds = List.of(
        ", String name",
        ", String name, Optional<String> email",
        ", String name, Optional<String> email, @Default(\"now()\") Instant createdAt",
        ", String name, @Column(unique = true) Optional<String> email,"
            + " @Default(\"now()\") Instant createdAt",
        ", String name, @Column(unique = true) Optional<String> email",
        ", @RenamedFrom(\"name\") String nickname, Optional<String> email",
        ", String nickname, Optional<String> email, @Default(\"0\") int age",
        ", String nickname, Optional<String> email, @Default(\"0\") long age",
        ", String nickname, @Check(\"age >= 0\") @Default(\"0\") long age",
        ", String nickname, @Column(nullable = true) Long age");
    for (int i = 0; i < rounds.size(); i++) {
      shop.users(rounds.get(i));
      shop.compile();
      assertEquals(List.of("create_users"), shop.migrations(), "round " + i);
      shop.migrate(database);
      String name = i < 5 ? "name" : "nickname";
      database.execute("INSERT INTO users (id, " + name + ") VALUES (" + i + ", 'n" + i + "')");
      shop.assertFresh(database);
    }
    assertEquals(
        List.of("n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9"),
        database.rows("SELECT nickname FROM users ORDER BY id"));
    assertEquals(3, shop.visibleToGit().size(), shop.visibleToGit().toString());
  }

  @Test
  void aDatabaseThatMissedSomeRoundsIsLedOverToo() {
    shop.users(", String name").compile();
    shop.migrate(database);
    database.execute("INSERT INTO users VALUES (1, 'Ada')");
    shop.users(", String name, Optional<String> email").compile();
    shop.users(", String name, Optional<String> email, Optional<String> phone").compile();
    shop.users(", String name, Optional<String> phone").compile();

    assertEquals(
        List.of(Status.State.REWRITTEN),
        shop.varve(database).status().migrations().stream()
            .map(Status.Migration::state)
            .toList());
    assertEquals(1, shop.migrate(database).applied().size());
    shop.assertFresh(database);
    assertEquals(List.of("1|Ada|null"), database.rows("SELECT id, name, phone FROM users"));
  }

  @Test
  void whatAnEarlierFormHadAddedIsParkedWithItsValues() {
    shop.users(", String name").compile();
    shop.commit("Users");
    shop.migrate(database);
    shop.users(", String name, Optional<String> email").compile();
    shop.migrate(database);
    database.execute("INSERT INTO users VALUES (1, 'Ada', 'ada@example.org')");
    assertEquals(List.of("create_users", "add_email_to_users"), shop.migrations());

    shop.users(", String name, Optional<String> phone").compile();
    assertEquals(List.of("create_users", "add_phone_to_users"), shop.migrations());
    shop.migrate(database);

    shop.assertFresh(database);
    assertEquals(List.of("ada@example.org"), database.rows(parkedColumn(database, "email")));
  }

  private static String parkedColumn(TestDatabase database, String name) {
    String parked = database.value(
        "SELECT attname FROM pg_attribute WHERE attname LIKE" + " 'varve_parked_%_" + name + "'");
    return "SELECT " + parked + " FROM users";
  }

  @Test
  void goingBackToWhatIsCommittedTakesTheMigrationAwayAndLeadsDatabasesBack() {
    shop.users(", String name").compile();
    shop.commit("Users");
    shop.migrate(database);
    shop.users(", String name, Optional<String> email").compile();
    shop.migrate(database);
    database.execute("INSERT INTO users VALUES (1, 'Ada', 'ada@example.org')");

    List<String> said = shop.users(", String name").compile();

    assertTrue(said.get(0).contains("took away"), said.toString());
    assertEquals(List.of("create_users"), shop.migrations());
    shop.migrate(database);
    shop.assertFresh(database);
    assertEquals(List.of("ada@example.org"), database.rows(parkedColumn(database, "email")));

    shop.users(", String name, Optional<String> email").compile();
    shop.migrate(database);
    shop.assertFresh(database);
  }

  @Test
  void stagedIsSoftAndCommittedIsFirm() {
    shop.users(", String name").compile();
    shop.git("add", "-A");
    shop.users(", String name, Optional<String> email").compile();
    assertEquals(List.of("create_users"), shop.migrations());

    shop.commit("Users");
    shop.users(", String name, Optional<String> email, Optional<String> phone").compile();
    assertEquals(List.of("create_users", "add_phone_to_users"), shop.migrations());
  }

  @Test
  void withoutGitEverythingIsFirm() throws IOException {
    TestProject plain = shop.project();
    shop.users(", String name");
    Files.move(plain.root().resolve(".git"), plain.root().resolve("not-git"));
    shop.compile();
    shop.users(", String name, Optional<String> email").compile();
    assertEquals(List.of("create_users", "add_email_to_users"), shop.migrations());
  }

  @Test
  void inAFolderThatGitIgnoresEverythingIsFirm() {
    shop.project().withFile(".gitignore", "target/\nsrc/main/resources/\n");
    shop.users(", String name").compile();
    shop.users(", String name, Optional<String> email").compile();
    assertEquals(List.of("create_users", "add_email_to_users"), shop.migrations());
  }

  @Test
  void aFormThatNobodyKnowsIsUndoneWithWhatTheDatabaseKeeps() throws IOException {
    shop.users(", String name").compile();
    shop.commit("Users");
    shop.migrate(database);
    shop.users(", String name, Optional<String> email").compile();
    shop.migrate(database);
    database.execute("INSERT INTO users VALUES (1, 'Ada', 'ada@example.org')");
    shop.users(", String name, Optional<String> phone").compile();
    Files.delete(shop.project().migrations().resolve(".varve/forms.json"));
    shop.compile();

    shop.migrate(database);

    shop.assertFresh(database);
    assertEquals(List.of("ada@example.org"), database.rows(parkedColumn(database, "email")));
  }

  @Test
  void aTypeThatCannotBeCastStartsAgainBesideTheParkedValues() {
    shop.users(", String name").compile();
    shop.commit("Users");
    shop.users(", String name, @Default(\"'7'\") String size").compile();
    shop.migrate(database);
    database.execute("INSERT INTO users VALUES (1, 'Ada', '12')");

    shop.users(", String name, @Default(\"7\") int size").compile();
    shop.migrate(database);

    shop.assertFresh(database);
    assertEquals(List.of("1|7"), database.rows("SELECT id, size FROM users"));
    assertEquals(List.of("12"), database.rows(parkedColumn(database, "size")));
  }

  @Test
  void aNewColumnWithoutAValueSaysWhichRowsAreInTheWay() {
    shop.users(", String name").compile();
    shop.migrate(database);
    database.execute("INSERT INTO users VALUES (1, 'Ada')");
    shop.users(", String name, String email").compile();

    MigrationException refused =
        assertThrows(MigrationException.class, () -> shop.migrate(database));

    assertTrue(refused.getMessage().contains("email"), refused.getMessage());
    assertEquals(List.of("1|Ada"), database.rows("SELECT * FROM users"));
    database.execute("DELETE FROM users");
    shop.migrate(database);
    shop.assertFresh(database);
  }

  @Test
  void anIndexAndAnEnumFollowToo() {
    shop.type("Color", "public enum Color { RED, GREEN }");
    shop.users(", Color color").compile();
    shop.migrate(database);
    database.execute("INSERT INTO users VALUES (1, 'RED')");
    shop.type("Color", "public enum Color { RED, GREEN, BLUE }");
    shop.type(
        "User",
        "@Table(name = \"users\", indexes = @jakarta.persistence.Index(columnList ="
            + " \"color\")) public record User(@Id long id, Color color) {}");
    shop.compile();
    shop.migrate(database);
    shop.assertFresh(database);
    assertEquals(List.of("1|RED"), database.rows("SELECT * FROM users"));
    assertEquals(List.of("create_users"), shop.migrations());
  }

  @Test
  void whatAMergeBringsIsFirm() {
    shop.users(", String name").compile();
    shop.commit("Users");
    shop.git("checkout", "-q", "-b", "other");
    shop.users(", String name, Optional<String> email").compile();
    shop.commit("Email");
    shop.git("checkout", "-q", "main");
    shop.reload();
    shop.type("Item", "@Table(name = \"items\") public record Item(@Id long id) {}");
    shop.compile();
    shop.commit("Items");
    shop.git("merge", "-q", "--no-commit", "other");
    shop.reload().compile();
    assertEquals(3, shop.migrations().size(), shop.migrations().toString());
    shop.users(", String name, Optional<String> email, Optional<String> phone").compile();
    assertEquals(4, shop.migrations().size(), shop.migrations().toString());
    shop.migrate(database);
    shop.assertFresh(database);
  }

  @Test
  void whatIsFirmMayNotBeEditedDeletedOrRenamed() throws IOException {
    shop.users(", String name").compile();
    shop.project()
        .withFile(
            "src/main/resources/db/migration/V20300101000000__ada.sql",
            "INSERT INTO users VALUES (1, 'Ada');\n");
    shop.compile();
    shop.commit("Users");
    var byHand = shop.project().migrations().resolve("V20300101000000__ada.sql");

    Files.writeString(byHand, "-- Ada.\nINSERT INTO users VALUES (1, 'Ada');\n");
    assertTrue(shop.project().compile().success());
    Files.writeString(byHand, "INSERT INTO users VALUES (2, 'Ada');\n");
    assertRefused("MIGRATION_EDITED", "git checkout HEAD -- V20300101000000__ada.sql");
    Files.move(byHand, byHand.resolveSibling("V20300101000001__ada.sql"));
    assertRefused("MIGRATION_MISSING", "git checkout HEAD -- V20300101000000__ada.sql");
    shop.git("checkout", "-q", "HEAD", "--", ".");
    Files.delete(byHand.resolveSibling("V20300101000001__ada.sql"));
    assertTrue(shop.project().compile().success());
  }

  private void assertRefused(String code, String wayBack) {
    TestProject.Result result = shop.project().compile();
    assertFalse(result.success());
    assertTrue(
        result.ours().stream().anyMatch(m -> m.contains(code) && m.contains(wayBack)),
        result.ours().toString());
  }

  @Test
  void rowsOfAFormThatIsUndoneStayInTheParkedTable() throws IOException {
    shop.users(", String name").compile();
    shop.migrate(database);
    database.execute("INSERT INTO users VALUES (1, 'Ada')");
    shop.users(", int name").compile();
    Varve varve = shop.varve(database);
    varve.migrate();
    shop.assertFresh(database);
    String parked =
        database.value("SELECT relname FROM pg_class WHERE relname LIKE 'varve_parked_%_users'");
    assertEquals(List.of("1|Ada"), database.rows("SELECT * FROM " + parked));
  }
}
