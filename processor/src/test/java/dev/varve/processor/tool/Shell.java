package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs {@code varve} in a process of its own: in a folder, with an environment and an input. */
final class Shell {
  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();
  private String input = "";

  Shell(Path folder) {
    this.folder = folder;
  }

  /** With {@code DATABASE_URL} of this database. */
  Shell on(TestDatabase database) {
    return with("DATABASE_URL", database.url());
  }

  Shell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Shell typing(String lines) {
    input = lines;
    return this;
  }

  /** What a process left. */
  record Run(int exitCode, String out, String err) {
    /** Times differ from run to run. */
    Run steady() {
      return new Run(exitCode, steady(out), steady(err));
    }

    private static String steady(String text) {
      return text.replaceAll("\\d+(\\.\\d)? (ms|s)\\b", "N ms")
          .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC by \\S+", "TIME by ROLE")
          .replaceAll("(?m)(Database )\\S+ on \\S+,", "$1NAME on HOST,");
    }
  }

  /** Runs the classes that are tested. */
  Run varve(String... arguments) {
    List<String> command = new ArrayList<>(java());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), VarveCommand.class.getName()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** The beginning of a command line that starts a JVM which does not live long. */
  static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto");
  }

  /** Runs anything. */
  Run run(List<String> command) {
    try {
      Path out = Files.createTempFile("varve", ".out");
      Path err = Files.createTempFile("varve", ".err");
      ProcessBuilder builder = new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectOutput(out.toFile())
          .redirectError(err.toFile());
      builder.environment().keySet().removeIf(Shell::isOurs);
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().write(input.getBytes());
      process.getOutputStream().close();
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), () -> command + " does not end");
      Run run = new Run(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the command reads must come from the test alone. */
  private static boolean isOurs(String variable) {
    return variable.startsWith("PG")
        || variable.equals("DATABASE_URL")
        || variable.equals("NO_COLOR")
        || variable.equals("JAVA_TOOL_OPTIONS");
  }
}
