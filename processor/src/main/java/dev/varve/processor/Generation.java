package dev.varve.processor;

import dev.varve.processor.check.Rules;
import dev.varve.processor.check.Server;
import dev.varve.processor.check.Situation;
import dev.varve.processor.ddl.Labels;
import dev.varve.processor.file.EarlierForms;
import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationFolder;
import dev.varve.processor.file.OtherModules;
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
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
  private final Set<String> annotated;
  private final JavaMigrations java;
  private final boolean packs;
  private final Origins origins = new Origins();
  private OtherModules others = OtherModules.NONE;

  /**
   * @param annotated the types with annotations of ours on them or in them
   * @param packs whether the class output gets the migrations, for those who will run them
   */
  Generation(
      ProcessingEnvironment environment,
      Diagnostics diagnostics,
      Options options,
      Optional<Project> project,
      Set<String> tables,
      Set<String> packages,
      Set<String> annotated,
      JavaMigrations java,
      boolean packs) {
    this.environment = environment;
    this.diagnostics = diagnostics;
    this.options = options;
    this.project = project;
    this.tables = tables;
    this.packages = packages;
    this.annotated = annotated;
    this.java = java;
    this.packs = packs;
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
    Model model = read.without(others::has, others::has);
    VersionControl git = VersionControl.of(folder.path());
    folder.refuseChanges(git, migrations);
    Comparing comparing = new Comparing(diagnostics, module, model);
    Optional<MigrationFile> soft = options.frozen() || !missing.isEmpty()
        ? Optional.empty()
        : NextMigration.amendable(migrations, git);
    if (isPartial(migrations, soft, module)) {
      return Optional.empty();
    }
    checkPlaces(read);
    Declaring declaring = new Declaring(diagnostics, comparing, folder, git, module);
    List<MigrationFile> lasting = declaring.settle(without(migrations, soft));
    if (declaring.isRefused()) {
      return Optional.empty();
    }
    List<MigrationFile> all = with(lasting, soft);
    // A soft migration that does not go with what another branch brought is written anew.
    boolean holds = soft.isEmpty() || Comparing.holds(MigrationFile.history(all));
    Optional<Comparison> firm = soft.isEmpty() ? Optional.empty() : comparing.compare(lasting);
    Optional<Comparison> today = holds ? comparing.compare(all) : firm;
    if (today.isEmpty() || soft.isPresent() && firm.isEmpty()) {
      return Optional.empty();
    }
    new Linting(diagnostics, folder, git).lint(all, today.get().history());
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
    if (options.frozen() && !declaring.isSilent()) {
      declaring.reportFrozen();
    }
    if (compilerErrors || diagnostics.hasErrors()) {
      return Optional.empty();
    }
    EarlierForms forms = EarlierForms.read(folder.path(), diagnostics);
    Labels labels = labels(model);
    if (options.frozen() && !missing.isEmpty()) {
      String script = missing.get(0).id().fileName();
      diagnostics.report(
          Problem.FROZEN,
          Origin.of(module),
          "a migration in Java has no script yet, and this build is frozen. Compile with"
              + " -Avarve.frozen=false and commit " + script + ".");
      return Optional.empty();
    }
    PackingOut packing = new PackingOut(
        environment.getFiler(),
        diagnostics,
        project.map(Project::classOutput),
        module,
        folder,
        model,
        labels,
        options.frozen());
    Optional<NextMigration.Draught> draught;
    List<MigrationFile> kept = all;
    boolean silent = holds && today.get().isSilent();
    if (silent) {
      draught = Optional.of(new NextMigration.Draught(Optional.empty(), () -> {}));
    } else {
      NextMigration next =
          new NextMigration(diagnostics, options, module, folder, labels, others.versions());
      draught = firm.isPresent()
          ? Optional.of(next.amend(migrations, soft.get(), firm.get(), forms))
          : next.draft(today.get(), forms);
      kept = firm.isPresent() ? lasting : all;
    }
    List<MigrationFile> packed = kept;
    return draught.map(drawn -> () -> {
      boolean wrote = !missing.isEmpty() || !declaring.isSilent();
      try {
        writeScripts(module, folder, missing);
        declaring.write();
        drawn.writing().write();
        if (packs) {
          packing.pack(with(packed, drawn.now()));
        }
      } catch (IOException failed) {
        PackingOut.reportNotWritten(diagnostics, folder.path().toString(), failed);
      }
      if (silent && !wrote) {
        diagnostics.report(Problem.UP_TO_DATE, Origin.of(module), upToDate(model, migrations));
      }
      diagnostics.print(environment);
    });
  }

  /** The scripts of migrations in Java. */
  private void writeScripts(String module, MigrationFolder folder, List<MigrationFile> scripts)
      throws IOException {
    for (MigrationFile script : scripts) {
      folder.add(script);
      diagnostics.report(
          Problem.MIGRATION_WRITTEN,
          Origin.of(module),
          "wrote " + folder.path().resolve(script.id().fileName()) + ". Review and commit it.");
    }
  }

  private static List<MigrationFile> without(
      List<MigrationFile> migrations, Optional<MigrationFile> one) {
    return migrations.stream().filter(file -> !Optional.of(file).equals(one)).toList();
  }

  private static List<MigrationFile> with(
      List<MigrationFile> migrations, Optional<MigrationFile> one) {
    return Stream.concat(migrations.stream(), one.stream())
        .sorted(Comparator.comparing(MigrationFile::id))
        .toList();
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

  /** Only where all is seen: what makes something of a record may be compiled another time. */
  private void checkPlaces(Model model) {
    Set<String> texts = new HashSet<>();
    Set<String> embedded = new HashSet<>();
    Stream.concat(model.sources().stream(), model.views().stream().map(ViewSource::rows))
        .forEach(source -> source.columns().forEach(column -> {
          if (column.type().core() instanceof JavaType.EnumOf of) {
            texts.add(of.type().getQualifiedName().toString());
          }
          if (column.field().getEnclosingElement() instanceof TypeElement record
              && !record.equals(source.type())) {
            embedded.add(record.getQualifiedName().toString());
          }
        }));
    model.schema().enums().forEach(type -> texts.remove(type.type()));
    Places places = new Places(diagnostics, embedded, texts);
    annotated.stream().map(this::type).filter(Objects::nonNull).forEach(places::check);
  }

  static Optional<Path> folder(Options options, Optional<Project> project) {
    return options.dir().or(() -> project.flatMap(Project::migrations));
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

  /** Whether the compiler shows only some of the records: an IDE does so, and builds that save time. */
  private boolean isPartial(
      List<MigrationFile> migrations, Optional<MigrationFile> soft, String module) {
    return Comparing.folded(migrations)
        .or(() -> Comparing.folded(without(migrations, soft)))
        .filter(from -> isPartial(from, module))
        .isPresent();
  }

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
