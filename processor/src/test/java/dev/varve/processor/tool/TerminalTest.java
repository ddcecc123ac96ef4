package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees: on a pseudo-terminal, which {@code script} of util-linux makes. */
@EnabledOnOs(OS.LINUX)
class TerminalTest {
  private static final String GREEN = "\u001b[32m";
  private static final String YELLOW = "\u001b[33m";
  private static final String CLEAR = "\r\u001b[K";

  private final TestDatabase database = TestServer.newDatabase();

  @TempDir
  private Path project;

  @BeforeEach
  void scriptIsThere() {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(p -> Files.isExecutable(Path.of(p, "script"))),
        "script (util-linux) is not on this machine");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void coloursTellTheStates() {
    new Migrations(project);
    Shell shell = new Shell(project).on(database).with("TERM", "xterm");

    Shell.Run pending = terminal(shell, "status");
    assertEquals(3, pending.exitCode());
    assertTrue(
        pending.out().contains("  " + YELLOW + "pending     \u001b[0m  V2026"), pending.out());
    terminal(shell, "migrate");
    Shell.Run applied = terminal(shell, "status");
    assertEquals(0, applied.exitCode());
    assertTrue(
        applied.out().contains("  " + GREEN + "applied     \u001b[0m  V2026"), applied.out());
  }

  @Test
  void aBarShowsHowFarItIs() {
    new Migrations(project).write("V20260104000000__slow.sql", "SELECT pg_sleep(1);\n");
    Shell shell = new Shell(project).on(database).with("TERM", "xterm");

    Shell.Run run = terminal(shell, "migrate");

    assertEquals(0, run.exitCode(), run.out());
    assertTrue(
        run.out().contains("[###############     ] 3/4  V20260104000000__slow  statement 1, "),
        run.out());
    String last = run.out().substring(run.out().lastIndexOf(CLEAR));
    assertTrue(
        last.matches("(?s).*Applied\u001b\\[0m V20260104000000__slow \\(\\d\\.\\d s\\)\\R"
            + "Applied 4 migrations\\.\\R"),
        last);
    for (String drawn : run.out().split("\r|\n")) {
      assertTrue(drawn.replaceAll("\u001b\\[[0-9]*[mK]", "").length() < 80, drawn);
    }
  }

  @Test
  void errorsAreRed() {
    Shell.Run run = terminal(new Shell(project).with("TERM", "xterm"), "migrate");

    assertEquals(2, run.exitCode());
    assertTrue(
        run.out().startsWith("\u001b[31mvarve migrate:\u001b[0m No database is named."), run.out());
  }

  @Test
  void jsonAndThoseWhoAskForNoneGetNoColours() {
    new Migrations(project);
    Shell shell = new Shell(project).on(database).with("TERM", "xterm");

    assertFalse(terminal(shell, "status", "--json").out().contains("\u001b"));
    shell.with("NO_COLOR", "1");
    assertFalse(terminal(shell, "status").out().contains("\u001b"));
    Shell.Run run = terminal(shell, "migrate");
    assertFalse(run.out().contains("\u001b"), run.out());
    assertTrue(run.out().contains("Applied 3 migrations."), run.out());
  }

  static Shell.Run terminal(Shell shell, String... arguments) {
    List<String> command = new ArrayList<>(Shell.java());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), VarveCommand.class.getName()));
    command.addAll(List.of(arguments));
    String line = command.stream()
        .map(word -> "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
    return shell.run(List.of("script", "--quiet", "--return", "--command", line, "/dev/null"));
  }
}
