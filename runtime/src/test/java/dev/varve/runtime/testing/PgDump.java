package dev.varve.runtime.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * PostgreSQL's own words for a schema, where a {@code pg_dump} of the server's major version is
 * installed: another judge of what is equal than our reader of the catalogue.
 */
public final class PgDump {
  private static final Pattern VERSION = Pattern.compile("pg_dump \\(PostgreSQL\\) (\\d+).*");

  /** How an object begins: a comment of three lines that names it. */
  private static final Pattern OBJECT = Pattern.compile("(?m)^--\n-- (Name: .*)\n--\n");

  private static final Optional<String> COMMAND = find(TestServer.majorVersion());

  private PgDump() {}

  /** Whether there is one for the server of the tests. */
  public static boolean isInstalled() {
    return COMMAND.isPresent();
  }

  /** Why there is nothing to compare with. */
  public static String reason() {
    return "pg_dump " + TestServer.majorVersion() + " is not installed";
  }

  /**
   * The schema, object by object in the order of their names. What Varve holds for equal is written
   * alike: columns, storage parameters and privileges are sorted, what is parked and Varve's own is
   * left out.
   */
  public static String schema(TestDatabase database) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(COMMAND.orElseThrow(), "--schema-only", "--exclude-table=*.varve_*");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Psql.connect(builder, database);
    Process dump = builder.start();
    dump.getOutputStream().close();
    String text = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (dump.waitFor() != 0) {
        throw new IOException("pg_dump ended with " + dump.exitValue());
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return objects(text).stream().sorted().collect(Collectors.joining("\n\n"));
  }

  private static List<String> objects(String dump) {
    List<String> objects = new ArrayList<>();
    Matcher matcher = OBJECT.matcher(dump);
    String name = "";
    int from = 0;
    while (matcher.find()) {
      add(name, dump.substring(from, matcher.start()), objects);
      name = matcher.group(1);
      from = matcher.end();
    }
    add(name, dump.substring(from), objects);
    return objects;
  }

  /** What stands before the first object are settings, which the objects have again. */
  private static void add(String name, String body, List<String> objects) {
    String text = body.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("SET ") && !line.startsWith("\\"))
        .filter(line -> !line.startsWith("--") && !line.contains("varve_parked_"))
        .collect(Collectors.joining("\n"));
    if (!name.isEmpty() && !name.contains("varve_parked_")) {
      boolean sorted = name.contains("; Type: TABLE;") || name.contains("; Type: ACL;");
      objects.add(name + "\n" + (sorted ? sorted(text) : text));
    }
  }

  private static String sorted(String text) {
    return text.lines()
        .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
        .map(PgDump::withSortedParameters)
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  /** {@code WITH (a='1', b='2')}: which was set first has no meaning. */
  private static String withSortedParameters(String line) {
    if (!line.startsWith("WITH (") || !line.endsWith(");")) {
      return line;
    }
    String parameters = line.substring("WITH (".length(), line.length() - ");".length());
    return "WITH (" + Stream.of(parameters.split(", ")).sorted().collect(Collectors.joining(", "))
        + ");";
  }

  private static Optional<String> find(int version) {
    return List.of("pg_dump", "/usr/lib/postgresql/" + version + "/bin/pg_dump").stream()
        .filter(command -> version(command).filter(found -> found == version).isPresent())
        .findFirst();
  }

  private static Optional<Integer> version(String command) {
    try {
      Process process = new ProcessBuilder(command, "--version").start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher matcher = VERSION.matcher(said.strip());
      return process.waitFor() == 0 && matcher.matches()
          ? Optional.of(Integer.valueOf(matcher.group(1)))
          : Optional.empty();
    } catch (IOException missing) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
