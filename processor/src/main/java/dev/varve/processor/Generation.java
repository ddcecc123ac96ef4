package dev.varve.processor;

import dev.varve.processor.check.Rules;
import dev.varve.processor.check.Situation;
import dev.varve.processor.ddl.Labels;
import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationFolder;
import dev.varve.processor.file.MigrationRecord;
import dev.varve.processor.file.Packing;
import dev.varve.processor.file.Project;
import dev.varve.processor.queries.Documents;
import dev.varve.processor.read.ColumnSource;
import dev.varve.processor.read.JavaType;
import dev.varve.processor.read.Model;
import dev.varve.processor.read.ModelReader;
import dev.varve.processor.read.TableSource;
import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Origins;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.History;
import dev.varve.runtime.diff.InvalidChange;
import dev.varve.runtime.diff.SchemaDiff;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * The pipeline from the records of a compilation to its migration: read, fold, compare, check, draft.
 * It writes nothing: what is to be written is handed back, for when the compilation has succeeded.
 */
final class Generation {
  private final ProcessingEnvironment environment;
  private final Diagnostics diagnostics;
  private final Options options;
  private final Optional<Project> project;
  private final Set<String> tables;
  private final Set<String> packages;
  private final Origins origins = new Origins();

  Generation(
      ProcessingEnvironment environment,
      Diagnostics diagnostics,
      Options options,
      Optional<Project> project,
      Set<String> tables,
      Set<String> packages) {
    this.environment = environment;
    this.diagnostics = diagnostics;
    this.options = options;
    this.project = project;
    this.tables = tables;
    this.packages = packages;
  }

  /** What is to be written if the compilation succeeds. */
  Optional<Runnable> run(boolean compilerErrors) {
    options.check();
    Model model = read();
    checkDocuments(model);
    if (project.map(Project::isTest).orElse(false)) {
      return Optional.empty();
    }
    Optional<Path> path = folder(options, project);
    if (path.isEmpty()) {
      reportUnknownProject(model);
      return Optional.empty();
    }
    MigrationFolder folder =
        new MigrationFolder(path.get().toAbsolutePath().normalize(), diagnostics);
    List<MigrationFile> migrations = folder.read();
    if (model.sources().isEmpty() && migrations.isEmpty()) {
      return Optional.empty();
    }
    String module = Module.of(options, migrations, tables);
    History history = history(migrations);
    Optional<Schema> from = fold(history, module);
    if (from.isEmpty() || isPartial(from.get(), module)) {
      return Optional.empty();
    }
    List<Change> changes = new ArrayList<>(SchemaDiff.between(
        from.get(),
        model.schema(),
        Hinting.of(model.marks(), history, from.get(), model.schema())));
    changes.addAll(purges(model, history));
    check(new Situation(
        history.changes(),
        from.get(),
        model.schema(),
        model.marks(),
        changes,
        options.uuidKeys(),
        options.server()));
    if (compilerErrors || diagnostics.hasErrors()) {
      return Optional.empty();
    }
    return draft(module, folder, migrations, history, from.get(), changes, model);
  }

  private void checkDocuments(Model model) {
    for (TableSource source : model.sources()) {
      for (ColumnSource column : source.columns()) {
        if (column.type() instanceof JavaType.Document document) {
          ColumnName name =
              new ColumnName(source.table().name(), column.column().name());
          Origin origin = origins.find(Subject.column(name)).orElse(Origin.of(name.toString()));
          Documents.unsupportedPart(document.mirror())
              .ifPresent(part -> diagnostics.report(
                  Problem.TYPE_UNSUPPORTED,
                  origin,
                  "in the document, "
                      + part
                      + " is of a type that has no JSON form here. Use one that docs/types.md lists"
                      + " for documents."));
        }
      }
    }
  }

  /** What was parked before and is to go now. */
  private static List<Change.ParkedPurged> purges(Model model, History history) {
    return history.purgeable().stream()
        .filter(parked -> model.marks().drops().stream()
            .anyMatch(drop -> drop.purge() && drop.target().equals(parked.target())))
        .toList();
  }

  private static Optional<Path> folder(Options options, Optional<Project> project) {
    return options.dir().or(() -> project.flatMap(Project::migrations));
  }

  /** The module whose migrations a compilation packs; none if it packs none. */
  static Optional<String> module(Options options, Optional<Project> project, Set<String> tables) {
    if (project.map(Project::isTest).orElse(false)) {
      return Optional.empty();
    }
    return folder(options, project)
        .map(path -> new MigrationFolder(path, new Diagnostics()).read())
        .map(migrations -> Module.of(options, migrations, tables));
  }

  private Model read() {
    return new ModelReader(diagnostics, origins)
        .read(
            tables.stream().map(this::type).filter(Objects::nonNull).toList(),
            packages.stream()
                .map(environment.getElementUtils()::getPackageElement)
                .filter(Objects::nonNull)
                .toList());
  }

  private TypeElement type(String name) {
    return environment.getElementUtils().getTypeElement(name);
  }

  private void reportUnknownProject(Model model) {
    if (!model.sources().isEmpty()) {
      diagnostics.report(
          Problem.PROJECT_UNKNOWN,
          Origin.of("Varve"),
          "no build file was found above the class output, so there is no place for migrations."
              + " Name their folder: -Avarve.dir=….");
    }
  }

  private static History history(List<MigrationFile> migrations) {
    return new History(migrations.stream()
        .map(file -> new History.Entry(
            file.id().version(),
            file.id().name(),
            file.record().map(MigrationRecord::after).orElse(List.of()),
            file.record().map(MigrationRecord::changes).orElse(List.of())))
        .toList());
  }

  private Optional<Schema> fold(History history, String module) {
    for (String id : history.missing()) {
      diagnostics.report(
          Problem.MIGRATION_MISSING,
          Origin.of(module),
          "a migration was built on V" + id
              + ".sql, which is gone. Get it back from version control.");
    }
    if (diagnostics.hasErrors() && !history.missing().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(history.schema());
    } catch (InvalidChange damaged) {
      String id = history.entries().stream()
          .filter(entry -> entry.changes().contains(damaged.change()))
          .map(History.Entry::id)
          .findFirst()
          .orElse(module);
      diagnostics.report(
          Problem.MIGRATION_UNREADABLE,
          Origin.of("V" + id + ".json"),
          "does not follow from the migrations before it: "
              + damaged.reason()
              + ". Get the files back from version control.");
      return Optional.empty();
    }
  }

  /** Whether the compiler shows only some of the records: an IDE does so, and builds that save time. */
  private boolean isPartial(Schema from, String module) {
    List<String> unseen =
        from.tables().stream().map(Table::type).filter(this::isUnseen).toList();
    if (unseen.isEmpty()) {
      return false;
    }
    diagnostics.report(
        Problem.PARTIAL,
        Origin.of(module),
        "only some of the records are compiled now, "
            + unseen.get(0)
            + " for one is not. Query classes are generated; no migration is written.");
    return true;
  }

  private boolean isUnseen(String table) {
    TypeElement type = tables.contains(table) ? null : type(table);
    return type != null && ModelReader.isTable(type);
  }

  private void check(Situation situation) {
    for (Finding finding : Rules.check(situation)) {
      Origin origin = origins.find(finding.subject()).orElse(Origin.of(finding.where()));
      diagnostics.report(finding.problem(), finding.kind(), origin, finding.text());
    }
  }

  private Optional<Runnable> draft(
      String module,
      MigrationFolder folder,
      List<MigrationFile> migrations,
      History history,
      Schema from,
      List<Change> changes,
      Model model) {
    Labels labels = labels(model);
    if (changes.stream().allMatch(Generation::isSilent)) {
      return Optional.of(() -> {
        pack(module, folder, migrations, model.schema(), labels);
        diagnostics.report(Problem.UP_TO_DATE, Origin.of(module), upToDate(model, migrations));
        diagnostics.print(environment.getMessager());
      });
    }
    MigrationFile migration =
        new Draft(from, changes, labels).write(module, history, options.name(), Clock.systemUTC());
    if (options.frozen()) {
      diagnostics.report(
          Problem.FROZEN,
          Origin.of(module),
          "the records differ from their migrations, and this build is frozen. Compile with"
              + " -Avarve.frozen=false, review and commit the migration. Missing is:\n\n"
              + migration.sql());
      return Optional.empty();
    }
    return Optional.of(() -> {
      if (write(module, folder, migration)) {
        List<MigrationFile> all =
            Stream.concat(migrations.stream(), Stream.of(migration)).toList();
        pack(module, folder, all, model.schema(), labels);
      }
      diagnostics.print(environment.getMessager());
    });
  }

  /** A table that moved to another record is no reason for a migration; the next one notes it. */
  private static boolean isSilent(Change change) {
    return change instanceof Change.TableMoved
        || change instanceof Change.EnumMoved
        || (change instanceof Change.ObjectChanged changed && changed.isSilent());
  }

  private static String upToDate(Model model, List<MigrationFile> migrations) {
    return "the records are as the migrations make them: "
        + count(model.schema().tables().size(), "table")
        + ", "
        + count(migrations.size(), "migration")
        + ". Nothing was written.";
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private boolean write(String module, MigrationFolder folder, MigrationFile migration) {
    try {
      folder.write(migration);
      diagnostics.report(
          Problem.MIGRATION_WRITTEN,
          Origin.of(module),
          "wrote " + folder.path().resolve(migration.id().fileName()) + ". Review and commit it.");
      return true;
    } catch (IOException failed) {
      reportNotWritten(folder.path().toString(), failed);
      return false;
    }
  }

  private void pack(
      String module,
      MigrationFolder folder,
      List<MigrationFile> migrations,
      Schema schema,
      Labels labels) {
    Optional<Path> output = project.map(Project::classOutput);
    Optional<String> source = output
        .filter(classes -> Objects.equals(classes.getRoot(), folder.path().getRoot()))
        .map(classes -> classes.relativize(folder.path()).toString().replace('\\', '/'));
    try {
      new Packing(module, source, migrations, schema, Draft.creation(schema, labels))
          .write(environment.getFiler(), output);
    } catch (IOException failed) {
      reportNotWritten("META-INF/varve/" + module, failed);
    }
  }

  private void reportNotWritten(String where, IOException failed) {
    diagnostics.report(
        Problem.FILE_NOT_WRITTEN,
        Origin.of(where),
        "could not be written: " + failed
            + ". Nothing was left half done. Put it right, and compile again.");
  }

  private static Labels labels(Model model) {
    Map<ColumnName, String> components = new HashMap<>();
    for (TableSource source : model.sources()) {
      for (ColumnSource column : source.columns()) {
        components.put(
            new ColumnName(source.table().name(), column.column().name()),
            source.type().getSimpleName() + "." + column.component());
      }
    }
    return new Labels(components);
  }
}
