package dev.varve.processor.file;

import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationIndex;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaJson;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** What is packed under {@code META-INF/varve/<module>/}: what the runtime reads, and only that. */
public final class Packing {
  private final String folder;
  private final Map<String, String> files = new TreeMap<>();

  /**
   * Packs the migrations of a module.
   *
   * @param source the migration folder, relative to the class output
   * @param schema the schema that the migrations lead to
   * @param creation the script that creates it on an empty database
   * @param soft which of the migrations version control does not have, with the undo scripts that
   *     databases keep of them
   * @param bridges from the earlier forms of soft migrations, with their scripts
   */
  public Packing(
      String module,
      Optional<String> source,
      List<MigrationFile> migrations,
      Schema schema,
      String creation,
      Map<MigrationId, String> soft,
      Map<MigrationIndex.Bridge, String> bridges) {
    folder = "META-INF/varve/" + module + "/";
    List<MigrationIndex.Entry> entries = migrations.stream()
        .map(migration -> migration.entry(soft.containsKey(migration.id())))
        .toList();
    List<MigrationIndex.Bridge> sorted = bridges.keySet().stream()
        .sorted(Comparator.comparing(MigrationIndex.Bridge::fileName))
        .toList();
    files.put(
        "index.json",
        MigrationIndex.of(module, source, entries, sorted).toJson().pretty());
    soft.forEach((id, aside) -> files.put(id.asideFileName(), aside));
    bridges.forEach((bridge, script) -> files.put(bridge.fileName(), script));
    files.put("schema.json", SchemaJson.write(schema).pretty());
    files.put("schema.sql", creation);
    for (MigrationFile migration : migrations) {
      put(migration);
      migration.replaced().forEach(this::put);
    }
  }

  private void put(MigrationFile migration) {
    MigrationId id = migration.id();
    files.put(id.fileName(), migration.sql());
    migration.undo().ifPresent(undo -> files.put(id.undoFileName(), undo));
    migration.record().ifPresent(record -> files.put(id.recordFileName(), record.text()));
  }

  /**
   * Writes what differs and takes out what is not listed any more.
   *
   * @param classOutput to look at what is there; a compiler may also have none on disk
   */
  public void write(Filer filer, Optional<Path> classOutput) throws IOException {
    Optional<Path> packed = classOutput.map(output -> output.resolve(folder));
    if (packed.filter(Files::isDirectory).isPresent()) {
      takeOut(packed.get());
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (packed.isEmpty() || !isThere(packed.get().resolve(file.getKey()), file.getValue())) {
        FileObject object =
            filer.createResource(StandardLocation.CLASS_OUTPUT, "", folder + file.getKey());
        try (Writer writer = object.openWriter()) {
          writer.write(file.getValue());
        }
      }
    }
  }

  private void takeOut(Path packed) throws IOException {
    try (Stream<Path> list = Files.list(packed)) {
      for (Path file : list.toList()) {
        if (!files.containsKey(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    }
  }

  private static boolean isThere(Path file, String text) throws IOException {
    return Files.isRegularFile(file)
        && Files.readString(file, StandardCharsets.UTF_8).equals(text);
  }
}
