package dev.varve.processor.tool;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.json.JsonException;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationIndex;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the processor packed under {@code META-INF/varve/<module>/}, read as files: no class of the
 * application is loaded, so that what it depends on need not be there.
 */
final class PackedMigrations implements MigrationSource {
  static final String FOLDER = "META-INF/varve";

  private static final String INDEX = "index.json";
  private static final String SCHEMA = "schema.json";

  private final Path place;
  private final MigrationIndex index;
  private final Map<String, byte[]> files;

  private PackedMigrations(Path place, MigrationIndex index, Map<String, byte[]> files) {
    this.place = place;
    this.index = index;
    this.files = files;
  }

  /**
   * The modules of a jar or of a class output.
   *
   * @throws Failure if there is none, or one is damaged
   */
  static List<PackedMigrations> read(Path place) {
    Map<String, Map<String, byte[]>> modules = new TreeMap<>();
    PackedFiles.read(place).forEach((path, bytes) -> {
      String module = path.substring(0, path.indexOf('/'));
      modules
          .computeIfAbsent(module, name -> new TreeMap<>())
          .put(path.substring(module.length() + 1), bytes);
    });
    if (modules.isEmpty()) {
      throw Failure.of(place + " has no " + FOLDER + ": the annotation processor packs the"
          + " migrations there. Check that it ran when this was compiled, or name another jar.");
    }
    return modules.entrySet().stream()
        .map(module -> read(place, module.getKey(), module.getValue()))
        .toList();
  }

  private static PackedMigrations read(Path place, String module, Map<String, byte[]> files) {
    try {
      PackedMigrations packed = new PackedMigrations(
          place, MigrationIndex.fromJson(Json.parse(text(place, module, files, INDEX))), files);
      packed.refuseStale();
      return packed;
    } catch (JsonException | IllegalArgumentException damaged) {
      throw damaged(place, module, INDEX, damaged);
    }
  }

  private static Failure damaged(Path place, String module, String file, RuntimeException cause) {
    return Failure.of(place + ": " + FOLDER + "/" + module + "/" + file + " cannot be read. "
        + cause.getMessage() + " Compile the module anew.");
  }

  private static String text(Path place, String module, Map<String, byte[]> files, String file) {
    byte[] bytes = files.get(file);
    if (bytes == null) {
      throw Failure.of(place + ": " + FOLDER + "/" + module + "/" + file
          + " is missing. Compile the module anew.");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Maven runs no compiler when no Java file changed, so a new script may not be packed yet. */
  private void refuseStale() {
    if (index.folder().isEmpty() || !Files.isDirectory(place)) {
      return;
    }
    Path folder = place.resolve(index.folder().get()).normalize();
    if (Files.isDirectory(folder)
        && !FolderMigrations.read(folder, Optional.of(module())).digest().equals(digest())) {
      throw Failure.of(place + ": what is packed is not what lies in " + folder
          + ". Nothing was changed. Compile first, or name the folder with --migrations.");
    }
  }

  @Override
  public String module() {
    return index.module();
  }

  @Override
  public String digest() {
    return index.digest();
  }

  @Override
  public MigrationIndex index() {
    return index;
  }

  @Override
  public String script(MigrationId id) {
    return text(place, module(), files, id.fileName());
  }

  @Override
  public Optional<String> undo(MigrationId id) {
    return find(id.undoFileName());
  }

  @Override
  public Optional<String> keptUndo(MigrationIndex.Entry entry) {
    Optional<String> aside = entry.soft() ? find(entry.id().asideFileName()) : Optional.empty();
    return aside.or(() -> undo(entry.id()));
  }

  @Override
  public String bridge(MigrationIndex.Bridge bridge) {
    return text(place, module(), files, bridge.fileName());
  }

  @Override
  public Optional<String> record(MigrationId id) {
    return find("V" + id.text() + ".json");
  }

  @Override
  public Optional<String> creation() {
    return find("schema.sql");
  }

  @Override
  public Optional<Schema> schema() {
    try {
      return find(SCHEMA).map(text -> SchemaJson.schema(Json.parse(text)));
    } catch (JsonException | IllegalArgumentException damaged) {
      throw damaged(place, module(), SCHEMA, damaged);
    }
  }

  private Optional<String> find(String file) {
    return Optional.ofNullable(files.get(file))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
