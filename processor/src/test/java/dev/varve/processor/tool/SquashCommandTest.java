package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationFolder;
import dev.varve.processor.file.VersionControl;
import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.squash.Squash;
import dev.varve.processor.squash.SquashRefused;
import dev.varve.processor.testing.GitProject;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.migrate.MigrationResult;
import dev.varve.runtime.migrate.Status;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many migrations become one, and databases that have all, some or none of them go on. */
class SquashCommandTest {
  private static final String FOLDER = "src/main/resources/db/migration";

  private final GitProject shop = new GitProject();
  private final TestDatabase all = TestServer.newDatabase();
  private final TestDatabase some = TestServer.newDatabase();
  private final TestDatabase none = TestServer.newDatabase();

  @AfterEach
  void close() {
    all.close();
    some.close();
    none.close();
    shop.close();
  }

  private void step(String message, String components) {
    shop.users(components).compile();
    shop.commit(message);
  }

  /** Three migrations; one database has all of them, another the first two. */
  private void three() {
    step("Users", ", String name");
    step("Mail", ", String name, Optional<String> email");
    shop.migrate(some);
    some.execute("INSERT INTO users VALUES (1, 'Ada', 'ada@example.org')");
    step("Nickname", ", @RenamedFrom(\"name\") String nickname, Optional<String> email");
    shop.migrate(all);
    all.execute("INSERT INTO users VALUES (2, 'Bob', 'bob@example.org')");
  }

  private Shell.Run varve(String... arguments) {
    return new Shell(shop.project().root()).on(all).varve(arguments);
  }

  /** In this process, which is faster. */
  private void squash() {
    int exitCode = VarveCommand.commandLine()
        .execute(
            "squash",
            "--to",
            newest(),
            "--url",
            all.url(),
            "--migrations",
            shop.project().migrations().toString());
    assertEquals(0, exitCode);
  }

  /** Those that do not lie in the folder of the replaced ones. */
  private List<String> scripts() {
    try (Stream<Path> list = Files.list(shop.project().migrations())) {
      return list.map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("V") && name.endsWith(".sql"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String newest() {
    List<String> scripts = scripts();
    return scripts.get(scripts.size() - 1).substring(1, 15);
  }

  private void squashAll() {
    squash();
    shop.users(", String nickname, Optional<String> email");
    assertTrue(shop.compile().get(0).startsWith("[UP_TO_DATE]"));
    shop.commit("Squash");
  }

  private static List<String> states(Status status) {
    return status.migrations().stream()
        .map(
            migration -> migration.id().name().replaceAll("\\d{14}", "N") + " " + migration.state())
        .toList();
  }

  private static List<String> applied(MigrationResult result) {
    return result.applied().stream()
        .map(migration -> migration.migration().name().replaceAll("\\d{14}", "N"))
        .toList();
  }

  @Test
  void databasesThatHaveAllSomeOrNoneGoOn() {
    three();
    String last = newest();
    Shell.Run run = varve("squash", "--to", last, "--json");

    assertEquals(0, run.exitCode(), run.err());
    Json result = Json.parse(run.out());
    assertTrue(result.get("proven").bool());
    assertEquals(3, result.get("replaced").list().size());
    assertEquals(1, scripts().size());
    assertEquals(
        List.of(), all.rows("SELECT datname FROM pg_database WHERE datname LIKE 'varve_squash%'"));
    shop.users(", String nickname, Optional<String> email");
    assertTrue(shop.compile().get(0).startsWith("[UP_TO_DATE]"), "the fold is the same");
    shop.commit("Squash");

    assertEquals(List.of("squash_to_N APPLIED"), states(shop.varve(all).status()));
    assertEquals(
        List.of(
            "create_users APPLIED",
            "add_email_to_users APPLIED",
            "rename_name_to_nickname_in_users PENDING"),
        states(shop.varve(some).status()));

    step("Phone", ", String nickname, Optional<String> email, Optional<String> phone");
    shop.compile(); // It is firm now.
    String plan = shop.varve(all).plan().sql();
    assertTrue(plan.contains("squash_to_" + last), plan);
    assertEquals(List.of("add_phone_to_users"), applied(shop.migrate(all)));
    assertMissingIsTold();
    assertEquals(
        List.of("rename_name_to_nickname_in_users", "add_phone_to_users"),
        applied(shop.migrate(some)));
    shop.migrate(none);
    for (TestDatabase database : List.of(all, some, none)) {
      shop.assertFresh(database);
      assertEquals(
          List.of("squash_to_N APPLIED", "add_phone_to_users APPLIED"),
          states(shop.varve(database).status()));
      assertEquals(List.of(), shop.migrate(database).notes(), "up to date at once");
    }
    assertEquals(List.of("1|Ada"), some.rows("SELECT id, nickname FROM users"));

    assertEquals(1, shop.varve(all).rollback(1).undone().size());
    Exception beyond =
        assertThrows(MigrationException.NotPossible.class, () -> shop.varve(all).rollback(1));
    assertTrue(
        beyond.getMessage().contains("stands for 3 migrations that were made into one"),
        beyond.getMessage());
    assertThrows(
        MigrationException.NotPossible.class,
        () -> shop.varve(all)
            .rollbackTo(shop.project().packed("shop").keySet().stream()
                .filter(name -> name.startsWith("V") && name.endsWith("add_email_to_users.sql"))
                .findFirst()
                .orElseThrow()
                .substring(1, 15)));
    shop.migrate(all);
    assertEquals(1, shop.varve(all).rollbackTo(last).undone().size());
    shop.migrate(all);
    shop.assertFresh(all);
  }

  /** What is not kept any more. */
  private void assertMissingIsTold() {
    shop.git("rm", "-rq", FOLDER + "/replaced");
    shop.compile();
    var refused = assertThrows(MigrationException.Replaced.class, () -> shop.migrate(some));
    assertEquals(
        List.of("rename_name_to_nickname_in_users"),
        refused.missing().stream().map(id -> id.name()).toList());
    assertTrue(refused.getMessage().contains("this database has only some"), refused.getMessage());
    shop.git("checkout", "-q", "HEAD", "--", FOLDER + "/replaced");
    shop.compile();
  }

  @Test
  void scriptsWrittenByHandAreKeptInOrder() {
    step("Users", ", String name");
    shop.project().withFile(FOLDER + "/V20990101000000__seed.sql", """
        -- Seeds.
        --
        -- varve-allow SCRIPT_UNDO_MISSING: rows stay.
        INSERT INTO users (id, name) VALUES (1, 'root') ON CONFLICT DO NOTHING;
        """);
    shop.compile();
    shop.commit("Seed");
    shop.migrate(some);
    step("Mail", ", String name, @Default(\"'none'\") String email");
    shop.migrate(all);
    squash();
    shop.compile();

    assertEquals(List.of("squash_to_N"), applied(shop.migrate(none)));
    assertEquals(List.of("add_email_to_users"), applied(shop.migrate(some)));
    assertEquals(List.of(), applied(shop.migrate(all)));
    for (TestDatabase database : List.of(all, some, none)) {
      shop.assertFresh(database);
      assertEquals(List.of("1|root|none"), database.rows("SELECT id, name, email FROM users"));
    }
  }

  @Test
  void aBranchThatNamesWhatWasReplacedStillResolves() {
    step("Users", ", String name");
    step("Mail", ", String name, Optional<String> email");
    shop.git("checkout", "-q", "-b", "bob");
    step("Fax", ", String name, Optional<String> email, Optional<String> fax");
    shop.migrate(some);
    shop.git("checkout", "-q", "main");
    shop.reload();
    pause();
    step("Phone", ", String name, Optional<String> email, Optional<String> phone");
    shop.migrate(all);
    squash();
    shop.commit("Squash");
    shop.git("merge", "-q", "--no-edit", "-X", "theirs", "bob");
    shop.reload();
    shop.users(
        ", String name, Optional<String> email, Optional<String> phone, Optional<String> fax");

    assertTrue(shop.compile().get(0).startsWith("[UP_TO_DATE]"));
    assertEquals(2, scripts().size());
    List<String> log =
        new Shell(shop.project().root()).varve("log").out().lines().toList();
    assertTrue(log.get(0).endsWith("__add_fax_to_users  head"), log.toString());
    assertTrue(log.get(2).startsWith("* V") && !log.get(2).contains("head"), log.toString());
    assertEquals(List.of("add_fax_to_users"), applied(shop.migrate(all)));
    assertEquals(List.of("add_phone_to_users"), applied(shop.migrate(some)));
    shop.migrate(none);
    for (TestDatabase database : List.of(all, some, none)) {
      shop.assertFresh(database);
    }
  }

  /** Versions are seconds. */
  private static void pause() {
    try {
      Thread.sleep(1100);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aSquashCanBeSquashed() {
    three();
    squashAll();
    shop.migrate(none);
    step("Phone", ", String nickname, Optional<String> email, Optional<String> phone");
    squash();
    assertTrue(shop.compile().get(0).startsWith("[UP_TO_DATE]"));

    assertEquals(1, scripts().size());
    assertEquals(List.of("add_phone_to_users"), applied(shop.migrate(all)));
    assertEquals(
        List.of("rename_name_to_nickname_in_users", "add_phone_to_users"),
        applied(shop.migrate(some)));
    assertEquals(List.of("add_phone_to_users"), applied(shop.migrate(none)));
    for (TestDatabase database : List.of(all, some, none)) {
      shop.assertFresh(database);
    }
  }

  @Test
  void aDatabaseThatHasWhatItStandsForHasNotDrifted() {
    three();
    squashAll();
    for (TestDatabase database : List.of(all, some)) {
      assertEquals(List.of(), shop.varve(database).verify().lines());
    }
    all.execute("ALTER TABLE users ALTER COLUMN nickname DROP NOT NULL");
    assertEquals(1, shop.varve(all).verify().lines().size());
  }

  @Test
  void whatWasParkedCanStillBePurged() {
    step("Users", ", String name, Optional<String> email");
    shop.type("User", """
        @Table(name = "users") @Dropped("users.email")
        public record User(@Id long id, String name) {}
        """);
    shop.compile();
    shop.commit("No mail");
    shop.migrate(all);
    squash();
    shop.type("User", """
        @Table(name = "users") @Dropped(value = "users.email", purge = true)
        public record User(@Id long id, String name) {}
        """);
    shop.compile();
    shop.migrate(all);
    assertEquals(2, scripts().size(), shop.migrations().toString());
    assertEquals(
        List.of(),
        all.rows("SELECT attname FROM pg_attribute WHERE attname LIKE 'varve_parked_%'"));
    shop.assertFresh(all);
  }

  @Test
  void refusesWhatItCannotDo() {
    shop.users(", String name").compile();
    String first = newest();
    assertRefused(first, "is the oldest migration");
    assertRefused("20200101000000", "There is no migration 20200101000000 in the folder.");
    shop.commit("Users");
    shop.users(", String name, Optional<String> email").compile();
    assertRefused(newest(), "is not committed yet");
    shop.commit("Mail");

    Shell.Run nowhere = new Shell(shop.project().root())
        .with("DATABASE_URL", "postgresql://localhost:1/none")
        .varve("squash", "--to", newest());
    assertEquals(1, nowhere.exitCode());
    assertTrue(nowhere.err().contains("or leave the proof out with --unproven"), nowhere.err());
    assertEquals(2, scripts().size(), "nothing was changed");
    Shell.Run run =
        new Shell(shop.project().root()).varve("squash", "--to", newest(), "--unproven");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(1, scripts().size());
  }

  private void assertRefused(String version, String text) {
    Path folder = shop.project().migrations();
    List<MigrationFile> files = new MigrationFolder(folder, new Diagnostics()).read();
    var refused = assertThrows(
        SquashRefused.class, () -> Squash.of(files, version, "shop", VersionControl.of(folder)));
    assertTrue(refused.getMessage().contains(text), refused.getMessage());
  }
}
