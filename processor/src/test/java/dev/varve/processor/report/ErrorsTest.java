package dev.varve.processor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.Golden;
import dev.varve.processor.testing.TestProject.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code errors} causes what its {@code expected.txt} says, under javac and, but for
 * the positions, under ecj. Nothing is written unless it says so.
 */
class ErrorsTest {
  static final Path ERRORS = Golden.resources().resolve("errors");

  /** Only javac lets us wait for the end of a compilation, when it has looked into methods. */
  private static final Set<String> ONLY_JAVAC =
      Set.of("build-syntax-error-in-a-method", "build-type-error-in-a-method");

  @TestFactory
  Stream<DynamicTest> eachCaseSaysWhatIsExpected() throws IOException {
    String only = System.getProperty("varve.test.case", "");
    return cases().stream()
        .filter(folder -> folder.getFileName().toString().startsWith(only))
        .map(folder ->
            DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
  }

  private static void check(Path folder) throws Exception {
    String name = folder.getFileName().toString();
    try (ErrorRun javac = new ErrorRun(folder, Compiler.JAVAC);
        ErrorRun ecj = new ErrorRun(folder, Compiler.ECJ)) {
      Result byJavac = Scripts.of(name).run(javac);
      Golden.check(folder.resolve("expected.txt"), ErrorRun.text(byJavac));
      if (!ONLY_JAVAC.contains(name)) {
        Result byEcj = Scripts.of(name).run(ecj);
        assertEquals(ErrorRun.commonText(byJavac), ErrorRun.commonText(byEcj), "javac and ecj");
      }
    }
  }

  @Test
  void everyProblemHasACase() throws IOException {
    Set<String> missing =
        new TreeSet<>(Arrays.stream(Problem.values()).map(Problem::name).toList());
    Pattern code = Pattern.compile("(?m)^\\[([A-Z_]+)] ");
    for (Path folder : cases()) {
      Matcher matcher = code.matcher(Files.readString(folder.resolve("expected.txt")));
      while (matcher.find()) {
        missing.remove(matcher.group(1));
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyScriptHasACase() throws IOException {
    Set<String> scripts = new TreeSet<>(Scripts.names());
    cases().forEach(folder -> scripts.remove(folder.getFileName().toString()));
    assertEquals(Set.of(), scripts);
  }

  static List<Path> cases() throws IOException {
    try (Stream<Path> list = Files.list(ERRORS)) {
      return list.filter(Files::isDirectory).sorted().toList();
    }
  }
}
