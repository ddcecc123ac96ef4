package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.processor.testing.GitProject;
import dev.varve.runtime.migrate.Status;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The same thing parked once more on one database: nothing is in the way, and nothing is lost. */
class ParkedAgainTest {
  private final GitProject shop = new GitProject();
  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void close() {
    database.close();
    shop.close();
  }

  /** As another clone would: nobody knows the form that the database has. */
  private void forget() {
    try {
      Files.deleteIfExists(shop.project().migrations().resolve(".varve/forms.json"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    shop.compile();
  }

  private void migrate() {
    shop.migrate(database);
  }

  private void start() {
    shop.users(", String name").compile();
    shop.commit("Users");
    migrate();
    database.execute("INSERT INTO users VALUES (1, 'Ada')");
  }

  private void firm() {
    shop.compile();
    shop.commit("More");
    shop.compile();
    migrate();
  }

  private List<String> parkedColumns() {
    return database.rows("SELECT attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid"
        + " WHERE starts_with(attname, 'varve_parked_') AND NOT attisdropped AND relkind = 'r'"
        + " ORDER BY 1");
  }

  private long listed() {
    return shop.varve(database).status().parked().size();
  }

  private List<String> values() {
    return parkedColumns().stream()
        .flatMap(name ->
            database
                .rows("SELECT " + name + "::text FROM users WHERE " + name + " IS NOT NULL")
                .stream())
        .sorted()
        .toList();
  }

  @Test
  void aColumnOfAFormThatNobodyKnowsIsUndoneThreeTimes() {
    start();
    for (int round = 1; round <= 3; round++) {
      shop.users(", String name, Optional<String> email").compile();
      migrate();
      database.execute("UPDATE users SET email = 'ada" + round + "'");
      shop.users(", String name, Optional<String> phone").compile();
      forget();
      migrate();
      database.execute("UPDATE users SET phone = '" + round + "'");
      shop.users(", String name, Optional<String> email").compile();
      forget();
    }
    assertEquals(List.of("1", "2", "ada1", "ada2", "ada3"), values());
    assertEquals(5, listed());
    migrate();
    assertEquals(6, listed());
    shop.assertFresh(database);
  }

  @Test
  void aColumnThatComesAndGoesWithEachCompilationIsLedOverEachTime() {
    start();
    for (int round = 1; round <= 2; round++) {
      shop.users(", String name, Optional<String> email").compile();
      migrate();
      database.execute("UPDATE users SET email = 'ada" + round + "'");
      shop.users(", String name, Optional<String> phone").compile();
      migrate();
      shop.users(", String name").compile();
      migrate();
    }
    assertEquals(List.of("ada1", "ada2"), values());
    shop.assertFresh(database);
  }

  @Test
  void aTableWithAllThatHangsOnIt() {
    start();
    shop.type("Color", "public enum Color { RED, GREEN }");
    for (int round = 1; round <= 2; round++) {
      shop.type(
          "Item",
          "@Table(name = \"items\", indexes = @jakarta.persistence.Index(columnList = \"title\"))"
              + " public record Item(@Id @GeneratedValue long id, @Column(unique = true) String title,"
              + " @References(User.class) long owner, Color color, @Check(\"size > 0\") int size) {}");
      shop.compile();
      migrate();
      database.execute(
          "INSERT INTO items (title, owner, color, size) VALUES ('i" + round + "', 1, 'RED', 1)");
      shop.remove("Item");
      shop.users(", String name" + (round == 2 ? ", Optional<String> phone" : ""));
      shop.compile();
      if (round == 2) {
        forget();
      }
      migrate();
    }
    List<String> tables = database.rows("SELECT relname FROM pg_class WHERE relkind = 'r' AND"
        + " relname LIKE 'varve_parked_%' ORDER BY 1");
    assertEquals(
        List.of("i1", "i2"),
        tables.stream()
            .map(table ->
                database.value("SELECT title FROM " + table + " WHERE color::text = 'RED'"))
            .sorted()
            .toList());
    assertEquals(2, listed());
    shop.assertFresh(database);
  }

  @Test
  void aRollbackOfASoftMigrationAndAnotherOne() {
    start();
    shop.users(", String name, Optional<String> email").compile();
    for (int round = 1; round <= 2; round++) {
      migrate();
      database.execute("UPDATE users SET email = 'ada" + round + "'");
      shop.varve(database).rollback(1);
    }
    assertEquals(List.of("ada1", "ada2"), values());
    assertEquals(
        List.of(Status.State.APPLIED, Status.State.PENDING),
        shop.varve(database).status().migrations().stream()
            .map(Status.Migration::state)
            .toList());
  }

  @Test
  void aPartition() {
    start();
    String open =
        "@Table(name = \"visit\") @Partitioned(by = Partitioned.By.LIST, on = \"country\")"
            + " @Partition(name = \"visit_north\", in = {\"'NO'\", \"'SE'\"})";
    String record = " public record Visit(@Id long id, @Id String country) {}";
    shop.type("Visit", open + record).compile();
    shop.commit("Visits");
    migrate();
    for (int round = 1; round <= 2; round++) {
      shop.type("Visit", open + " @Partition(name = \"visit_south\", in = \"'IT'\")" + record);
      shop.compile();
      migrate();
      database.execute("INSERT INTO visit VALUES (" + round + ", 'IT')");
      shop.type("Visit", open + record);
      shop.users(", String name" + (round == 2 ? ", Optional<String> phone" : ""));
      shop.compile();
      if (round == 2) {
        forget();
      }
      migrate();
    }
    shop.assertFresh(database);
    assertEquals(
        List.of("1", "2"),
        database
            .rows("SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE"
                + " 'varve_parked_%'")
            .stream()
            .map(table -> database.value("SELECT id::text FROM " + table))
            .sorted()
            .toList());
  }

  @Test
  void whatADroppedMarkParkedComesBackWhenTheMarkGoes() {
    start();
    for (int round = 1; round <= 2; round++) {
      shop.type(
          "User",
          "@Table(name = \"users\") @Dropped(\"users.name\") public record User(@Id long id,"
              + " Optional<String> phone) {}");
      shop.compile();
      migrate();
      assertEquals(1, listed());
      shop.users(", String name, Optional<String> phone").compile();
      migrate();
      assertEquals(List.of("Ada"), database.rows("SELECT name FROM users"), "round " + round);
    }
    assertEquals(0, listed());
  }

  @Test
  void namesThatAreExchangedAgainAndAgain() {
    shop.users(", String a, String b").compile();
    shop.commit("Users");
    migrate();
    database.execute("INSERT INTO users VALUES (1, 'a', 'b')");
    for (int round = 1; round <= 2; round++) {
      shop.users(", @RenamedFrom(\"b\") String a, @RenamedFrom(\"a\") String b").compile();
      migrate();
      assertEquals(List.of("b|a"), database.rows("SELECT a, b FROM users"), "round " + round);
      shop.users(", String a, String b, Optional<String> c" + round).compile();
      if (round == 2) {
        forget();
      }
      migrate();
      assertEquals(List.of("a|b"), database.rows("SELECT a, b FROM users"), "round " + round);
    }
  }

  @Test
  void aNameThatIsDroppedAndUsedAgain() {
    start();
    for (int round = 1; round <= 2; round++) {
      shop.type(
          "User",
          "@Table(name = \"users\") @Dropped(\"users.name\") public record User(@Id"
              + " long id) {}");
      firm();
      shop.users(", @Default(\"'n" + round + "'\") String name");
      firm();
    }
    assertEquals(List.of("Ada", "n1"), values());
    for (int round = 2; round >= 1; round--) {
      shop.varve(database).allowLoss(List.of("users.name")).rollback(2);
      String before = round == 1 ? "Ada" : "n" + (round - 1);
      assertEquals(List.of(before), database.rows("SELECT name FROM users"));
    }
    assertEquals(0, listed());
  }

  @Test
  void aDomainOfANameThatIsUsedAgainWithOtherRules() {
    start();
    List<String> rules = List.of("VALUE <> ''", "length(VALUE) < 9", "VALUE <> 'x'");
    for (int round = 1; round <= 2; round++) {
      shop.type(
          "Mail",
          "@Domain @Check(\"" + rules.get(round - 1) + "\") public record Mail(String"
              + " value) {}");
      shop.users(", String name, @AllowRewrite(\"few rows\") Optional<Mail> mail");
      firm();
      database.execute("UPDATE users SET mail = 'm" + round + "'");
      shop.remove("Mail");
      shop.type(
          "User",
          "@Table(name = \"users\") @Dropped(\"users.mail\") public record User(@Id"
              + " long id, String name) {}");
      firm();
    }
    assertEquals(List.of("m1", "m2"), values());
    for (int round = 2; round >= 1; round--) {
      shop.varve(database).rollback(1);
      assertEquals(List.of("m" + round), database.rows("SELECT mail FROM users"));
      shop.varve(database).allowLoss(List.of("users.mail")).rollback(1);
    }
    assertEquals(0, listed());
  }
}
