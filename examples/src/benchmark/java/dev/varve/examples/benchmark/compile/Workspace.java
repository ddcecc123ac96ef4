package dev.varve.examples.benchmark.compile;

import dev.varve.examples.benchmark.Fork;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.script.Checksum;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A project of so many classes of one kind, which is compiled as a whole. */
final class Workspace implements AutoCloseable {
  private static final List<String> CLASS_PATH =
      List.of(System.getProperty("java.class.path").split(File.pathSeparator));

  /** What a compilation took, in milliseconds. */
  record Time(long wall, long processor) {}

  private final Path root;
  private final List<Path> sources = new ArrayList<>();

  /** @param text with the number of the class in place of {@code #} */
  Workspace(String text, int classes) throws IOException {
    this.root = Files.createTempDirectory("varve-compile");
    Files.createFile(root.resolve("pom.xml"));
    Path folder = Files.createDirectories(root.resolve("src/main/java/shop"));
    for (int i = 0; i < classes; i++) {
      Path source = folder.resolve("Item" + i + ".java");
      Files.writeString(source, text.replace("#", Integer.toString(i)));
      sources.add(source);
    }
  }

  Time withoutProcessor() throws Exception {
    return compile("target/none", List.of("-proc:none"));
  }

  Time with(Peer peer) throws Exception {
    return compile("target/classes", processing(peer));
  }

  /** Varve writes no migration for tests, and does not read those that are there. */
  Time onlyQueryClasses() throws Exception {
    return compile("target/test-classes", processing(Peer.VARVE));
  }

  private static List<String> processing(Peer peer) {
    return List.of(
        "-processor",
        peer.processor(),
        "-processorpath",
        String.join(File.pathSeparator, CLASS_PATH),
        "-Avarve.frozen=false");
  }

  private Time compile(String output, List<String> options) throws Exception {
    Path classes = root.resolve(output);
    delete(classes);
    Files.createDirectories(classes);
    Path answer = root.resolve("took");
    List<String> arguments = new ArrayList<>(List.of(
        answer.toString(),
        "-nowarn",
        "-d",
        classes.toString(),
        "-cp",
        String.join(File.pathSeparator, CLASS_PATH)));
    arguments.addAll(options);
    sources.forEach(source -> arguments.add(source.toString()));
    Fork.java(CLASS_PATH, CompileOnce.class, arguments.toArray(String[]::new));
    String[] took = Files.readString(answer).split(" ");
    return new Time(Long.parseLong(took[0]), Long.parseLong(took[1]));
  }

  /** The bytes of generated sources. */
  long generated() throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("target/classes"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  /** The one migration that is there becomes many, each of some of its changes. */
  void splitMigration(int parts) throws IOException {
    Path folder = root.resolve("src/main/resources/db/migration");
    Path record;
    try (Stream<Path> files = Files.list(folder)) {
      record =
          files.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow();
    }
    Json whole = Json.parse(Files.readString(record));
    delete(folder);
    Files.createDirectories(folder);
    List<Json> changes = whole.get("changes").list();
    String sql = "SELECT 1;\n";
    String after = "";
    for (int i = 0; i < parts; i++) {
      String id = 20260101000000L + i + "__part";
      List<Json> some =
          changes.subList(changes.size() * i / parts, changes.size() * (i + 1) / parts);
      Files.writeString(folder.resolve("V" + id + ".sql"), sql);
      Files.writeString(folder.resolve("U" + id + ".sql"), sql);
      Files.writeString(
          folder.resolve("V" + id + ".json"),
          Json.object()
              .put("format", whole.get("format"))
              .put("module", whole.get("module"))
              .put("after", Json.array(after.isEmpty() ? List.of() : List.of(Json.of(after))))
              .put("checksum", Json.of(Checksum.of(sql)))
              .put("undoChecksum", Json.of(Checksum.of(sql)))
              .put("changes", Json.array(some))
              .build()
              .pretty());
      after = id;
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
  public void close() throws IOException {
    delete(root);
  }
}
