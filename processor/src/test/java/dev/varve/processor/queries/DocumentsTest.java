package dev.varve.processor.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  @Test
  void thePartThatHasNoPlaceInADocumentIsNamed() {
    Probe probe = new Probe();

    Compiler.javac()
        .withProcessors(probe)
        .compile(JavaFileObjects.forSourceLines(
            "app.Documents",
            "package app;",
            "import java.util.*;",
            "record Good(int a, Optional<List<Map<String, Good>>> b, Thread.State c) {}",
            "record Bad(String name, Optional<List<Inner>> inner) {}",
            "record Inner(Set<String> set) {}",
            "record ByNumber(Map<Integer, String> map) {}",
            "record Generic<T>(T value) {}"));

    assertEquals(
        Map.of(
            "Good", Optional.empty(),
            "Bad", Optional.of("Inner.set"),
            "Inner", Optional.of("Inner.set"),
            "ByNumber", Optional.of("ByNumber.map"),
            "Generic", Optional.of("the document itself")),
        probe.found);
  }

  private static final class Probe extends AbstractProcessor {
    private final Map<String, Optional<String>> found = new TreeMap<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      round
          .getRootElements()
          .forEach(type ->
              found.put(type.getSimpleName().toString(), Documents.unsupportedPart(type.asType())));
      return false;
    }
  }
}
