package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Golden;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each verb's help reads like a page of the manual. */
class HelpTest {
  private static final Path EXPECTED = Golden.resources().resolve("help");

  @TempDir
  private Path folder;

  @Test
  void everyVerbHasAPage() {
    Set<String> verbs = VarveCommand.commandLine().getSubcommands().keySet();
    assertEquals(12, verbs.size());
    for (String verb : verbs) {
      check(verb, new Shell(folder).varve(verb, "--help"));
    }
    check("varve", new Shell(folder).varve("--help"));
  }

  private static void check(String name, Shell.Run run) {
    assertEquals(0, run.exitCode());
    assertEquals("", run.err());
    run.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
    Golden.check(EXPECTED.resolve(name + ".txt"), run.out());
  }

  @Test
  void whatIsNoVerbIsNamed() {
    Shell shell = new Shell(folder);

    assertEquals(
        new Shell.Run(2, "", "varve: Missing required subcommand.\nSee varve --help.\n"),
        shell.varve());
    assertEquals(
        new Shell.Run(
            2,
            "",
            "varve: stat: there is no such verb. Did you mean status, stamp, migrate?\nSee varve"
                + " --help.\n"),
        shell.varve("stat"));
    assertEquals("varve development\n", shell.varve("--version").out());
  }
}
