package dev.varve.runtime.migrate;

import dev.varve.runtime.schema.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The migrations of one module, wherever they lie. Only {@link #module} and {@link #digest} are
 * asked when the database turns out to be up to date.
 */
public interface MigrationSource {
  /** The module's name, under which the history knows the migrations. */
  String module();

  /** The index's digest, without reading the rest of it. */
  String digest();

  MigrationIndex index();

  /** The text of a migration that the index lists. */
  String script(MigrationId id);

  /** The undo script of a migration that the index lists; empty if it has none. */
  Optional<String> undo(MigrationId id);

  /**
   * The undo script that a database keeps. That of a soft migration sets aside what it would drop:
   * when another form takes its place, nobody has agreed to lose anything.
   */
  default Optional<String> keptUndo(MigrationIndex.Entry entry) {
    return undo(entry.id());
  }

  /** The script of a bridge that the index lists. */
  default String bridge(MigrationIndex.Bridge bridge) {
    throw new IllegalArgumentException("There is no bridge from " + bridge.from() + ".");
  }

  /** The {@code V….json} of a generated migration; empty of one that was written by hand. */
  default Optional<String> record(MigrationId id) {
    return Optional.empty();
  }

  /**
   * What a step in Java does.
   *
   * @param type the class that the script names
   * @return empty if only the application itself has the class
   */
  default Optional<DataStep> data(MigrationId id, String type) {
    return Optional.empty();
  }

  /** The folded schema that the migrations lead to, if it is packed with them. */
  default Optional<Schema> schema() {
    return Optional.empty();
  }

  /** The script that creates the whole schema on an empty database, if there is one. */
  default Optional<String> creation() {
    return Optional.empty();
  }

  /**
   * In development, checks that what is packed is what lies in the project's migration folder.
   *
   * @throws MigrationException.CompileFirst if it is not
   */
  default void checkFresh() {}

  /**
   * What the processor packed beside this class.
   *
   * @throws MigrationException.Damaged if there is no index
   */
  static MigrationSource packed(Class<?> anchor, String module) {
    return packed(anchor, module, id -> Optional.empty());
  }

  /**
   * What the processor packed beside this class, with the migrations in Java.
   *
   * @throws MigrationException.Damaged if there is no index
   */
  static MigrationSource packed(
      Class<?> anchor, String module, Function<MigrationId, Optional<DataStep>> data) {
    return new PackedSource(anchor, module, data);
  }

  /** The files of a migration folder, for tools and tests. */
  static MigrationSource folder(String module, Path folder) {
    return new FolderSource(module, folder);
  }

  /** Migrations given as text, for tools and tests. */
  static MigrationSource of(String module, List<Script> scripts) {
    return new ScriptSource(module, scripts, Optional.empty());
  }

  /** Migrations given as text, with the script that creates the whole schema at once. */
  static MigrationSource of(String module, List<Script> scripts, String creation) {
    return new ScriptSource(module, scripts, Optional.of(creation));
  }

  /**
   * A migration as text.
   *
   * @param record its {@code V….json}, if it is a generated one
   */
  record Script(MigrationId id, String sql, Optional<String> undo, Optional<String> record) {
    public Script(String id, String sql) {
      this(MigrationId.parse(id), sql, Optional.empty(), Optional.empty());
    }

    public Script(String id, String sql, String undo) {
      this(MigrationId.parse(id), sql, Optional.of(undo), Optional.empty());
    }

    public Script(String id, String sql, String undo, String record) {
      this(MigrationId.parse(id), sql, Optional.of(undo), Optional.of(record));
    }
  }
}
