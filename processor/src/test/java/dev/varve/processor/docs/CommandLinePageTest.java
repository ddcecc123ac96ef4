package dev.varve.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.processor.testing.Golden;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every console of docs/command-line.md, typed into a shell in the order of the page. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class CommandLinePageTest {
  private static final Path PAGE = Path.of("../docs/command-line.md").toAbsolutePath();
  private static final Pattern CONSOLE =
      Pattern.compile("(?<=```console\\n).*?(?=```)", Pattern.DOTALL);

  @TempDir
  private Path project;

  @Test
  void theConsolesShowWhatHappens() throws Exception {
    assumeTrue(isThere("psql"), "psql is not on this machine");
    makeProject();
    String page = Files.readString(PAGE);
    try (TestDatabase database =
        TestServer.newDatabase("shop_" + ProcessHandle.current().pid())) {
      StringBuilder shown = new StringBuilder();
      Matcher console = CONSOLE.matcher(page);
      while (console.find()) {
        console.appendReplacement(shown, Matcher.quoteReplacement(run(console.group(), database)));
      }
      console.appendTail(shown);
      if (Golden.update() && !steady(page).equals(steady(shown.toString()))) {
        Files.writeString(PAGE, shown.toString());
      }
      assertEquals(steady(Files.readString(PAGE)), steady(shown.toString()));
    }
  }

  /** The commands again, each with what it prints. */
  private String run(String console, TestDatabase database) throws Exception {
    StringBuilder shown = new StringBuilder();
    for (String command : console.lines().filter(line -> line.startsWith("$ ")).toList()) {
      shown.append(command).append('\n').append(type(command.substring(2), database));
    }
    return shown.toString();
  }

  private String type(String command, TestDatabase database) throws Exception {
    Path output = Files.createTempFile(project, "output", ".txt");
    ProcessBuilder shell = new ProcessBuilder(
            "/bin/sh", "-c", command.replace("--confirm shop", "--confirm " + database.name()))
        .directory(project.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile());
    shell.environment().keySet().removeIf(name -> name.startsWith("PG"));
    var source = database.dataSource();
    shell
        .environment()
        .putAll(Map.of(
            "PATH", project.resolve("bin") + ":" + System.getenv("PATH"),
            "PGHOST", source.getServerNames()[0],
            "PGPORT", Integer.toString(source.getPortNumbers()[0]),
            "PGDATABASE", database.name(),
            "PGUSER", String.valueOf(source.getUser())));
    shell.environment().remove("DATABASE_URL");
    if (source.getPassword() != null) {
      shell.environment().put("PGPASSWORD", source.getPassword());
    }
    Process process = shell.start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), command);
    return Files.readString(output)
        .replace(database.name(), "shop")
        .replace(source.getServerNames()[0] + ":" + source.getPortNumbers()[0], "localhost:5432")
        .replace(" by " + source.getUser(), " by ada");
  }

  private void makeProject() throws Exception {
    Path varve = Files.createDirectories(project.resolve("bin")).resolve("varve");
    Files.writeString(
        varve,
        "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path")
            + "' dev.varve.processor.tool.VarveCommand \"$@\"\n");
    assertTrue(varve.toFile().setExecutable(true));
    write("V20261120153045__create_users.sql", """
        -- Accounts.
        --
        -- Data lost: none.
        CREATE TABLE users (id int PRIMARY KEY, email text);
        """);
    write("U20261120153045__create_users.sql", "DROP TABLE users;\n");
    write("V20261121101500__add_nickname.sql", """
        -- Adds a name to be called by.
        ALTER TABLE users ADD COLUMN nickname text;
        """);
    write("U20261121101500__add_nickname.sql", "ALTER TABLE users DROP COLUMN nickname;\n");
  }

  private void write(String name, String text) throws Exception {
    Path folder = Files.createDirectories(project.resolve("src/main/resources/db/migration"));
    Files.writeString(folder.resolve(name), text);
  }

  private static boolean isThere(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
  }

  /** Times are those of the day. */
  private static String steady(String text) {
    return text.replaceAll("\\d+(\\.\\d)? (ms|s)\\b", "N ms")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC", "TIME")
        .replaceAll("\\d{14}__fill_nickname", "N__fill_nickname");
  }
}
