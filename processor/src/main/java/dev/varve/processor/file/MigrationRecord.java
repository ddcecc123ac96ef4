package dev.varve.processor.file;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.ChangeJson;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.json.JsonException;
import java.util.List;

/**
 * What the {@code V….json} of a generated migration says.
 *
 * @param module the module that the migration belongs to
 * @param after the ids of the heads that it was built on
 * @param checksum of its script, which nobody edits
 * @param undoChecksum of its undo script, which nobody edits
 * @param changes what it does to the schema, in order
 */
public record MigrationRecord(
    String module, List<String> after, String checksum, String undoChecksum, List<Change> changes) {
  private static final long FORMAT = 1;

  public MigrationRecord {
    after = List.copyOf(after);
    changes = List.copyOf(changes);
  }

  /** The file's text. */
  public String text() {
    return Json.object()
        .put("format", FORMAT)
        .put("module", module)
        .put("after", Json.array(after.stream().map(Json::of).toList()))
        .put("checksum", checksum)
        .put("undoChecksum", undoChecksum)
        .put("changes", Json.array(changes.stream().map(ChangeJson::write).toList()))
        .build()
        .pretty();
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws JsonException if it is something else
   */
  public static MigrationRecord parse(String text) {
    Json json = Json.parse(text);
    if (json.get("format").integer() != FORMAT) {
      throw new JsonException("The record has format "
          + json.get("format").integer()
          + ", and this version of Varve reads format "
          + FORMAT
          + ".");
    }
    try {
      return new MigrationRecord(
          json.get("module").text(),
          json.get("after").list().stream().map(Json::text).toList(),
          json.get("checksum").text(),
          json.get("undoChecksum").text(),
          json.get("changes").list().stream().map(ChangeJson::read).toList());
    } catch (IllegalArgumentException notOurs) {
      throw new JsonException(String.valueOf(notOurs.getMessage()));
    }
  }
}
