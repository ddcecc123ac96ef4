package dev.varve.processor;

import dev.varve.annotations.NamingStrategy;
import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the build says: {@code -Avarve.x=…}, else the system property {@code varve.x}, else the
 * environment variable {@code VARVE_X}.
 */
final class Options {
  static final String ATOMIC = "varve.atomic";
  static final String DIR = "varve.dir";
  static final String FROZEN = "varve.frozen";
  static final String KEYS = "varve.keys";
  static final String MODULE = "varve.module";
  static final String NAME = "varve.name";
  static final String NAMING = "varve.naming";
  static final String SERVER = "varve.server";
  static final List<String> ALL = List.of(ATOMIC, DIR, FROZEN, KEYS, MODULE, NAME, NAMING, SERVER);

  private static final List<String> SERVERS = List.of("15", "16", "17", "18");

  private final Map<String, String> given;
  private final Diagnostics diagnostics;

  Options(Map<String, String> given, Diagnostics diagnostics) {
    this.given = given;
    this.diagnostics = diagnostics;
  }

  private Optional<String> value(String option) {
    return Optional.ofNullable(given.get(option))
        .or(() -> Optional.ofNullable(System.getProperty(option)))
        .or(() ->
            Optional.ofNullable(System.getenv(option.replace('.', '_').toUpperCase(Locale.ROOT))))
        .filter(value -> !value.isBlank());
  }

  /** Reports every value that none can have. */
  void check() {
    oneOf(ATOMIC, List.of("true", "false"));
    oneOf(FROZEN, List.of("true", "false"));
    oneOf(KEYS, List.of("any", "uuid"));
    oneOf(SERVER, SERVERS);
    value(NAMING).ifPresent(this::strategy);
    matches(MODULE, "[A-Za-z0-9_.-]+", "letters, digits, dots, hyphens and underscores");
    matches(NAME, "[a-z0-9_]+", "lower-case letters, digits and underscores");
  }

  private void oneOf(String option, List<String> values) {
    value(option)
        .filter(value -> !values.contains(value))
        .ifPresent(
            value -> report(option, value, "Set it to one of " + String.join(", ", values) + "."));
  }

  private void matches(String option, String pattern, String what) {
    value(option)
        .filter(value -> !value.matches(pattern))
        .ifPresent(value -> report(option, value, "It takes " + what + "."));
  }

  private void report(String option, String value, String text) {
    diagnostics.report(
        Problem.OPTION_VALUE,
        Origin.of("-A" + option),
        "\"" + value + "\" is no value of this option. " + text);
  }

  /** Empty also if the option names no folder, which is reported. */
  Optional<Path> dir() {
    try {
      return value(DIR).map(Path::of);
    } catch (InvalidPathException noPath) {
      report(DIR, noPath.getInput(), "It takes the path of a folder.");
      return Optional.empty();
    }
  }

  /** Whether nothing may be written; so it is in continuous integration unless it says otherwise. */
  boolean frozen() {
    return value(FROZEN).map(Boolean::parseBoolean).orElseGet(() -> {
      String ci = System.getenv("CI");
      return ci != null && !ci.isEmpty() && !ci.equals("false");
    });
  }

  /** Whether a migration is to be one transaction, whatever that locks. */
  boolean atomic() {
    return value(ATOMIC).map(Boolean::parseBoolean).orElse(false);
  }

  boolean uuidKeys() {
    return value(KEYS).filter("uuid"::equals).isPresent();
  }

  /** The oldest major version of PostgreSQL that the SQL must run on. */
  int server() {
    return Integer.parseInt(value(SERVER).filter(SERVERS::contains).orElse(SERVERS.get(0)));
  }

  /** How what has no name in the source is named; the usual way if the option names no strategy. */
  NamingStrategy naming() {
    NamingStrategy usual = new NamingStrategy() {};
    return value(NAMING).map(name -> strategy(name).orElse(usual)).orElse(usual);
  }

  private Optional<NamingStrategy> strategy(String name) {
    try {
      return Optional.of(Class.forName(name, true, Options.class.getClassLoader())
          .asSubclass(NamingStrategy.class)
          .getConstructor()
          .newInstance());
    } catch (ClassNotFoundException missing) {
      report(NAMING, name, "The processor's path has no such class. Add the jar that has it.");
    } catch (ReflectiveOperationException | ClassCastException | LinkageError wrong) {
      report(
          NAMING,
          name,
          "It takes a public class that implements dev.varve.annotations.NamingStrategy and has a"
              + " public constructor without parameters.");
    }
    return Optional.empty();
  }

  Optional<String> module() {
    return value(MODULE);
  }

  Optional<String> name() {
    return value(NAME);
  }
}
