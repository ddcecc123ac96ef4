package dev.varve.runtime.migrate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
    return new PackedSource(anchor, module);
  }

  /** The {@code V….sql} and {@code U….sql} files of a folder, for tools and tests. */
  static MigrationSource folder(String module, Path folder) {
    return new FolderSource(module, folder);
  }

  /** Migrations given as text, for tools and tests. */
  static MigrationSource of(String module, List<Script> scripts) {
    return new ScriptSource(module, scripts);
  }

  /** A migration as text. */
  record Script(MigrationId id, String sql, Optional<String> undo) {
    public Script(String id, String sql) {
      this(MigrationId.parse(id), sql, Optional.empty());
    }

    public Script(String id, String sql, String undo) {
      this(MigrationId.parse(id), sql, Optional.of(undo));
    }
  }
}
