package dev.varve.runtime.migrate;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.ChangeJson;
import dev.varve.runtime.json.Json;
import java.util.ArrayList;
import java.util.List;

/** What the {@code V….json} of a migration says about its place and its changes. */
final class RecordedChanges {
  private RecordedChanges() {}

  /** The heads that it was built on. */
  static List<MigrationId> after(String record) {
    List<MigrationId> after = new ArrayList<>();
    for (Json id : Json.parse(record).get("after").list()) {
      after.add(MigrationId.parse(id.text()));
    }
    return after;
  }

  /** Whether a person wrote the script, and declares its changes. */
  static boolean isByHand(String record) {
    return Json.parse(record).find("byHand").isPresent();
  }

  /** The migrations that it makes into one. */
  static List<MigrationIndex.Replaced> replaces(String record) {
    List<MigrationIndex.Replaced> replaces = new ArrayList<>();
    for (Json replaced : Json.parse(record).find("replaces").map(Json::list).orElse(List.of())) {
      replaces.add(MigrationIndex.Replaced.fromJson(replaced));
    }
    return replaces;
  }

  /** What it does to the schema, in order. */
  static List<Change> changes(String record) {
    List<Change> changes = new ArrayList<>();
    for (Json change : Json.parse(record).get("changes").list()) {
      changes.add(ChangeJson.read(change));
    }
    return changes;
  }
}
