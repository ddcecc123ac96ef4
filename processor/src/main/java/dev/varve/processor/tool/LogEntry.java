package dev.varve.processor.tool;

import dev.varve.processor.ddl.Words;
import dev.varve.processor.file.MigrationRecord;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.migrate.HistoryEvent;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationIndex;
import dev.varve.runtime.migrate.MigrationSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A migration in the log.
 *
 * @param known whether the migrations at hand have it
 * @param head whether no other of them is built on it
 * @param soft whether no commit has it; of a jar, had it when it was compiled
 * @param after which ones it was built on
 * @param words what it changes, as sentences
 * @param events what happened to it, the oldest first
 */
record LogEntry(
    String module,
    MigrationId id,
    boolean known,
    boolean head,
    boolean soft,
    List<MigrationId> after,
    List<String> words,
    List<HistoryEvent> events) {
  LogEntry {
    after = List.copyOf(after);
    words = List.copyOf(words);
    events = List.copyOf(events);
  }

  /** All migrations, of the modules at hand and of the history, in the order of versions. */
  static List<LogEntry> of(List<MigrationSource> sources, List<HistoryEvent> history) {
    List<LogEntry> entries = new ArrayList<>();
    for (MigrationSource source : sources) {
      Map<MigrationId, List<HistoryEvent>> events = new TreeMap<>();
      for (HistoryEvent event : history) {
        if (event.module().equals(source.module())) {
          events.computeIfAbsent(event.migration(), id -> new ArrayList<>()).add(event);
        }
      }
      Map<MigrationId, MigrationId> squashed = new HashMap<>();
      source
          .index()
          .migrations()
          .forEach(entry ->
              entry.replaces().forEach(replaced -> squashed.put(replaced.id(), entry.id())));
      Set<MigrationId> builtOn = new HashSet<>();
      source.index().migrations().forEach(entry -> builtOn.addAll(after(entry, squashed)));
      source.index().migrations().stream()
          .flatMap(entry -> entry.replaces().stream())
          .forEach(replaced -> events.remove(replaced.id()));
      for (MigrationIndex.Entry entry : source.index().migrations()) {
        List<HistoryEvent> happened = events.remove(entry.id());
        entries.add(new LogEntry(
            source.module(),
            entry.id(),
            true,
            !builtOn.contains(entry.id()),
            source instanceof FolderMigrations folder ? folder.isSoft(entry.id()) : entry.soft(),
            after(entry, squashed),
            entry.isSquash() ? squash(entry) : words(source, entry.id()),
            happened == null ? List.of() : happened));
      }
      events.forEach((id, happened) -> entries.add(
          new LogEntry(source.module(), id, false, false, false, List.of(), List.of(), happened)));
    }
    entries.sort((one, other) -> one.id().compareTo(other.id()));
    return entries;
  }

  /** What it was built on; what was squashed since is in the squash. */
  private static List<MigrationId> after(
      MigrationIndex.Entry entry, Map<MigrationId, MigrationId> squashed) {
    return entry.after().stream()
        .map(id -> squashed.getOrDefault(id, id))
        .distinct()
        .toList();
  }

  private static List<String> squash(MigrationIndex.Entry entry) {
    List<MigrationIndex.Replaced> replaced = entry.replaces();
    return List.of("Stands for " + replaced.size() + " migrations, from "
        + replaced.get(0).id() + " to " + replaced.get(replaced.size() - 1).id() + ".");
  }

  /** A migration written by hand says in its first comment what it does. */
  private static List<String> words(MigrationSource source, MigrationId id) {
    return source
        .record(id)
        .map(record -> Words.sentences(MigrationRecord.parse(record).changes()))
        .orElseGet(() -> source
            .script(id)
            .lines()
            .map(String::strip)
            .takeWhile(line -> line.startsWith("--") && line.length() > 2)
            .map(line -> line.substring(2).strip())
            .takeWhile(line -> !line.startsWith("Data "))
            .toList());
  }

  Json json() {
    return Json.object()
        .put("module", module)
        .put("version", id.version())
        .put("name", id.name())
        .put("known", known)
        .put("head", head)
        .put("soft", soft)
        .put(
            "after",
            Json.array(after.stream().map(MigrationId::text).map(Json::of).toList()))
        .put("words", Json.array(words.stream().map(Json::of).toList()))
        .build();
  }
}
