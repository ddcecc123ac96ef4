package dev.varve.processor.file;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.ChangeJson;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.json.JsonException;
import dev.varve.runtime.migrate.MigrationIndex;
import java.util.List;

/**
 * What the {@code V….json} of a migration says: of a generated one, and of one written by hand that
 * declares what it changes.
 *
 * @param module the module that the migration belongs to
 * @param after the ids of the heads that it was built on
 * @param checksum of its script, which nobody edits; empty of one written by hand
 * @param undoChecksum of its undo script, which nobody edits; empty of one written by hand, and of
 *     one that replaces others
 * @param changes what it does to the schema, in order
 * @param byHand whether a person wrote the script, and declares the changes
 * @param replaces the migrations that it makes into one; they are kept in a folder of their own
 */
public record MigrationRecord(
    String module,
    List<String> after,
    String checksum,
    String undoChecksum,
    List<Change> changes,
    boolean byHand,
    List<MigrationIndex.Replaced> replaces) {
  private static final long FORMAT = 1;

  public MigrationRecord {
    after = List.copyOf(after);
    changes = List.copyOf(changes);
    replaces = List.copyOf(replaces);
  }

  /** Of a generated migration that replaces none. */
  public MigrationRecord(
      String module,
      List<String> after,
      String checksum,
      String undoChecksum,
      List<Change> changes) {
    this(module, after, checksum, undoChecksum, changes, false, List.of());
  }

  /** Of a script written by hand that declares changes. */
  public static MigrationRecord declared(String module, List<String> after, List<Change> changes) {
    return new MigrationRecord(module, after, "", "", changes, true, List.of());
  }

  /** Whether it replaces others. */
  public boolean isSquash() {
    return !replaces.isEmpty();
  }

  /** The file's text. */
  public String text() {
    Json.ObjectBuilder json = Json.object()
        .put("format", FORMAT)
        .put("module", module)
        .put("after", Json.array(after.stream().map(Json::of).toList()));
    if (byHand) {
      json.put("byHand", true);
    } else {
      json.put("checksum", checksum);
      json.put("undoChecksum", undoChecksum);
    }
    if (isSquash()) {
      json.put(
          "replaces",
          Json.array(replaces.stream().map(MigrationIndex.Replaced::toJson).toList()));
    }
    return json.put(
            "changes", Json.array(changes.stream().map(ChangeJson::write).toList()))
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
          json.find("checksum").map(Json::text).orElse(""),
          json.find("undoChecksum").map(Json::text).orElse(""),
          json.get("changes").list().stream().map(ChangeJson::read).toList(),
          json.find("byHand").isPresent(),
          json.find("replaces").map(Json::list).orElse(List.of()).stream()
              .map(MigrationIndex.Replaced::fromJson)
              .toList());
    } catch (IllegalArgumentException notOurs) {
      throw new JsonException(String.valueOf(notOurs.getMessage()));
    }
  }
}
