package dev.varve.processor;

import com.google.auto.service.AutoService;
import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.Project;
import dev.varve.processor.read.Annotations;
import dev.varve.processor.read.ModelReader;
import dev.varve.processor.read.Naming;
import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.Catalogue;
import dev.varve.runtime.migrate.MigrationId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Records in, query classes and a migration out.
 *
 * <p>Each round generates the query classes of its records; when the last is over, the whole model
 * is compared with the history. It looks at every compilation, also at one without a table: the last
 * table may be the one that is gone.
 */
@AutoService(Processor.class)
public final class VarveProcessor extends AbstractProcessor {
  private final Roots roots = new Roots();
  private final Set<String> waitingTables = new LinkedHashSet<>();
  private final Set<String> waitingProjections = new LinkedHashSet<>();
  private final Set<MigrationId> waitingMigrations = new LinkedHashSet<>();
  private final Diagnostics diagnostics = new Diagnostics();
  private Optional<Project> project = Optional.empty();
  private @Nullable ClassOutput classOutput;
  private @Nullable JavaMigrations migrations;
  private boolean started;
  private boolean failed;
  private boolean catalogued;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.copyOf(Options.ALL);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (failed) {
      return false;
    }
    try {
      Naming.use(new Options(processingEnv.getOptions(), new Diagnostics()).naming());
      start();
      collect(round);
      if (round.processingOver()) {
        finish(round);
      } else {
        generateClasses();
      }
    } catch (IOException | RuntimeException broken) {
      failed = true;
      diagnostics.report(Problem.INTERNAL, Origin.of("Varve"), text(broken));
    } finally {
      Naming.forget();
      Annotations.forget();
    }
    diagnostics.print(processingEnv);
    return false;
  }

  /** Nothing thrown here may reach the compiler; but whoever reports it needs to see all of it. */
  private static String text(Exception broken) {
    StringWriter trace = new StringWriter();
    broken.printStackTrace(new PrintWriter(trace));
    return "an error in Varve itself. Nothing was written. Please report it with this text:\n"
        + trace;
  }

  private void start() throws IOException {
    if (!started) {
      started = true;
      // Nothing is written there; compilers differ in what they say of a file that is only read.
      project = Project.of(processingEnv
          .getFiler()
          .createResource(StandardLocation.CLASS_OUTPUT, "", "varve")
          .toUri());
    }
  }

  private void collect(RoundEnvironment round) {
    Roots.Found found = roots.collect(processingEnv, round, diagnostics);
    names(found.records()).forEach(waitingTables::add);
    names(found.projections()).forEach(waitingProjections::add);
    found.migrations().stream()
        .sorted(Comparator.comparing(type -> type.getQualifiedName().toString()))
        .forEach(type -> migrations().add(type).ifPresent(waitingMigrations::add));
  }

  private static Stream<String> names(List<TypeElement> types) {
    return types.stream().map(type -> type.getQualifiedName().toString());
  }

  private JavaMigrations migrations() {
    if (migrations == null) {
      migrations = new JavaMigrations(processingEnv, diagnostics);
    }
    return migrations;
  }

  /** A record with a type that another processor has yet to make waits for the next round. */
  private void generateClasses() throws IOException {
    List<TypeElement> ready = ready(waitingTables);
    ClassOutput output = classes();
    output.writeQueries(ready, ready(waitingProjections));
    Options options = new Options(processingEnv.getOptions(), new Diagnostics());
    Optional<Path> folder = Generation.folder(options, project);
    for (MigrationId migration : waitingMigrations) {
      output.write(migrations().records(migration, folder));
    }
    waitingMigrations.clear();
    boolean packs = folder.isPresent() && !project.map(Project::isTest).orElse(false);
    if (packs && migrates() && !roots.tables().isEmpty() && !catalogued) {
      catalogued = true;
      List<MigrationFile> files = JavaMigrations.files(folder);
      output.writeCatalogue(
          Module.of(options, files, roots.tables()), ready, migrations().classes(files));
    }
  }

  /** Whether the application has the runtime's second jar; without it others migrate. */
  private boolean migrates() {
    return processingEnv.getElementUtils().getTypeElement(Catalogue.class.getName()) != null;
  }

  private ClassOutput classes() {
    if (classOutput == null) {
      classOutput = new ClassOutput(processingEnv.getFiler(), diagnostics);
    }
    return classOutput;
  }

  private List<TypeElement> ready(Set<String> waiting) {
    List<TypeElement> ready = new ArrayList<>();
    for (String name : List.copyOf(waiting)) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      if (type != null && !ModelReader.isUnresolved(type)) {
        ready.add(type);
        waiting.remove(name);
      }
    }
    return ready;
  }

  private void finish(RoundEnvironment round) throws IOException {
    Options options = new Options(processingEnv.getOptions(), diagnostics);
    Generation generation = new Generation(
        processingEnv,
        diagnostics,
        options,
        project,
        roots.tables(),
        roots.packages(),
        roots.annotated(),
        migrations(),
        true);
    boolean errors = round.errorRaised() || EclipseErrors.raised(processingEnv);
    generation.run(errors).ifPresent(write -> {
      if (!AfterCompilation.run(processingEnv, roots.tables(), write)) {
        write.run();
      }
    });
  }
}
