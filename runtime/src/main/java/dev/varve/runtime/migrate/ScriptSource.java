package dev.varve.runtime.migrate;

import dev.varve.runtime.migrate.script.Checksum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Migrations that are in memory. */
final class ScriptSource implements MigrationSource {
  private final MigrationIndex index;
  private final Map<MigrationId, Script> scripts = new HashMap<>();

  private final Optional<String> creation;

  ScriptSource(String module, List<Script> scripts, Optional<String> creation) {
    this(module, scripts, List.of(), creation);
  }

  /**
   * @param replaced what others have taken the place of
   */
  ScriptSource(
      String module, List<Script> scripts, List<Script> replaced, Optional<String> creation) {
    this.creation = creation;
    for (Script script : replaced) {
      this.scripts.put(script.id(), script);
    }
    List<MigrationIndex.Entry> entries = new ArrayList<>();
    for (Script script : scripts) {
      entries.add(new MigrationIndex.Entry(
          script.id(),
          Checksum.of(script.sql()),
          script.record().map(RecordedChanges::after).orElse(List.of()),
          isGenerated(script),
          script.undo().isPresent(),
          false,
          replaces(script)));
    }
    for (Script script : scripts) {
      this.scripts.put(script.id(), script);
    }
    index = MigrationIndex.of(module, Optional.empty(), entries);
  }

  private static boolean isGenerated(Script script) {
    boolean generated =
        script.record().isPresent() && !RecordedChanges.isByHand(script.record().get());
    for (MigrationIndex.Replaced replaced :
        script.record().map(RecordedChanges::replaces).orElse(List.of())) {
      generated &= replaced.isGenerated();
    }
    return generated;
  }

  private List<MigrationIndex.Replaced> replaces(Script script) {
    List<MigrationIndex.Replaced> replaces = new ArrayList<>();
    for (MigrationIndex.Replaced replaced :
        script.record().map(RecordedChanges::replaces).orElse(List.of())) {
      replaces.add(replaced.withKept(scripts.containsKey(replaced.id())));
    }
    return replaces;
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
    return find(id).sql();
  }

  @Override
  public Optional<String> undo(MigrationId id) {
    return find(id).undo();
  }

  @Override
  public Optional<String> record(MigrationId id) {
    return find(id).record();
  }

  @Override
  public Optional<String> creation() {
    return creation;
  }

  private Script find(MigrationId id) {
    Script script = scripts.get(id);
    if (script == null) {
      throw new IllegalArgumentException(id + " is not in module " + module() + ".");
    }
    return script;
  }
}
