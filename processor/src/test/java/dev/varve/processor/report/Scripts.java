package dev.varve.processor.report;

import dev.varve.processor.VarveProcessor;
import dev.varve.processor.testing.Git;
import dev.varve.processor.testing.TestProject;
import dev.varve.processor.testing.TestProject.Result;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** What happens in cases whose fault is not in the sources alone, by the name of the case. */
interface Scripts {
  Result run(ErrorRun run) throws IOException;

  Map<String, Scripts> ALL = Map.ofEntries(
      Map.entry("migration-edited", run -> {
        append(run.migration("V", ".sql"), "DROP TABLE deck;\n");
        return run.last();
      }),
      Map.entry("migration-edited-committed", run -> {
        Path script = run.project.migrations().resolve("V20261120153045__fill_titles.sql");
        Git.run(run.project.root(), "init", "-q");
        Git.run(run.project.root(), "add", "-A");
        Git.run(run.project.root(), "commit", "-q", "-m", "Titles");
        append(script, "DELETE FROM deck;\n");
        return run.last();
      }),
      Map.entry("script", run -> underGit(run, "script")),
      Map.entry("script-declares", run -> underGit(run, "script-declares")),
      Map.entry("migration-edited-undo", run -> {
        append(run.migration("U", ".sql"), "DROP TABLE IF EXISTS sound;\n");
        return run.last();
      }),
      Map.entry("migration-missing-undo", run -> {
        Files.delete(run.migration("U", ".sql"));
        return run.last();
      }),
      Map.entry("migration-missing-script", run -> {
        Files.delete(run.migration("V", ".sql"));
        return run.last();
      }),
      Map.entry("migration-missing-history", run -> {
        Files.delete(run.migration("V", "create_deck_and_create_sound.sql"));
        Files.delete(run.migration("U", "create_deck_and_create_sound.sql"));
        Files.delete(run.migration("V", "create_deck_and_create_sound.json"));
        return run.last();
      }),
      Map.entry("history-conflict", run -> {
        // The second change is not there while the third is made, and comes by a merge.
        Map<Path, String> change = new TreeMap<>();
        for (String end : List.of(".sql", ".json")) {
          change.put(
              run.migration("V", "caption_in_deck" + end),
              Files.readString(run.migration("V", "caption_in_deck" + end)));
        }
        Path undo = run.migration("U", "caption_in_deck.sql");
        change.put(undo, Files.readString(undo));
        for (Path file : change.keySet()) {
          Files.delete(file);
        }
        run.last();
        for (Map.Entry<Path, String> file : change.entrySet()) {
          Files.writeString(file.getKey(), file.getValue());
        }
        return run.last();
      }),
      Map.entry("migration-unreadable-order", run -> {
        Path json = run.migration("V", ".json");
        Files.writeString(
            json, Files.readString(json).replaceAll("(?s)\"changes\": \\[.*]", "\"changes\": []"));
        return run.last();
      }),
      Map.entry("migration-unreadable-json", run -> {
        Path json = run.migration("V", ".json");
        String text = Files.readString(json);
        Files.writeString(json, "<<<<<<< ours\n" + text + "=======\n" + text + ">>>>>>> theirs\n");
        return run.last();
      }),
      Map.entry("migration-unreadable-format", run -> {
        Path json = run.migration("V", ".json");
        Files.writeString(json, Files.readString(json).replace("\"format\": 1", "\"format\": 2"));
        return run.last();
      }),
      Map.entry("migration-unreadable-charset", run -> {
        Files.createDirectories(run.project.migrations());
        Files.write(
            run.project.migrations().resolve("V20200101000000__grades.sql"),
            "INSERT INTO grade (name) VALUES ('gen\u00fcgend');\n"
                .getBytes(StandardCharsets.ISO_8859_1));
        return run.last();
      }),
      Map.entry("file-not-written", run -> {
        run.project.withFile("src/main/resources/db", "a file where the folder should be\n");
        return run.last();
      }),
      Map.entry("project-unknown", run -> {
        Files.delete(run.project.root().resolve("pom.xml"));
        return run.last();
      }),
      Map.entry("partial", run -> {
        // Builds that compile only some sources take out what those gave before.
        for (Path folder : List.of(run.project.classes(), run.project.generated())) {
          for (Path file : TestProject.files(folder, "")) {
            if (file.getFileName().toString().matches("(Deck|VarveCatalogue).*")) {
              Files.delete(file);
            }
          }
        }
        return run.last("Deck.java");
      }),
      Map.entry("build-of-tests", run -> {
        run.project.withClasses("target/test-classes");
        return run.last();
      }),
      Map.entry("build-other-processor", run -> {
        run.project.withProcessors(() -> List.of(new MoodProcessor(), new VarveProcessor()));
        return run.last();
      }),
      Map.entry("internal", run -> {
        run.project.withProcessors(() -> List.of(new InBrokenCompiler()));
        return run.last();
      }));

  static Scripts of(String name) {
    return ALL.getOrDefault(name, ErrorRun::last);
  }

  static Set<String> names() {
    return ALL.keySet();
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }

  /** Another processor, which writes an enum in the first round. */
  final class MoodProcessor extends AbstractProcessor {
    private boolean done;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        try (var writer = processingEnv.getFiler().createSourceFile("shop.Mood").openWriter()) {
          writer.write("package shop;\n\npublic enum Mood { GOOD, BAD }\n");
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
      return false;
    }
  }

  /** Varve in a compiler that fails when a file is asked for. */
  final class InBrokenCompiler extends AbstractProcessor {
    private final VarveProcessor varve = new VarveProcessor();

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      varve.init((ProcessingEnvironment) Proxy.newProxyInstance(
          Scripts.class.getClassLoader(),
          new Class<?>[] {ProcessingEnvironment.class},
          (proxy, method, arguments) -> {
            if (method.getName().equals("getFiler")) {
              throw new IllegalStateException("no files today");
            }
            return method.invoke(environment, arguments);
          }));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return varve.getSupportedAnnotationTypes();
    }

    @Override
    public Set<String> getSupportedOptions() {
      return varve.getSupportedOptions();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return varve.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return varve.process(annotations, round);
    }
  }

  /** With the case's script as the newest migration, which git does not have yet. */
  private static Result underGit(ErrorRun run, String name) throws IOException {
    Files.copy(
        ErrorsTest.ERRORS.resolve(name).resolve("script.sql"),
        run.project.migrations().resolve("V20990101000000__by_hand.sql"));
    Git.run(run.project.root(), "init", "-q");
    return run.last();
  }
}
