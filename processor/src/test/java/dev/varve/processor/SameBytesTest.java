package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.varve.processor.docs.VocabularyTest;
import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.TestProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The same records give the same bytes: under each compiler, in another JVM, on another JDK, and
 * wherever the developer lives. All rows of the vocabulary are compiled, changed and compiled again.
 */
class SameBytesTest {
  private static final boolean FULL = Boolean.getBoolean("varve.test.full");

  /** Where letters have other capitals, digits are others, and the year is another one. */
  private static final List<List<String>> PLACES = List.of(
      List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Europe/Istanbul"),
      List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=Pacific/Chatham"),
      List.of(
          "-Duser.language=th",
          "-Duser.country=TH",
          "-Duser.variant=TH",
          "-Duser.timezone=America/St_Johns"));

  /** Later than any clock says, so that what is made next has a version that none decides. */
  private static final Map<String, String> START = Map.of(
      "src/main/resources/db/migration/V29991231000000__by_hand.sql", "SELECT 1;\n",
      "src/main/resources/db/migration/U29991231000000__by_hand.sql", "SELECT 1;\n");

  /** What a language with other capitals would name otherwise. */
  private static final String NAMES = """
      package shop;
      import jakarta.persistence.*;
      @Table public record INDEXList(
          @Id long ID, String TITLE, Kind kind, %2$s@Column(length = 1_000) String isbnI%1$s) {
        public enum Kind { INNER, HIGH }
      }
      """;

  @Test
  void underEachCompiler() throws IOException {
    assertSame(written(Compiler.JAVAC), written(Compiler.ECJ), "javac and ecj");
  }

  @TestFactory
  Stream<DynamicTest> elsewhere() throws IOException {
    Map<String, String> here = written(Compiler.JAVAC);
    List<Path> homes = homes();
    List<DynamicTest> tests = new ArrayList<>();
    for (int place = 0; place < PLACES.size(); place++) {
      // The long form has each JDK in each place.
      for (int home = 0; home < homes.size(); home++) {
        if (FULL || home == (place + 1) % homes.size()) {
          List<Compiler> compilers = FULL
              ? List.of(Compiler.values())
              : List.of(Compiler.values()[place % Compiler.values().length]);
          tests.add(test(here, homes.get(home), PLACES.get(place), compilers));
        }
      }
    }
    tests.add(DynamicTest.dynamicTest(
        "on two JDKs",
        () -> assumeTrue(
            homes.size() > 1,
            "no other JDK from 17 on beside "
                + homes.get(0)
                + "; -Dvarve.test.jdks=… names homes of such")));
    return tests.stream();
  }

  private static DynamicTest test(
      Map<String, String> here, Path home, List<String> place, List<Compiler> compilers) {
    String name = home.getFileName() + ", " + String.join(", ", place);
    return DynamicTest.dynamicTest(name, () -> {
      for (Map.Entry<Compiler, Map<String, String>> there :
          inJvm(home, place, compilers).entrySet()) {
        assertSame(here, there.getValue(), name + ", " + there.getKey());
      }
    });
  }

  private static void assertSame(
      Map<String, String> expected, Map<String, String> found, String when) {
    assertEquals(expected.keySet(), found.keySet(), when);
    expected.forEach((file, bytes) -> assertEquals(text(bytes), text(found.get(file)), file));
    assertEquals(expected, found, when);
  }

  private static String text(String bytes) {
    return new String(Base64.getDecoder().decode(bytes), StandardCharsets.UTF_8);
  }

  /** This JDK and those that lie beside it, of versions that build Varve. */
  private static List<Path> homes() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    List<Path> homes = new ArrayList<>(List.of(own));
    String named = System.getProperty("varve.test.jdks", "");
    List<Path> others = new ArrayList<>();
    if (named.isEmpty() && own.getParent() != null) {
      try (Stream<Path> beside = Files.list(own.getParent())) {
        beside.sorted().forEach(others::add);
      }
    } else {
      Arrays.stream(named.split(",")).map(Path::of).forEach(others::add);
    }
    for (Path other : others) {
      if (Files.isExecutable(other.resolve("bin/javac")) && version(other) >= 17) {
        Path home = other.toRealPath();
        if (!homes.contains(home)) {
          homes.add(home);
        }
      }
    }
    return homes;
  }

  private static int version(Path home) throws IOException {
    Path release = home.resolve("release");
    return Files.isRegularFile(release)
        ? Files.readAllLines(release).stream()
            .filter(line -> line.startsWith("JAVA_VERSION=\""))
            .map(line -> line.replaceAll("\\D*(\\d+).*", "$1"))
            .map(Integer::valueOf)
            .findFirst()
            .orElse(0)
        : 0;
  }

  private static Map<Compiler, Map<String, String>> inJvm(
      Path home, List<String> place, List<Compiler> compilers)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("varve", ".bytes");
    Path log = Files.createTempFile("varve", ".log");
    try {
      List<String> command = new ArrayList<>(List.of(
          home.resolve("bin/java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
      command.addAll(place);
      command.addAll(List.of(
          "-cp",
          System.getProperty("java.class.path"),
          SameBytesTest.class.getName(),
          out.toString()));
      compilers.forEach(compiler -> command.add(compiler.name()));
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      Process process = builder.start();
      try {
        assertTrue(process.waitFor(3, TimeUnit.MINUTES), () -> command + " does not end");
      } finally {
        process.destroyForcibly();
      }
      assertEquals(0, process.exitValue(), Files.readString(log));
      return read(out);
    } finally {
      Files.delete(out);
      Files.delete(log);
    }
  }

  /** In a JVM of its own: what the compilers give that are named behind the file for it. */
  public static void main(String[] arguments) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : List.of(arguments).subList(1, arguments.length)) {
      Compiler compiler = Compiler.valueOf(name);
      written(compiler).forEach((file, bytes) -> lines.add(compiler + " " + file + " " + bytes));
    }
    Files.write(Path.of(arguments[0]), lines);
  }

  private static Map<Compiler, Map<String, String>> read(Path file) throws IOException {
    Map<Compiler, Map<String, String>> read = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split(" ", -1);
      read.computeIfAbsent(Compiler.valueOf(parts[0]), compiler -> new TreeMap<>())
          .put(parts[1], parts[2]);
    }
    return read;
  }

  /** All that is written for the vocabulary and for a change of it, in bytes as text. */
  private static Map<String, String> written(Compiler compiler) throws IOException {
    try (TestProject project = new TestProject(compiler)) {
      START.forEach(project::withFile);
      Map<String, String> sources = new TreeMap<>(VocabularyTest.sources());
      sources.put("shop/INDEXList.java", NAMES.formatted("", ""));
      compile(project.withSources(sources));
      Map<String, String> changed = sources.entrySet().stream()
          .collect(Collectors.toMap(
              Map.Entry::getKey,
              source -> source
                  .getValue()
                  .replace("public record Row", "@AllowRewrite(\"few\") public record Row")
                  .replace("(@Id long id,", "(@Id long id, Optional<String> IiIı,")));
      changed.put(
          "shop/INDEXList.java",
          NAMES.formatted("n", "@dev.varve.annotations.RenamedFrom(\"isbn_i\") "));
      compile(project.withSources(changed));
      Map<String, String> files = files(project);
      TestProject.Result again = project.compile("-Avarve.server=18");
      assertTrue(
          again.ours().stream().anyMatch(message -> message.startsWith("[UP_TO_DATE]")),
          () -> String.join("\n", again.messages()));
      assertEquals(files, files(project), "compiled again");
      return files;
    }
  }

  private static void compile(TestProject project) {
    TestProject.Result result = project.compile("-Avarve.server=18");
    List<String> errors = new ArrayList<>();
    for (int i = 0; i < result.messages().size(); i++) {
      if (result.places().get(i).startsWith("ERROR")) {
        errors.add(result.places().get(i) + " " + result.messages().get(i));
      }
    }
    assertEquals(List.of(), errors);
    assertTrue(result.success(), () -> String.join("\n", result.messages()));
  }

  /** Migrations, generated sources, and what is packed; classes are the compiler's. */
  private static Map<String, String> files(TestProject project) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Path folder :
        List.of(project.migrations(), project.generated(), project.classes().resolve("META-INF"))) {
      for (Path file : TestProject.files(folder, "")) {
        files.put(
            project.root().relativize(file).toString(),
            Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
      }
    }
    return files;
  }
}
