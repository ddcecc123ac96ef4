package dev.varve.processor.queries;

import dev.varve.annotations.Projection;
import dev.varve.processor.testing.Compiler;
import dev.varve.runtime.query.Database;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * Sources after a real compiler has seen them, with every warning on.
 *
 * @param messages the errors and warnings, each with its line
 */
record Compiled(Path output, List<String> messages) {
  boolean succeeded() {
    return messages.isEmpty();
  }

  /** Generated sources by file name. */
  Map<String, String> generated() {
    Map<String, String> files = new TreeMap<>();
    for (Path file : javaFiles(output)) {
      files.put(file.getFileName().toString(), read(file));
    }
    return files;
  }

  static Compiled of(Compiler with, Path output, List<Path> sources, Path... classPath) {
    List<String> options = new ArrayList<>(
        List.of("-d", output.toString(), "-s", output.toString(), "-cp", path(classPath)));
    options.addAll(
        with == Compiler.JAVAC
            ? List.of("-Xlint:all,-processing", "--release", "17")
            : List.of("-warn:-all", "--release", "17"));
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    StandardJavaFileManager files = with.files();
    JavaCompiler.CompilationTask task = with.make()
        .getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources));
    task.setProcessors(List.of(new QueryProcessor()));
    boolean succeeded = task.call();
    List<String> messages = found.getDiagnostics().stream()
        .filter(d -> d.getKind() != Diagnostic.Kind.NOTE)
        .map(d -> d.getMessage(Locale.ROOT))
        .collect(Collectors.toCollection(ArrayList::new));
    if (!succeeded && messages.isEmpty()) {
      messages.add("The compiler failed and does not say why.");
    }
    return new Compiled(output, List.copyOf(messages));
  }

  static List<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(Path... classPath) {
    return Stream.concat(
            Stream.of(Database.class, Table.class, Projection.class).map(Compiled::home),
            Stream.of(classPath))
        .map(Path::toString)
        .collect(Collectors.joining(System.getProperty("path.separator")));
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
