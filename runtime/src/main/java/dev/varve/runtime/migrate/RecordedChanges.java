package dev.varve.runtime.migrate;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.ChangeJson;
import dev.varve.runtime.json.Json;
import java.util.ArrayList;
import java.util.List;

/** What the {@code V….json} of a generated migration says about its place and its changes. */
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

  /** What it does to the schema, in order. */
  static List<Change> changes(String record) {
    List<Change> changes = new ArrayList<>();
    for (Json change : Json.parse(record).get("changes").list()) {
      changes.add(ChangeJson.read(change));
    }
    return changes;
  }
}
