package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.GitProject;
import dev.varve.processor.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When scripts written by hand are read, and when it is too late to change them. */
class ScriptsReadTest {
  private static final String SCRIPT = "V20300101000000__index.sql";

  private final GitProject shop = new GitProject();

  @AfterEach
  void close() {
    shop.close();
  }

  private void script() {
    shop.project()
        .withFile(
            "src/main/resources/db/migration/" + SCRIPT,
            "CREATE INDEX IF NOT EXISTS users_id ON users (id);\n")
        .withFile(
            "src/main/resources/db/migration/U20300101000000__index.sql",
            "DROP INDEX IF EXISTS users_id;\n");
  }

  private static List<String> of(TestProject.Result result, String code) {
    return result.ours().stream().filter(message -> message.contains(code)).toList();
  }

  @Test
  void aFaultIsReportedBesideThoseOfTheRecords() {
    shop.users("").compile();
    shop.commit("Users");
    script();
    shop.users(", String name, @References(String.class) long other");
    TestProject.Result result = shop.project().compile();
    assertTrue(!result.success());
    assertEquals(1, of(result, "FK_TARGET").size(), result.ours().toString());
    assertEquals(1, of(result, "SCRIPT_LOCKS").size(), result.ours().toString());
  }

  @Test
  void withoutGitAScriptIsNewUntilAMigrationIsGeneratedBehindIt() throws IOException {
    Path root = shop.project().root();
    Files.move(root.resolve(".git"), root.resolve("not-git"));
    shop.users("").compile();
    script();
    TestProject.Result refused = shop.project().compile();
    assertTrue(!refused.success());
    assertEquals(1, of(refused, "SCRIPT_LOCKS").size(), refused.ours().toString());

    Path script = shop.project().migrations().resolve(SCRIPT);
    String text = Files.readString(script);
    Files.writeString(script, "-- varve-allow SCRIPT_LOCKS: nobody is there yet.\n" + text);
    shop.users(", Optional<String> name").compile();
    assertTrue(
        shop.scripts().get(2).endsWith("add_name_to_users.sql"), shop.scripts().toString());
    Files.writeString(script, text);
    TestProject.Result old = shop.project().compile();
    assertTrue(old.success(), old.messages().toString());
    assertEquals(1, of(old, "SCRIPT_LOCKS").size(), old.ours().toString());
  }
}
