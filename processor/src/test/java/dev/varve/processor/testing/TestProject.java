package dev.varve.processor.testing;

import dev.varve.processor.VarveProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** A user's project in a temporary folder: sources, migrations, class output. */
public final class TestProject implements AutoCloseable {
  private final Path root;
  private final Compiler compiler;
  private final List<Path> libraries = new ArrayList<>();
  private Path classes;
  private Supplier<List<Processor>> processors = () -> List.of(new VarveProcessor());

  public TestProject(Compiler compiler) {
    this.compiler = compiler;
    try {
      root = Files.createTempDirectory("varve");
      Files.createFile(root.resolve("pom.xml"));
      Files.createDirectories(sources());
      classes = root.resolve("target/classes");
      Files.createDirectories(classes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path root() {
    return root;
  }

  public Path sources() {
    return root.resolve("src/main/java");
  }

  public Path classes() {
    return classes;
  }

  public Path resources() {
    return root.resolve("src/main/resources");
  }

  /** The classes go here from now on, such as {@code target/test-classes}. */
  public TestProject withClasses(String path) {
    classes = root.resolve(path);
    return this;
  }

  /** What another project compiled is on the class path from now on. */
  public TestProject withLibrary(TestProject other) {
    libraries.add(other.classes());
    return this;
  }

  /** These processors run from now on, new ones in each compilation. */
  public TestProject withProcessors(Supplier<List<Processor>> supplier) {
    processors = supplier;
    return this;
  }

  /** Where Maven, too, has generated sources. */
  public Path generated() {
    return root.resolve("target/generated-sources/annotations");
  }

  public Path migrations() {
    return resources().resolve("db/migration");
  }

  /** The sources are exactly these from now on: text by path, such as {@code shop/User.java}. */
  public TestProject withSources(Map<String, String> texts) {
    try {
      delete(sources());
      for (Map.Entry<String, String> text : texts.entrySet()) {
        Path file = sources().resolve(text.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.getValue());
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the project, such as a migration written by hand. */
  public TestProject withFile(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String place(Diagnostic<? extends JavaFileObject> diagnostic) {
    JavaFileObject source = diagnostic.getSource();
    return source == null
        ? ""
        : " " + Path.of(source.toUri()).getFileName() + ":" + diagnostic.getLineNumber();
  }

  /**
   * What a compiler said.
   *
   * @param places of each message its kind and, where the compiler gives one, file and line
   */
  public record Result(boolean success, List<String> messages, List<String> places) {
    /** The messages of ours, which begin with a code in brackets; each without the class's path. */
    public List<String> ours() {
      return messages.stream().filter(m -> m.startsWith("[")).toList();
    }
  }

  /** Compiles all sources into an empty class output, as Maven does after a change. */
  public Result compile(String... options) {
    try {
      delete(classes());
      delete(generated());
      Files.createDirectories(classes());
      return compile(files(sources(), ".java"), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles these sources only; what was compiled before stays. */
  public Result compile(List<Path> files, String... options) {
    JavaCompiler javac = compiler.make();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StandardJavaFileManager manager = compiler.files();
    try {
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes()));
      Files.createDirectories(generated());
      List<Path> classPath = new ArrayList<>(List.of(classes()));
      classPath.addAll(libraries);
      for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
        classPath.add(Path.of(entry));
      }
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      List<String> all =
          new ArrayList<>(List.of("-Avarve.frozen=false", "--release", "17", "-encoding", "UTF-8"));
      // Also as options: ecj asks its file manager for the class output only.
      all.addAll(List.of("-d", classes().toString(), "-s", generated().toString()));
      all.addAll(List.of(options));
      StringWriter output = new StringWriter();
      JavaCompiler.CompilationTask task = javac.getTask(
          output, manager, diagnostics, all, null, manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(processors.get());
      boolean success = task.call();
      List<String> messages = new ArrayList<>();
      List<String> places = new ArrayList<>();
      for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
        String text = diagnostic.getMessage(Locale.ROOT);
        messages.add(text.replace(root.toString(), "PROJECT"));
        places.add(diagnostic.getKind() + place(diagnostic));
      }
      return new Result(success, messages, places);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A class loader over the class output and the libraries, for running what was compiled. */
  public URLClassLoader loader() {
    try {
      List<URL> urls = new ArrayList<>(List.of(classes().toUri().toURL()));
      for (Path library : libraries) {
        urls.add(library.toUri().toURL());
      }
      return new URLClassLoader(urls.toArray(new URL[0]), TestProject.class.getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The migration files by name, in order. */
  public Map<String, String> migrationFiles() {
    return texts(migrations());
  }

  /** The packed files of a module by name, in order. */
  public Map<String, String> packed(String module) {
    return texts(classes().resolve("META-INF/varve/" + module));
  }

  private static Map<String, String> texts(Path folder) {
    Map<String, String> texts = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try {
        for (Path file : files(folder, "")) {
          texts.put(file.getFileName().toString(), Files.readString(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  /** The files below a folder whose names end so, sorted. */
  public static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().endsWith(end))
          .sorted()
          .toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> walk = Files.walk(folder)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      delete(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
