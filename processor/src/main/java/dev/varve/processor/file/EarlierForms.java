package dev.varve.processor.file;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.ChangeJson;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.json.JsonException;
import dev.varve.runtime.migrate.MigrationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The earlier forms of soft migrations, which databases of this working tree may have run.
 *
 * <p>They lie in {@code .varve/forms.json} beside the migrations, in a folder that tells git to
 * ignore it, and are never committed.
 *
 * @param forms the newest first
 */
public record EarlierForms(List<Form> forms) {
  /** No database waits for so many compilations. */
  private static final int MOST = 50;

  private static final long FORMAT = 1;
  static final String FOLDER = ".varve";
  private static final String FILE = "forms.json";

  public EarlierForms {
    forms = List.copyOf(forms.subList(0, Math.min(MOST, forms.size())));
  }

  /**
   * One form.
   *
   * @param checksum of its script
   * @param marks what its script leaves where names change hands
   * @param replacedBy what took its place; empty if nothing did
   */
  public record Form(
      MigrationId id,
      String checksum,
      List<Change> changes,
      List<String> marks,
      Optional<MigrationId> replacedBy) {
    public Form {
      changes = List.copyOf(changes);
      marks = List.copyOf(marks);
    }

    private Form withReplacement(Optional<MigrationId> now) {
      return new Form(id, checksum, changes, marks, now);
    }
  }

  /** Reads the file of a migration folder; what is wrong with it is reported. */
  public static EarlierForms read(Path folder, Diagnostics diagnostics) {
    Path file = folder.resolve(FOLDER).resolve(FILE);
    if (!Files.exists(file)) {
      return new EarlierForms(List.of());
    }
    try {
      Json json = Json.parse(Files.readString(file));
      if (json.get("format").integer() != FORMAT) {
        throw new JsonException("It has a format that this version of Varve does not read.");
      }
      return new EarlierForms(
          json.get("forms").list().stream().map(EarlierForms::form).toList());
    } catch (IOException | JsonException | IllegalArgumentException unreadable) {
      diagnostics.report(
          Problem.MIGRATION_UNREADABLE,
          Origin.of(file.toString()),
          "cannot be read. " + unreadable.getMessage()
              + " Delete it: databases that have an earlier form of a migration are then led over"
              + " by undoing that.");
      return new EarlierForms(List.of());
    }
  }

  private static Form form(Json json) {
    return new Form(
        MigrationId.parse(json.get("id").text()),
        json.get("checksum").text(),
        json.get("changes").list().stream().map(ChangeJson::read).toList(),
        json.find("marks").map(Json::list).orElse(List.of()).stream()
            .map(Json::text)
            .toList(),
        json.find("replacedBy").map(Json::text).map(MigrationId::parse));
  }

  /**
   * With a soft migration that is rewritten, or taken away.
   *
   * @param marks what its script leaves where names change hands
   */
  public EarlierForms with(
      MigrationFile old, MigrationRecord record, List<String> marks, Optional<MigrationFile> now) {
    Optional<MigrationId> replacement = now.map(MigrationFile::id);
    List<Form> all = new ArrayList<>();
    all.add(new Form(old.id(), record.checksum(), record.changes(), marks, replacement));
    for (Form form : forms) {
      boolean same = form.id().equals(old.id()) && form.checksum().equals(record.checksum());
      boolean again = now.flatMap(MigrationFile::record)
          .filter(r ->
              r.checksum().equals(form.checksum()) && replacement.equals(Optional.of(form.id())))
          .isPresent();
      if (!same && !again) {
        all.add(
            form.replacedBy().equals(Optional.of(old.id()))
                ? form.withReplacement(replacement)
                : form);
      }
    }
    return new EarlierForms(all);
  }

  /** With a new soft migration in the place of those that went without a successor. */
  public EarlierForms adoptedBy(MigrationId now) {
    return new EarlierForms(forms.stream()
        .map(form -> form.replacedBy().isEmpty() ? form.withReplacement(Optional.of(now)) : form)
        .toList());
  }

  /** Writes the file. */
  public void write(Path folder) throws IOException {
    put(folder, FILE, text());
  }

  /** Writes a file that git does not see. */
  static void put(Path folder, String name, String text) throws IOException {
    Path own = Files.createDirectories(folder.resolve(FOLDER));
    Files.writeString(own.resolve(".gitignore"), "*\n");
    Path unfinished = Files.createTempFile(own, name, ".tmp");
    try {
      Files.writeString(unfinished, text);
      Files.move(
          unfinished,
          own.resolve(name),
          java.nio.file.StandardCopyOption.ATOMIC_MOVE,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private String text() {
    List<Json> all = forms.stream()
        .map(form -> Json.object()
            .put("id", form.id().text())
            .put("checksum", form.checksum())
            .put("marks", Json.array(form.marks().stream().map(Json::of).toList()))
            .put("replacedBy", form.replacedBy().map(MigrationId::text))
            .put(
                "changes",
                Json.array(form.changes().stream().map(ChangeJson::write).toList()))
            .build())
        .toList();
    return Json.object()
        .put("format", FORMAT)
        .put("forms", Json.array(all))
        .build()
        .pretty();
  }
}
