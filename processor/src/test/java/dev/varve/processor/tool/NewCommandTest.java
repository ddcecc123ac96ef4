package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {
  private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  @TempDir
  private Path project;

  @Test
  void writesAnEmptyPairWithTheTimeInUtc() throws Exception {
    Path folder = project.resolve("src/main/resources/db/migration");
    Files.createDirectories(project.resolve("src/main"));
    String before = VERSION.format(LocalDateTime.now(ZoneOffset.UTC));

    Shell.Run run =
        new Shell(project).with("TZ", "Asia/Tokyo").varve("new", "Fill e-mail of users");

    assertEquals(0, run.exitCode(), run.err());
    List<String> files = list(folder);
    assertEquals(2, files.size());
    String version = files.get(0).substring(1, 15);
    assertEquals(
        List.of(
            "U" + version + "__fill_e_mail_of_users.sql",
            "V" + version + "__fill_e_mail_of_users.sql"),
        files);
    assertTrue(version.compareTo(before) >= 0);
    assertTrue(version.compareTo(VERSION.format(LocalDateTime.now(ZoneOffset.UTC))) <= 0);
    assertEquals(
        "Wrote src/main/resources/db/migration/V" + version + "__fill_e_mail_of_users.sql\n  and"
            + " src/main/resources/db/migration/U" + version + "__fill_e_mail_of_users.sql\n",
        run.out());
  }

  @Test
  void theVersionIsLaterThanAllThatAreThere() throws Exception {
    Migrations migrations =
        new Migrations(project).write("V20991231235959__far.sql", "SELECT 1;\n");

    Json json = Json.parse(new Shell(project).varve("new", "next", "--json").out());

    assertEquals("21000101000000", json.get("version").text());
    assertEquals("next", json.get("name").text());
    assertTrue(Files.exists(project.resolve(json.get("script").text())));
    assertTrue(Files.exists(project.resolve(json.get("undo").text())));
    assertEquals(9, list(migrations.folder()).size());
  }

  @Test
  void wrongUsesAreNamed() throws Exception {
    Shell shell = new Shell(project);

    assertEquals(new Shell.Run(2, "", """
            varve new: There is no project here: src/main does not exist. Start in the project's\
             folder, or name the folder of the SQL files with --migrations.
            """), shell.varve("new", "x"));
    assertEquals(new Shell.Run(2, "", """
            varve new: Missing required parameter: 'NAME'.
            See varve new --help.
            """), shell.varve("new"));
    Files.createDirectories(project.resolve("src/main"));
    assertEquals(new Shell.Run(2, "", """
            varve new: NAME: "!" has no letter from a to z and no digit. Say what the migration does.
            """), shell.varve("new", "!"));
    Files.createFile(project.resolve("app.jar"));
    assertEquals(new Shell.Run(2, "", """
            varve new: --migrations: app.jar is not a folder. Name the folder of the SQL files.
            """), shell.varve("new", "x", "--migrations", "app.jar"));
    assertEquals(List.of("app.jar", "src"), list(project));
  }

  private static List<String> list(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
