package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.GitProject;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two developers, Ada on {@code main} and Bob on {@code bob}, each with a database. What they did
 * is merged, and leads a fresh database and both of theirs to the same catalog.
 */
class BranchesTest {
  private static final String BASE = ", String name, Optional<String> city";

  private final GitProject shop = new GitProject();
  private final TestDatabase ada = TestServer.newDatabase();
  private final TestDatabase bob = TestServer.newDatabase();

  @AfterEach
  void close() {
    ada.close();
    bob.close();
    shop.close();
  }

  /** What somebody does to the records. */
  private interface Edit {
    void run();
  }

  private void base() {
    shop.type("Color", "public enum Color { RED, GREEN }");
    shop.type("Item", "@Table(name = \"items\") public record Item(@Id long id, Color color) {}");
    shop.users(BASE).compile();
    shop.commit("Base");
    shop.migrate(ada);
    shop.migrate(bob);
    ada.execute("INSERT INTO users VALUES (1, 'Ada', 'London')");
    bob.execute("INSERT INTO users VALUES (2, 'Bob', NULL)");
    shop.git("branch", "bob");
  }

  private void on(String branch, TestDatabase database, Edit edit) {
    shop.git("checkout", "-q", branch);
    shop.reload();
    edit.run();
    shop.compile();
    shop.commit("Work of " + branch);
    shop.migrate(database);
  }

  private void mergeBob() {
    shop.git("checkout", "-q", "main");
    shop.git("merge", "-q", "--no-edit", "-X", "theirs", "bob");
    shop.reload();
  }

  /** After the merge, with the records as they are to be. */
  private void assertAllAgree() {
    int before = shop.scripts().size();
    shop.compile();
    assertEquals(before, shop.scripts().size(), shop.migrations().toString());
    shop.assertFresh(migrated(ada));
    shop.assertFresh(migrated(bob));
  }

  private TestDatabase migrated(TestDatabase database) {
    shop.migrate(database);
    return database;
  }

  private String conflict() {
    TestProject.Result result = shop.project().compile();
    assertFalse(result.success(), result.messages().toString());
    List<String> conflicts = result.ours().stream()
        .filter(message -> message.contains("[HISTORY_CONFLICT]"))
        .toList();
    assertEquals(1, conflicts.size(), result.ours().toString());
    return conflicts.get(0).replaceAll("V\\d{14}", "V").replaceAll("PROJECT/\\S*/", "");
  }

  @Test
  void twoColumns() {
    base();
    on("main", ada, () -> shop.users(BASE + ", Optional<String> email"));
    on("bob", bob, () -> shop.users(BASE + ", Optional<String> phone"));
    mergeBob();
    shop.users(BASE + ", Optional<String> email, Optional<String> phone");
    assertAllAgree();
  }

  @Test
  void theNextMigrationNamesBothHeads() {
    twoColumns();
    shop.commit("Merged");
    shop.users(BASE + ", Optional<String> email, Optional<String> phone, Optional<String> fax");
    shop.compile();
    String record =
        shop.project().migrationFiles().get(shop.scripts().get(3).replace(".sql", ".json"));
    assertTrue(
        record.contains("add_email_to_users") && record.contains("add_phone_to_users"), record);
    shop.assertFresh(migrated(ada));
  }

  @Test
  void twoTables() {
    base();
    on(
        "main",
        ada,
        () -> shop.type("Order", "@Table(name = \"orders\") public record Order(@Id long id) {}"));
    on(
        "bob",
        bob,
        () -> shop.type("Bill", "@Table(name = \"bills\") public record Bill(@Id long id) {}"));
    mergeBob();
    assertAllAgree();
  }

  @Test
  void aTableAndAReferenceToAnother() {
    base();
    on(
        "main",
        ada,
        () -> shop.type(
            "Order",
            "@Table(name = \"orders\") public record Order(@Id long id,"
                + " @References(User.class) long userId) {}"));
    on("bob", bob, () -> shop.users(BASE + ", @Column(unique = true) Optional<String> phone"));
    mergeBob();
    assertAllAgree();
  }

  @Test
  void aRenameAndAnotherColumn() {
    base();
    on(
        "main",
        ada,
        () -> shop.users(", @RenamedFrom(\"name\") String nick, Optional<String> city"));
    on("bob", bob, () -> shop.users(BASE + ", Optional<String> phone"));
    mergeBob();
    shop.users(
        ", @RenamedFrom(\"name\") String nick, Optional<String> city, Optional<String> phone");
    assertAllAgree();
  }

  @Test
  void aDropAndAnotherTable() {
    base();
    on("main", ada, () -> shop.type("User", """
        @Dropped("users.city")
        @Table(name = "users") public record User(@Id long id, String name) {}
        """));
    on(
        "bob",
        bob,
        () -> shop.type("Bill", "@Table(name = \"bills\") public record Bill(@Id long id) {}"));
    mergeBob();
    assertAllAgree();
    assertEquals(1, ada.rows("SELECT * FROM users").size());
  }

  @Test
  void twoDifferentEnumConstants() {
    base();
    on("main", ada, () -> shop.type("Color", "public enum Color { RED, GREEN, BLUE }"));
    on("bob", bob, () -> shop.users(BASE + ", @Default(\"'RED'\") Color color"));
    mergeBob();
    assertAllAgree();
  }

  @Test
  void theSameColumnOnBothIsOne() {
    base();
    on("main", ada, () -> shop.users(BASE + ", Optional<String> email, Optional<String> fax"));
    on("bob", bob, () -> shop.users(BASE + ", Optional<String> email"));
    mergeBob();
    shop.users(BASE + ", Optional<String> email, Optional<String> fax");
    assertAllAgree();
  }

  @Test
  void theSameRenameOnBothIsOne() {
    base();
    Edit rename = () -> shop.users(", @RenamedFrom(\"name\") String nick, Optional<String> city");
    on("main", ada, rename);
    on("bob", bob, rename);
    mergeBob();
    assertAllAgree();
  }

  @Test
  void threeBranches() {
    base();
    shop.git("branch", "eve");
    on("main", ada, () -> shop.users(BASE + ", Optional<String> email"));
    on("bob", bob, () -> shop.users(BASE + ", Optional<String> phone"));
    try (TestDatabase eve = TestServer.newDatabase()) {
      on("eve", eve, () -> shop.users(BASE + ", Optional<String> fax"));
      mergeBob();
      shop.git("merge", "-q", "--no-edit", "-X", "theirs", "eve");
      shop.reload();
      shop.users(BASE + ", Optional<String> email, Optional<String> phone, Optional<String> fax");
      assertAllAgree();
      shop.assertFresh(migrated(eve));
    }
  }

  @Test
  void aCherryPick() {
    base();
    on("bob", bob, () -> shop.users(BASE + ", Optional<String> phone"));
    on(
        "bob",
        bob,
        () -> shop.type("Bill", "@Table(name = \"bills\") public record Bill(@Id long id) {}"));
    shop.git("checkout", "-q", "main");
    shop.git("cherry-pick", "bob~1");
    shop.reload().compile();
    shop.migrate(ada);
    shop.assertFresh(ada);
    mergeBob();
    assertAllAgree();
  }

  @Test
  void aRevertIsRolledBackWhereItRan() {
    base();
    on("main", ada, () -> shop.users(BASE + ", Optional<String> phone"));
    shop.varve(ada).rollback(1);
    shop.git("revert", "--no-edit", "HEAD");
    shop.reload().compile();
    assertEquals(1, shop.scripts().size());
    shop.assertFresh(migrated(ada));
    shop.assertFresh(migrated(bob));
  }

  @Test
  void aRebaseOfWhatIsCommitted() {
    base();
    on("main", ada, () -> shop.users(BASE + ", Optional<String> email"));
    on(
        "bob",
        bob,
        () -> shop.type("Bill", "@Table(name = \"bills\") public record Bill(@Id long id) {}"));
    shop.git("rebase", "-q", "main");
    shop.reload();
    assertAllAgree();
  }

  @Test
  void aRebaseUnderASoftMigration() {
    base();
    on("main", ada, () -> shop.users(BASE + ", Optional<String> email"));
    shop.git("checkout", "-q", "bob");
    shop.reload();
    shop.type("Bill", "@Table(name = \"bills\") public record Bill(@Id long id) {}")
        .compile();
    shop.migrate(bob);
    shop.git("rebase", "-q", "--autostash", "main");
    shop.reload().compile();
    shop.migrate(bob);
    shop.assertFresh(bob);
  }

  @Test
  void aSoftMigrationThatDoesNotGoWithWhatCameIsWrittenAnew() {
    base();
    on("main", ada, () -> shop.users(BASE + ", Optional<String> email"));
    shop.git("checkout", "-q", "bob");
    shop.reload();
    shop.users(BASE + ", Optional<Integer> email, Optional<String> phone");
    shop.compile();
    shop.migrate(bob);
    shop.git("stash", "-q", "--include-untracked");
    shop.git("merge", "-q", "--no-edit", "main");
    shop.git("checkout", "stash@{0}^3", "--", "src/main/resources");
    shop.git("reset", "-q");
    shop.users(BASE + ", Optional<String> email, Optional<String> phone").compile();
    assertEquals(3, shop.scripts().size(), shop.migrations().toString());
    shop.migrate(bob);
    shop.assertFresh(bob);
    shop.assertFresh(migrated(ada));
  }

  @Test
  void bothRenameOneColumn() {
    base();
    on(
        "main",
        ada,
        () -> shop.users(", @RenamedFrom(\"name\") String nick, Optional<String> city"));
    on(
        "bob",
        bob,
        () -> shop.users(", @RenamedFrom(\"name\") String pseudonym, Optional<String> city"));
    mergeBob();
    assertEquals(
        "[HISTORY_CONFLICT] V__rename_name_to_pseudonym_in_users.sql: it renames column users.name to"
            + " pseudonym. V__rename_name_to_nick_in_users.sql, made on another branch, renames column"
            + " users.name to nick; one of them can only be applied before the other. Keep the one"
            + " that other databases have. Of the other: varve rollback where it ran, take its"
            + " files out in a commit of their own, make the records what you want, and compile:"
            + " the rest is written anew.",
        conflict());
  }

  @Test
  void theWayOutOfAConflictWorks() {
    bothRenameOneColumn();
    String pseudonym =
        shop.scripts().stream().filter(n -> n.contains("pseudonym")).findFirst().orElseThrow();
    shop.git("checkout", "-q", "bob");
    shop.reload().compile();
    shop.varve(bob).rollback(1);
    shop.git("checkout", "-q", "main");
    String stem = pseudonym.substring(1, pseudonym.length() - 4);
    String folder = "src/main/resources/db/migration/";
    shop.git(
        "rm",
        "-q",
        folder + "V" + stem + ".sql",
        folder + "U" + stem + ".sql",
        folder + "V" + stem + ".json");
    shop.git("commit", "-q", "-m", "Without the other rename");
    shop.reload()
        .users(", @RenamedFrom(\"nick\") String pseudonym, Optional<String> city")
        .compile();
    assertEquals(3, shop.scripts().size(), shop.migrations().toString());
    shop.commit("Alias after all");
    shop.assertFresh(migrated(ada));
    shop.assertFresh(migrated(bob));
    assertEquals(List.of("2|Bob"), bob.rows("SELECT id, pseudonym FROM users"));
  }

  @Test
  void oneDropsWhatTheOtherAlters() {
    base();
    on("main", ada, () -> shop.type("User", """
        @Dropped("users.city")
        @Table(name = "users") public record User(@Id long id, String name) {}
        """));
    on("bob", bob, () -> shop.users(", String name, @Default(\"'?'\") String city"));
    mergeBob();
    String text = conflict();
    assertTrue(text.contains("column users.city") && text.contains("made on another branch"), text);
  }

  @Test
  void twoEnumConstantsAtOnePlace() {
    base();
    on("main", ada, () -> shop.type("Color", "public enum Color { RED, GREEN, BLUE }"));
    on("bob", bob, () -> shop.type("Color", "public enum Color { RED, GREEN, WHITE }"));
    mergeBob();
    String text = conflict();
    assertTrue(text.contains("WHITE") && text.contains("BLUE"), text);
    assertTrue(text.contains("the two orders lead to different schemas"), text);
  }

  @Test
  void twoTablesOfOneName() {
    base();
    on(
        "main",
        ada,
        () -> shop.users(BASE + ", Optional<String> email")
            .type("Bill", "@Table(name = \"bills\") public record Bill(@Id long id) {}"));
    on(
        "bob",
        bob,
        () -> shop.type(
            "Bill", "@Table(name = \"bills\") public record Bill(@Id java.util.UUID id) {}"));
    mergeBob();
    String text = conflict();
    assertTrue(text.contains("table bills"), text);
  }

  @Test
  void aBranchThatIsLeftIsUndoneWhereItRanBeforeItWasCommitted() {
    base();
    on("main", ada, () -> shop.users(BASE + ", Optional<String> email"));
    on(
        "bob",
        bob,
        () -> shop.users(", @RenamedFrom(\"name\") String pseudonym, Optional<String> city"));
    shop.git("checkout", "-q", "main");
    shop.reload().compile();
    shop.assertFresh(migrated(bob));
    assertEquals(List.of("2|Bob"), bob.rows("SELECT id, name FROM users"));
  }

  @Test
  void anOlderOneThatWasMergedLaterIsRefusedWhereItDoesNotCommute() {
    base();
    on(
        "main",
        ada,
        () -> shop.users(", @RenamedFrom(\"name\") String nick, Optional<String> city"));
    shop.git("checkout", "-q", "bob");
    shop.reload().users(", @RenamedFrom(\"name\") String pseudonym, Optional<String> city");
    shop.compile("-Avarve.name=to_alias");
    shop.commit("Alias");
    shop.compile();
    shop.migrate(bob);
    shop.git("checkout", "-q", "main");
    shop.reload().compile();
    MigrationException refused = assertThrows(MigrationException.class, () -> shop.migrate(bob));
    assertTrue(refused.getMessage().contains("rename_name_to_nick_in_users"), refused.getMessage());
  }
}
