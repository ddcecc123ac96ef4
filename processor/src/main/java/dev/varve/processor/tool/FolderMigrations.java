package dev.varve.processor.tool;

import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationFolder;
import dev.varve.processor.file.MigrationRecord;
import dev.varve.processor.file.SoftWays;
import dev.varve.processor.file.VersionControl;
import dev.varve.processor.report.Diagnostics;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationIndex;
import dev.varve.runtime.migrate.MigrationSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The migrations of a project's folder, checked as the compiler checks them. */
final class FolderMigrations implements MigrationSource {
  /** The module's name where no table has told one. */
  private static final String NAMELESS = "varve";

  private final MigrationIndex index;
  private final Map<MigrationId, MigrationFile> files;

  private final SoftWays ways;
  private final VersionControl git;

  private FolderMigrations(
      MigrationIndex index, List<MigrationFile> files, SoftWays ways, VersionControl git) {
    this.index = index;
    this.ways = ways;
    this.git = git;
    this.files = files.stream()
        .flatMap(file -> Stream.concat(Stream.of(file), file.replaced().stream()))
        .collect(Collectors.toMap(MigrationFile::id, Function.identity()));
  }

  /**
   * Reads the folder.
   *
   * @throws Failure with everything that is wrong with the files
   */
  static FolderMigrations read(Path folder, Optional<String> module) {
    Diagnostics diagnostics = new Diagnostics();
    List<MigrationFile> files = new MigrationFolder(folder, diagnostics).read();
    if (diagnostics.hasErrors()) {
      throw Failure.of(String.join("\n", diagnostics.texts()) + "\nNothing was changed.");
    }
    VersionControl git = VersionControl.of(folder);
    SoftWays ways = SoftWays.read(folder, files);
    return new FolderMigrations(
        MigrationIndex.of(
            module(files, module),
            Optional.empty(),
            files.stream()
                .map(file -> file.entry(git.isSoft(file) && ways.asides().containsKey(file.id())))
                .toList(),
            List.copyOf(ways.bridges().keySet())),
        files,
        ways,
        git);
  }

  /** The name of the module that the files belong to; the given one if they do not tell. */
  static String module(List<MigrationFile> files, Optional<String> given) {
    return files.stream()
        .flatMap(file -> file.record().stream())
        .map(MigrationRecord::module)
        .findFirst()
        .or(() -> given)
        .orElse(NAMELESS);
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
    return file(id).sql();
  }

  @Override
  public Optional<String> undo(MigrationId id) {
    return file(id).undo();
  }

  @Override
  public Optional<String> keptUndo(MigrationIndex.Entry entry) {
    return entry.soft() ? Optional.ofNullable(ways.asides().get(entry.id())) : undo(entry.id());
  }

  @Override
  public String bridge(MigrationIndex.Bridge bridge) {
    return Optional.ofNullable(ways.bridges().get(bridge)).orElseThrow();
  }

  /** Whether no commit has it, written by hand or not. */
  boolean isSoft(MigrationId id) {
    return git.isSoft(file(id));
  }

  @Override
  public Optional<String> record(MigrationId id) {
    return file(id).record().map(MigrationRecord::text);
  }

  private MigrationFile file(MigrationId id) {
    return Optional.ofNullable(files.get(id)).orElseThrow();
  }
}
