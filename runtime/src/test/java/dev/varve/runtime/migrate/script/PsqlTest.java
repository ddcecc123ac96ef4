package dev.varve.runtime.migrate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.script.SqlScript.Statement;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The statements are those that psql sends: it runs each script on a server that logs what it is
 * asked to run, before it looks whether that has any meaning.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PsqlTest {
  private static final Path CORPUS = Path.of("src", "test", "resources", "scripts");
  private static final int RANDOM_STATEMENTS =
      Boolean.getBoolean("varve.test.full") ? 50_000 : 2_000;
  private static final String LAST = "SELECT 'the script has ended'";

  @TempDir
  static Path folder;

  private EmbeddedPostgres server;
  private int runs;

  @BeforeAll
  void start() throws IOException {
    assumeTrue(psql().isPresent(), "psql is not on the PATH");
    server = EmbeddedPostgres.builder()
        .setLocaleConfig("locale", "C")
        .setServerConfig("fsync", "off")
        .setServerConfig("logging_collector", "on")
        .setServerConfig("log_destination", "jsonlog")
        .setServerConfig("log_statement", "all")
        .setServerConfig("log_directory", "'" + Files.createDirectory(folder.resolve("log")) + "'")
        .setServerConfig("log_file_mode", "0644")
        .setServerConfig("log_filename", "'varve.log'")
        .setServerConfig("log_rotation_size", "0")
        .start();
  }

  @AfterAll
  void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  static Stream<Path> corpus() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void aScriptOfTheCorpusIsCutAsPsqlDoes(Path script) throws Exception {
    sameAsPsql(script);
  }

  @Test
  void aScriptOfTheCorpusWithOtherLineEndsIsCutAsPsqlDoes() throws Exception {
    for (Path script : corpus().toList()) {
      Path windows = folder.resolve("windows.sql");
      Files.writeString(windows, "\uFEFF" + Files.readString(script).replace("\n", "\r\n"));
      sameAsPsql(windows);
    }
  }

  @Test
  void randomScriptsAreCutAsPsqlDoes() throws Exception {
    long seed = Long.getLong("varve.test.seed", 4);
    List<RandomScript.Made> made = new ArrayList<>();
    Path script = folder.resolve("random.sql");
    RandomScript random = new RandomScript(new Random(seed), true);
    // Without the table the server would not ask for the data.
    Files.writeString(
        script,
        "CREATE TABLE copied (line text);"
            + random.script(RANDOM_STATEMENTS, made).strip());

    assertEquals(1 + RANDOM_STATEMENTS, sameAsPsql(script), "seed " + seed);
  }

  private int sameAsPsql(Path script) throws Exception {
    List<String> sent = psqlSends(script);
    List<Statement> ours = SqlScript.parse(Files.readString(script)).steps().stream()
        .flatMap(step -> step.statements().stream())
        .toList();
    for (int i = 0; i < Math.min(sent.size(), ours.size()); i++) {
      String statement = Comments.skip(sent.get(i).replace("\r\n", "\n").replace('\r', '\n'));
      String sql = ours.get(i).sql();
      String place = script + ":" + ours.get(i).line();
      assertTrue(
          statement.startsWith(sql), () -> place + "\npsql:\n" + statement + "\nwe:\n" + sql);
      String rest = Comments.skip(statement.substring(sql.length()));
      assertTrue(rest.isEmpty() || rest.equals(";"), () -> place + " goes on with: " + rest);
    }
    assertEquals(sent.size(), ours.size(), script.toString());
    return sent.size();
  }

  /** The statements that the server saw, with what stands around them. */
  private List<String> psqlSends(Path script) throws Exception {
    String application = "varve run " + ++runs;
    Path output = folder.resolve("psql.txt");
    List<String> command = new ArrayList<>(List.of(psql().orElseThrow(), "-X", "-q"));
    command.addAll(List.of("-h", "localhost", "-p", String.valueOf(server.getPort())));
    command.addAll(
        List.of("-U", "postgres", "-d", "postgres", "-f", script.toString(), "-c", LAST));
    ProcessBuilder psql =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    psql.environment().put("PGAPPNAME", application);
    psql.environment().put("PGCLIENTENCODING", "UTF8");
    Process running = psql.start();
    assertTrue(running.waitFor(5, TimeUnit.MINUTES), "psql does not end");
    for (int tries = 0; tries < 300; tries++) {
      List<String> found = logged(application);
      int last = found.size() - 1;
      if (last >= 0 && found.get(last).equals(LAST)) {
        return found.subList(0, last);
      }
      Thread.sleep(100);
    }
    throw new AssertionError(
        "The server has not logged the end; psql: " + Files.readString(output));
  }

  /** All but empty ones. */
  private List<String> logged(String application) throws IOException {
    List<String> found = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("log").resolve("varve.json"))) {
      if (!line.contains(application) || !line.endsWith("}")) {
        continue;
      }
      Json entry = Json.parse(line);
      String message = entry.get("message").text();
      if (message.startsWith("statement: ")) {
        String statement = message.substring("statement: ".length());
        if (!Comments.skip(statement).isEmpty() && !Comments.skip(statement).equals(";")) {
          found.add(statement);
        }
      } else if (message.startsWith("syntax error")) {
        String statement = entry.get("statement").text();
        // A body in a string is parsed later, when its statement has been logged.
        boolean parsed = !found.isEmpty() && found.get(found.size() - 1).equals(statement);
        assertTrue(parsed, () -> message + ": " + statement);
      }
    }
    return found;
  }

  private static Optional<String> psql() {
    for (String path : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path program = Path.of(path, "psql");
      if (!path.isEmpty() && Files.isExecutable(program)) {
        return Optional.of(program.toString());
      }
    }
    return Optional.empty();
  }
}
