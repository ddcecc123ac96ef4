package dev.varve.processor;

import com.palantir.javapoet.JavaFile;
import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationFolder;
import dev.varve.processor.queries.RecordsAsOf;
import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.DataMigration;
import dev.varve.runtime.diff.InvalidChange;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.migrate.script.SqlScriptException;
import dev.varve.runtime.schema.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The migrations that are written in Java: each is a class, a script that gives it its place and
 * stops whoever runs it without Varve, and records of the schema at that place.
 */
final class JavaMigrations {
  static final String ANNOTATION = "dev.varve.annotations.Migration";

  private static final Pattern JAVA_STEP = Pattern.compile("varve:step\\s+java");

  private final ProcessingEnvironment environment;
  private final Diagnostics diagnostics;
  private final Map<MigrationId, TypeElement> found = new TreeMap<>();

  JavaMigrations(ProcessingEnvironment environment, Diagnostics diagnostics) {
    this.environment = environment;
    this.diagnostics = diagnostics;
  }

  /** Takes a class with the annotation; what is wrong with it is reported. */
  Optional<MigrationId> add(TypeElement type) {
    AnnotationMirror annotation = type.getAnnotationMirrors().stream()
        .filter(mirror -> mirror.getAnnotationType().toString().equals(ANNOTATION))
        .findFirst()
        .orElseThrow();
    String place =
        String.valueOf(annotation.getElementValues().values().iterator().next().getValue());
    Origin origin = Origin.of(type.getQualifiedName().toString(), type).at(annotation);
    Optional<MigrationId> id = id(place);
    if (id.isEmpty()) {
      report(
          origin,
          "\"" + place + "\" is not 14 digits of UTC time, two underscores and a name. Write for"
              + " example @Migration(\"20261121101500__fill_slugs\"), with the time of now.");
    } else if (!isMigration(type)) {
      report(
          origin,
          "a migration in Java is a public class, of its own or static, with a public constructor"
              + " without parameters, and implements dev.varve.runtime.DataMigration.");
    } else if (found.putIfAbsent(id.get(), type) != null) {
      report(
          origin,
          "the migration " + place + " is that of " + found.get(id.get()).getQualifiedName()
              + " already. Give this one another version.");
    } else {
      return id;
    }
    return Optional.empty();
  }

  private void report(Origin origin, String text) {
    diagnostics.report(Problem.JAVA_MIGRATION, origin, text);
  }

  private static Optional<MigrationId> id(String place) {
    try {
      return Optional.of(MigrationId.parse(place));
    } catch (RuntimeException invalid) {
      return Optional.empty();
    }
  }

  private boolean isMigration(TypeElement type) {
    TypeElement wanted =
        environment.getElementUtils().getTypeElement(DataMigration.class.getName());
    boolean constructible = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .anyMatch(made ->
            made.getParameters().isEmpty() && made.getModifiers().contains(Modifier.PUBLIC));
    return wanted != null
        && type.getKind() == ElementKind.CLASS
        && !type.getModifiers().contains(Modifier.ABSTRACT)
        && isPublic(type)
        && (type.getNestingKind() == NestingKind.TOP_LEVEL
            || type.getModifiers().contains(Modifier.STATIC))
        && constructible
        && environment.getTypeUtils().isAssignable(type.asType(), wanted.asType());
  }

  private static boolean isPublic(TypeElement type) {
    return type.getModifiers().contains(Modifier.PUBLIC)
        && (!(type.getEnclosingElement() instanceof TypeElement outer) || isPublic(outer));
  }

  /** The records of what was there before the migration. */
  List<JavaFile> records(MigrationId id, Optional<Path> folder) {
    TypeElement type = Objects.requireNonNull(found.get(id));
    List<MigrationFile> before = files(folder).stream()
        .filter(file -> file.id().version().compareTo(id.version()) < 0)
        .toList();
    try {
      Schema schema = MigrationFile.history(before).schema();
      String home =
          environment.getElementUtils().getPackageOf(type).getQualifiedName().toString();
      String name = "v" + id.version();
      return new RecordsAsOf(schema, id.version(), home.isEmpty() ? name : home + "." + name, type)
          .files();
    } catch (InvalidChange damaged) {
      return List.of(); // What is wrong with the history is said when it is compared.
    }
  }

  /** The migrations of a folder; what is wrong with one is said elsewhere. */
  static List<MigrationFile> files(Optional<Path> folder) {
    return folder
        .map(path -> new MigrationFolder(path, new Diagnostics()).read())
        .orElse(List.of());
  }

  /** The class of each migration in Java, of this compilation and of the folder. */
  Map<MigrationId, String> classes(List<MigrationFile> folder) {
    Map<MigrationId, String> classes = new TreeMap<>();
    for (MigrationFile file : folder) {
      java(file).ifPresent(type -> {
        if (environment.getElementUtils().getTypeElement(type) == null) {
          report(
              Origin.of(file.id().fileName()),
              "its work is done by the class " + type + ", which is not there. Get it back:"
                  + " databases that do not have the migration yet need it.");
        } else {
          classes.put(file.id(), type);
        }
      });
    }
    found.forEach((id, type) -> classes.putIfAbsent(id, type.getQualifiedName().toString()));
    return classes;
  }

  private static Optional<String> java(MigrationFile file) {
    // Most are not, and a script takes time to be read.
    if (!JAVA_STEP.matcher(file.sql()).find()) {
      return Optional.empty();
    }
    try {
      return SqlScript.parse(file.sql()).steps().stream()
          .flatMap(step -> step.java().stream())
          .findFirst();
    } catch (SqlScriptException unreadable) {
      return Optional.empty();
    }
  }

  /** The scripts that the folder does not have yet. */
  List<MigrationFile> missing(List<MigrationFile> folder) {
    List<MigrationFile> missing = new ArrayList<>();
    found.forEach((id, type) -> {
      String name = type.getQualifiedName().toString();
      Optional<MigrationFile> there =
          folder.stream().filter(file -> file.id().equals(id)).findFirst();
      if (there.isEmpty()) {
        missing.add(new MigrationFile(id, script(id, name), Optional.empty(), Optional.empty()));
      } else if (!java(there.get()).equals(Optional.of(name))) {
        report(
            Origin.of(name, type),
            id.fileName() + " is there already, and "
                + java(there.get())
                    .map(other -> "names the class " + other)
                    .orElse("is written in SQL")
                + ". Give this migration another version, or the class its former name.");
      }
    });
    return missing;
  }

  private static String script(MigrationId id, String type) {
    return """
        -- V%s
        --
        -- Written in Java: %s.
        -- Varve runs that class in the application; without Varve this script stops.

        -- varve:step java %s
        DO $varve$
        BEGIN
          RAISE EXCEPTION 'V%s is the class %s, which only Varve runs, in the application. '
            'Nothing was changed.';
        END
        $varve$;
        """.formatted(id.text(), type, type, id.text().replace("'", "''"), type);
  }
}
