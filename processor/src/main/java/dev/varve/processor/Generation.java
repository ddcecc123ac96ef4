package dev.varve.processor;

import dev.varve.processor.check.Rules;
import dev.varve.processor.check.Server;
import dev.varve.processor.check.Situation;
import dev.varve.processor.ddl.Labels;
import dev.varve.processor.ddl.Script;
import dev.varve.processor.ddl.Words;
import dev.varve.processor.file.EarlierForms;
import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationFolder;
import dev.varve.processor.file.MigrationRecord;
import dev.varve.processor.file.OtherModules;
import dev.varve.processor.file.Packing;
import dev.varve.processor.file.Project;
import dev.varve.processor.file.VersionControl;
import dev.varve.processor.queries.Documents;
import dev.varve.processor.read.ColumnSource;
import dev.varve.processor.read.JavaType;
import dev.varve.processor.read.Model;
import dev.varve.processor.read.ModelReader;
import dev.varve.processor.read.TableSource;
import dev.varve.processor.read.ViewSource;
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
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
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
  private final JavaMigrations java;
  private final Origins origins = new Origins();
  private OtherModules others = OtherModules.NONE;

  Generation(
      ProcessingEnvironment environment,
      Diagnostics diagnostics,
      Options options,
      Optional<Project> project,
      Set<String> tables,
      Set<String> packages,
      JavaMigrations java) {
    this.environment = environment;
    this.diagnostics = diagnostics;
    this.options = options;
    this.project = project;
    this.tables = tables;
    this.packages = packages;
    this.java = java;
  }

  /** What is to be written if the compilation succeeds. */
  Optional<Runnable> run(boolean compilerErrors) {
    options.check();
    Model read = read();
    checkDocuments(read);
    if (project.map(Project::isTest).orElse(false)) {
      return Optional.empty();
    }
    Optional<Path> path = folder(options, project);
    if (path.isEmpty()) {
      reportUnknownProject(read);
      return Optional.empty();
    }
    MigrationFolder folder =
        new MigrationFolder(path.get().toAbsolutePath().normalize(), diagnostics);
    List<MigrationFile> files = folder.read();
    List<MigrationFile> missing = java.missing(files);
    List<MigrationFile> migrations = Stream.concat(files.stream(), missing.stream())
        .sorted(Comparator.comparing(MigrationFile::id))
        .toList();
    if (read.schema().equals(Schema.EMPTY) && migrations.isEmpty()) {
      return Optional.empty();
    }
    String module = Module.of(options, migrations, tables);
    others = OtherModules.of(environment.getFiler(), module, read.foreign());
    Model model = read.withoutEnums(others::has);
    VersionControl git = VersionControl.of(folder.path());
    folder.refuseChanges(git, migrations);
    Optional<MigrationFile> soft =
        options.frozen() || !missing.isEmpty() ? Optional.empty() : amendable(migrations, git);
    Optional<Comparison> firm =
        soft.flatMap(file -> compare(without(migrations, file), module, model));
    // A soft migration that does not go with what another branch brought is written anew.
    boolean holds = soft.isEmpty() || holds(history(migrations));
    Optional<Comparison> today = holds ? compare(migrations, module, model) : firm;
    if (today.isEmpty()
        || soft.isPresent() && firm.isEmpty()
        || isPartial(today.get().from(), module)) {
      return Optional.empty();
    }
    Comparison checked = firm.orElse(today.get());
    check(new Situation(
        checked.history().changes(),
        checked.from(),
        model.schema(),
        today.get().from(),
        model.marks(),
        checked.changes(),
        options.uuidKeys(),
        new Server(options.server())));
    if (compilerErrors || diagnostics.hasErrors()) {
      return Optional.empty();
    }
    EarlierForms forms = EarlierForms.read(folder.path(), diagnostics);
    Labels labels = labels(model);
    Packer packer = all -> pack(module, folder, all, model, labels);
    if (options.frozen() && !missing.isEmpty()) {
      String script = missing.get(0).id().fileName();
      diagnostics.report(
          Problem.FROZEN,
          Origin.of(module),
          "a migration in Java has no script yet, and this build is frozen. Compile with"
              + " -Avarve.frozen=false and commit " + script + ".");
      return Optional.empty();
    }
    Optional<Runnable> write;
    if (holds && today.get().isSilent()) {
      write = Optional.of(() -> {
        packer.pack(migrations);
        if (missing.isEmpty()) {
          diagnostics.report(Problem.UP_TO_DATE, Origin.of(module), upToDate(model, migrations));
        }
        diagnostics.print(environment.getMessager());
      });
    } else {
      write = firm.isPresent()
          ? amend(module, folder, migrations, soft.get(), forms, firm.get(), packer, labels)
          : draft(module, folder, migrations, forms, today.get(), packer, labels);
    }
    return write.map(rest -> () -> {
      if (writeScripts(module, folder, missing)) {
        rest.run();
      }
    });
  }

  /** The scripts of migrations in Java. */
  private boolean writeScripts(String module, MigrationFolder folder, List<MigrationFile> scripts) {
    try {
      for (MigrationFile script : scripts) {
        folder.add(script);
        diagnostics.report(
            Problem.MIGRATION_WRITTEN,
            Origin.of(module),
            "wrote " + folder.path().resolve(script.id().fileName()) + ". Review and commit it.");
      }
      return true;
    } catch (IOException failed) {
      reportNotWritten(folder.path().toString(), failed);
      diagnostics.print(environment.getMessager());
      return false;
    }
  }

  /** Packs what lies in the folder now. */
  private interface Packer {
    void pack(List<MigrationFile> migrations);
  }

  /** What leads from a history to the model. */
  private record Comparison(History history, Schema from, List<Change> changes) {
    boolean isSilent() {
      return changes.stream().allMatch(Generation::isSilent);
    }
  }

  private Optional<Comparison> compare(List<MigrationFile> migrations, String module, Model model) {
    History history = history(migrations);
    if (reportConflicts(history)) {
      return Optional.empty();
    }
    Optional<Schema> from = fold(history, module);
    if (from.isEmpty()) {
      return Optional.empty();
    }
    List<Change> changes = new ArrayList<>(SchemaDiff.between(
        from.get(),
        model.schema(),
        Hinting.of(model.marks(), history, from.get(), model.schema())));
    changes.addAll(purges(model, history));
    return Optional.of(new Comparison(history, from.get(), changes));
  }

  /**
   * The migration that this compilation may still rewrite: the newest generated one, if no commit
   * has it and nothing was built on it, by hand or otherwise.
   */
  private static Optional<MigrationFile> amendable(
      List<MigrationFile> migrations, VersionControl git) {
    for (int i = migrations.size() - 1; i >= 0; i--) {
      MigrationFile file = migrations.get(i);
      if (file.record().isEmpty() && git.isSoft(file)) {
        return Optional.empty();
      }
      boolean builtOn = migrations.stream()
          .flatMap(other -> other.record().stream())
          .anyMatch(record -> record.after().contains(file.id().text()));
      if (file.record().isPresent() && git.isSoft(file) && !builtOn) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private static boolean holds(History history) {
    try {
      history.schema();
      return history.conflicts().isEmpty();
    } catch (InvalidChange conflict) {
      return false;
    }
  }

  /** Reports what was done on two branches and does not go together. */
  private boolean reportConflicts(History history) {
    List<History.Conflict> conflicts = history.conflicts();
    for (History.Conflict conflict : conflicts) {
      diagnostics.report(
          Problem.HISTORY_CONFLICT,
          Origin.of("V" + conflict.other().id() + ".sql"),
          "it " + phrase(conflict.others()) + ". V" + conflict.one().id()
              + ".sql, made on another branch, " + phrase(conflict.ones()) + "; "
              + conflict.reason()
              + ". Keep the one that other databases have. Of the other: varve rollback where it"
              + " ran, take its files out in a commit of their own, make the records what you want,"
              + " and compile: the rest is written anew.");
    }
    return !conflicts.isEmpty();
  }

  private static String phrase(List<Change> changes) {
    String words = Words.sentences(changes).stream().findFirst().orElse("changes nothing");
    String end = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    return Character.toLowerCase(end.charAt(0))
        + end.substring(1)
        + (changes.size() > 1 ? " and more" : "");
  }

  private static List<MigrationFile> without(List<MigrationFile> migrations, MigrationFile one) {
    return migrations.stream().filter(file -> !file.equals(one)).toList();
  }

  private void checkDocuments(Model model) {
    for (TableSource source : model.sources()) {
      for (ColumnSource column : source.columns()) {
        if (column.type().core() instanceof JavaType.Document document) {
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

  static Optional<Path> folder(Options options, Optional<Project> project) {
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
    if (!model.schema().equals(Schema.EMPTY)) {
      diagnostics.report(
          Problem.PROJECT_UNKNOWN,
          Origin.of("Varve"),
          "no build file was found above the class output, so there is no place for migrations."
              + " Name their folder: -Avarve.dir=….");
    }
  }

  static History history(List<MigrationFile> migrations) {
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
    List<String> unseen = Stream.concat(
            from.tables().stream().map(Table::type),
            from.objects().stream().map(SchemaObject::source))
        .filter(this::isUnseen)
        .toList();
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
    TypeElement type = table.isEmpty() || tables.contains(table) ? null : type(table);
    return type != null && ModelReader.isTable(type);
  }

  private void check(Situation situation) {
    for (Finding finding : Rules.check(situation)) {
      Origin origin = origins.find(finding.subject()).orElse(Origin.of(finding.where()));
      diagnostics.report(finding.problem(), finding.kind(), origin, finding.text());
    }
  }

  /** The next migration. */
  private Optional<Runnable> draft(
      String module,
      MigrationFolder folder,
      List<MigrationFile> migrations,
      EarlierForms forms,
      Comparison today,
      Packer packer,
      Labels labels) {
    MigrationFile migration = new Draft(today.from(), today.changes(), labels, options.atomic())
        .write(module, today.history(), others.versions(), options.name(), Clock.systemUTC());
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
      try {
        if (!forms.forms().isEmpty()) {
          forms.adoptedBy(migration.id()).write(folder.path());
        }
        folder.write(migration);
        diagnostics.report(
            Problem.MIGRATION_WRITTEN,
            Origin.of(module),
            "wrote " + folder.path().resolve(migration.id().fileName())
                + ". Review and commit it.");
        packer.pack(Stream.concat(migrations.stream(), Stream.of(migration)).toList());
      } catch (IOException failed) {
        reportNotWritten(folder.path().toString(), failed);
      }
      diagnostics.print(environment.getMessager());
    });
  }

  /** The soft migration, written anew from what is firm. */
  private Optional<Runnable> amend(
      String module,
      MigrationFolder folder,
      List<MigrationFile> migrations,
      MigrationFile soft,
      EarlierForms forms,
      Comparison firm,
      Packer packer,
      Labels labels) {
    boolean newest = migrations.get(migrations.size() - 1).equals(soft);
    Optional<MigrationFile> now = firm.isSilent()
        ? Optional.empty()
        : Optional.of(new Draft(firm.from(), firm.changes(), labels, options.atomic())
            .write(
                module,
                firm.history(),
                others.versions(),
                newest ? Optional.of(soft.id().version()) : Optional.empty(),
                options.name().or(() -> givenName(soft)),
                Clock.systemUTC()));
    return Optional.of(() -> {
      try {
        forms.with(soft, soft.record().orElseThrow(), now).write(folder.path());
        folder.replace(soft, now);
        diagnostics.report(
            Problem.MIGRATION_WRITTEN,
            Origin.of(module),
            now.map(file -> "rewrote " + folder.path().resolve(file.id().fileName())
                    + ", which no commit has yet. Review and commit it.")
                .orElse("took away " + folder.path().resolve(soft.id().fileName())
                    + ": the records are as the committed migrations make them."));
        packer.pack(
            Stream.concat(without(migrations, soft).stream(), now.stream()).toList());
      } catch (IOException failed) {
        reportNotWritten(folder.path().toString(), failed);
      }
      diagnostics.print(environment.getMessager());
    });
  }

  /** A name that somebody chose outlives the next compilation. */
  private static Optional<String> givenName(MigrationFile soft) {
    String name = soft.id().name();
    return soft.record()
        .filter(record -> !Words.name(record.changes()).equals(name))
        .map(record -> name);
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

  private void pack(
      String module,
      MigrationFolder folder,
      List<MigrationFile> migrations,
      Model model,
      Labels labels) {
    Optional<Path> output = project.map(Project::classOutput);
    Optional<String> source = output
        .filter(classes -> Objects.equals(classes.getRoot(), folder.path().getRoot()))
        .map(classes -> classes.relativize(folder.path()).toString().replace('\\', '/'));
    Schema schema = model.schema();
    VersionControl git = VersionControl.of(folder.path());
    SoftMigrations soft = new SoftMigrations(migrations, model.marks(), labels);
    try {
      new Packing(
              module,
              source,
              migrations,
              schema,
              creation(migrations, schema, labels),
              soft.asides(git),
              soft.bridges(EarlierForms.read(folder.path(), diagnostics)))
          .write(environment.getFiler(), output);
    } catch (IOException failed) {
      reportNotWritten("META-INF/varve/" + module, failed);
    }
  }

  private static String creation(List<MigrationFile> migrations, Schema schema, Labels labels) {
    return Draft.creation(schema, labels)
        + Script.marks(migrations.stream().map(MigrationFile::sql).toList());
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
    List<TableSource> sources = Stream.concat(
            model.sources().stream(), model.views().stream().map(ViewSource::rows))
        .toList();
    for (TableSource source : sources) {
      for (ColumnSource column : source.columns()) {
        components.put(
            new ColumnName(source.table().name(), column.column().name()),
            source.type().getSimpleName() + "." + column.component());
      }
    }
    return new Labels(components);
  }
}
