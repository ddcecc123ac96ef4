package dev.varve.processor.pull;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * What the processor says to sources: a compilation in memory that generates no classes.
 *
 * <p>It writes the migration that a compilation of the sources would, into the folder that it is
 * given, unless something is refused.
 */
final class Trial {
  /** Named, not imported: the processor's entry point is nobody's to call but a compiler's. */
  private static final String PROCESSOR = "dev.varve.processor.BaselineProcessor";

  /** A compilation of nothing is refused. */
  private static final List<String> ANY_CLASS = List.of("java.lang.Object");

  private final List<String> options;

  /** @param options of the processor, such as {@code -Avarve.name=baseline} */
  Trial(List<String> options) {
    this.options = List.copyOf(options);
  }

  /**
   * Something that is refused.
   *
   * @param thing the key of what the source says there, if that is known
   * @param column the name of the column whose component it is in
   */
  record Fault(String text, Optional<String> thing, Optional<String> column) {}

  /** The sources, where the compiler looks for those that it was not given. */
  private static final class SourcePath extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, List<JavaFileObject>> packages = new HashMap<>();

    SourcePath(JavaFileManager files, List<JavaSource.Written> sources) {
      super(files);
      for (JavaSource.Written source : sources) {
        packages
            .computeIfAbsent(packageOf(source.type()), name -> new ArrayList<>())
            .add(new Text(source));
      }
    }

    @Override
    public boolean hasLocation(Location location) {
      return location == StandardLocation.SOURCE_PATH || super.hasLocation(location);
    }

    @Override
    public Iterable<JavaFileObject> list(
        Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
        throws IOException {
      return location == StandardLocation.SOURCE_PATH
          ? packages.getOrDefault(packageName, List.of())
          : super.list(location, packageName, kinds, recurse);
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
      return file instanceof Text text ? text.source.type() : super.inferBinaryName(location, file);
    }

    private static String packageOf(String type) {
      return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }
  }

  private static final class Text extends SimpleJavaFileObject {
    private final JavaSource.Written source;

    Text(JavaSource.Written source) {
      super(URI.create("pull:///" + source.path()), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source.text();
    }
  }

  List<Fault> run(List<JavaSource.Written> sources, Path migrations) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new PullException(
          "pull asks the Java compiler what its records lead to, and this Java has"
              + " none. Run it with a JDK.");
    }
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    Path output = temporary();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(said, Locale.ROOT, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
      List<String> all = new ArrayList<>(
          List.of("-proc:only", "-implicit:none", "-source", "17", "-Xmaxerrs", "100000"));
      all.add("-Avarve.dir=" + migrations.toAbsolutePath());
      all.addAll(options);
      JavaCompiler.CompilationTask task = compiler.getTask(
          new StringWriter(), new SourcePath(files, sources), said, all, ANY_CLASS, null);
      task.setProcessors(List.of(processor(sources)));
      task.call();
      return faults(said, sources);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(output);
    }
  }

  private static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path", "").split(java.io.File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .toList();
  }

  private static Processor processor(List<JavaSource.Written> sources) {
    List<String> types = sources.stream().map(JavaSource.Written::type).toList();
    try {
      return (Processor)
          Class.forName(PROCESSOR).getConstructor(Collection.class).newInstance(types);
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException(PROCESSOR + " is not on the class path", missing);
    }
  }

  private static List<Fault> faults(
      DiagnosticCollector<JavaFileObject> said, List<JavaSource.Written> sources) {
    Map<String, JavaSource.Written> byPath = new HashMap<>();
    sources.forEach(source -> byPath.put("/" + source.path(), source));
    List<Fault> faults = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : said.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        List<JavaSource.Span> spans = Optional.ofNullable(diagnostic.getSource())
            .map(file -> byPath.get(file.toUri().getPath()))
            .map(source -> at(source, diagnostic.getPosition()))
            .orElse(List.of());
        faults.add(new Fault(
            diagnostic.getMessage(Locale.ROOT),
            spans.stream().findFirst().map(JavaSource.Span::thing),
            spans.stream().flatMap(span -> span.column().stream()).findFirst()));
      }
    }
    return faults;
  }

  /** The stretches around the place, the shortest first. */
  private static List<JavaSource.Span> at(JavaSource.Written source, long offset) {
    return source.spans().stream()
        .filter(span -> span.has(offset))
        .sorted(Comparator.comparingInt(JavaSource.Span::length))
        .toList();
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("varve-pull");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
