package dev.varve.processor.file;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.json.JsonException;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ways on from soft migrations and from their earlier forms, for whoever applies the folder
 * itself and not what is packed: beside the {@link EarlierForms}, as the last compilation wrote them.
 *
 * @param asides the undo scripts that databases keep
 * @param bridges the scripts that lead on from earlier forms
 */
public record SoftWays(
    Map<MigrationId, String> asides, Map<MigrationIndex.Bridge, String> bridges) {
  private static final String FILE = "ways.json";

  public SoftWays {
    asides = Map.copyOf(asides);
    bridges = Map.copyOf(bridges);
  }

  /** Those that are about the files as they are now. */
  public static SoftWays read(Path folder, List<MigrationFile> migrations) {
    Map<MigrationId, String> now = new HashMap<>();
    migrations.forEach(file -> now.put(file.id(), file.entry().checksum()));
    Map<MigrationId, String> asides = new HashMap<>();
    Map<MigrationIndex.Bridge, String> bridges = new HashMap<>();
    try {
      Path file = folder.resolve(EarlierForms.FOLDER).resolve(FILE);
      Json json = Json.parse(Files.exists(file) ? Files.readString(file) : "{}");
      for (Json way : list(json, "asides")) {
        MigrationId id = MigrationId.parse(way.get("id").text());
        if (way.get("checksum").text().equals(now.get(id))) {
          asides.put(id, way.get("script").text());
        }
      }
      for (Json way : list(json, "bridges")) {
        Optional<MigrationId> to = way.find("to").map(Json::text).map(MigrationId::parse);
        if (to.isEmpty() || way.get("toChecksum").text().equals(now.get(to.get()))) {
          bridges.put(
              new MigrationIndex.Bridge(
                  MigrationId.parse(way.get("from").text()), way.get("checksum").text(), to),
              way.get("script").text());
        }
      }
      return new SoftWays(asides, bridges);
    } catch (IOException | JsonException | IllegalArgumentException unreadable) {
      // The next compilation writes it anew; until then nothing is known, which is safe.
      return new SoftWays(Map.of(), Map.of());
    }
  }

  private static List<Json> list(Json json, String name) {
    return json.find(name).map(Json::list).orElse(List.of());
  }

  /** Writes them, if there are any or have been. */
  public void write(Path folder, List<MigrationFile> migrations) throws IOException {
    Path file = folder.resolve(EarlierForms.FOLDER).resolve(FILE);
    if (asides.isEmpty() && bridges.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    EarlierForms.put(folder, FILE, text(migrations));
  }

  private String text(List<MigrationFile> migrations) {
    Map<MigrationId, String> now = new HashMap<>();
    migrations.forEach(migration -> now.put(migration.id(), migration.entry().checksum()));
    List<Json> undone = asides.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(aside -> Json.object()
            .put("id", aside.getKey().text())
            .put("checksum", Optional.ofNullable(now.get(aside.getKey())))
            .put("script", aside.getValue())
            .build())
        .toList();
    List<Json> led = bridges.entrySet().stream()
        .sorted((one, other) -> one.getKey().fileName().compareTo(other.getKey().fileName()))
        .map(bridge -> Json.object()
            .put("from", bridge.getKey().from().text())
            .put("checksum", bridge.getKey().checksum())
            .put("to", bridge.getKey().to().map(MigrationId::text))
            .put("toChecksum", bridge.getKey().to().flatMap(to -> Optional.ofNullable(now.get(to))))
            .put("script", bridge.getValue())
            .build())
        .toList();
    return Json.object()
        .put("asides", Json.array(undone))
        .put("bridges", Json.array(led))
        .build()
        .pretty();
  }
}
