package dev.varve.processor.pull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The sources of a database, and the scripts of what they do not say. */
final class Model {
  /** So often something is left to SQL because the compiler refused it, or what rested on that. */
  private static final int ROUNDS = 25;

  /** What {@code varve.server} may be. */
  static final int OLDEST = 15;

  private static final int NEWEST = 18;

  private final Things things;
  private final Map<String, String> packages;
  private final Existing existing;
  private final Marks marks = new Marks();
  private int server = OLDEST;
  private List<JavaSource.Written> sources = List.of();
  private Scripts scripts = new Scripts(List.of(), List.of(), List.of(), List.of());

  /**
   * @param packages the package of each schema
   * @param existing the sources that there are already
   */
  Model(Things things, Map<String, String> packages, Existing existing) {
    this.things = things;
    this.packages = packages;
    this.existing = existing;
  }

  List<JavaSource.Written> sources() {
    return sources;
  }

  Scripts scripts() {
    return scripts;
  }

  /** Writes the sources, without asking anybody. */
  void write() {
    Decision.settle(things);
    JavaClasses classes = JavaClasses.of(things, packages, existing.types());
    Said said = new Said(things);
    RecordWriter records = new RecordWriter(things, classes, said, marks);
    List<JavaSource.Written> written = new ArrayList<>();
    for (Thing thing : things.all()) {
      if (thing.isInModel()) {
        written(thing, classes, records).ifPresent(written::add);
      }
    }
    said.packages(classes, packages, marks)
        .forEach((name, source) -> written.add(source.finish("package-info")));
    sources = List.copyOf(written);
    scripts = Scripts.of(things, said);
  }

  private Optional<JavaSource.Written> written(
      Thing thing, JavaClasses classes, RecordWriter records) {
    if (classes.of(thing.name()).isEmpty()) {
      return Optional.empty();
    }
    return switch (thing.kind()) {
      case TABLE -> Optional.of(records.table(thing, existing.components(thing.name())));
      case VIEW, MATERIALIZED_VIEW ->
        Optional.of(records.view(thing, existing.components(thing.name())));
      case ENUM -> Optional.of(records.enumType(thing));
      case DOMAIN -> Optional.of(records.domain(thing));
      case COMPOSITE_TYPE ->
        Optional.of(records.composite(thing, existing.components(thing.name())));
      default -> Optional.empty();
    };
  }

  /**
   * Writes the sources such that the compiler takes them. If it takes them, it has written their
   * migration into the folder.
   */
  void settle(Path migrations, Consumer<Scripts> prepare) {
    settle(this::trial, migrations, prepare);
  }

  /**
   * The same, over migrations that are there: marks are written where a change needs them.
   *
   * @return the SQL of the migration that a compilation would write; empty if none
   */
  String settleOver(Path migrations) {
    return settle(
        () -> new Trial(List.of("-Avarve.frozen=true", "-Avarve.server=" + server)),
        migrations,
        scripts -> {});
  }

  /** Writes what a compilation would, for what has to come behind it. */
  void migrate(Path migrations) {
    List<Trial.Fault> faults = new Trial(
            List.of("-Avarve.frozen=false", "-Avarve.server=" + server))
        .run(sources, migrations);
    if (!faults.isEmpty()) {
      throw new PullException("The compiler refuses what it took a moment ago, which is an error of"
          + " Varve's: " + faults.get(0).text());
    }
  }

  private String settle(Supplier<Trial> trials, Path migrations, Consumer<Scripts> prepare) {
    for (int round = 0; round < ROUNDS; round++) {
      write();
      prepare.accept(scripts);
      List<Trial.Fault> said = trials.get().run(sources, migrations);
      List<Trial.Fault> faults =
          said.stream().filter(fault -> !fault.text().startsWith("[FROZEN]")).toList();
      if (faults.isEmpty()) {
        return said.stream().map(Trial.Fault::text).collect(Collectors.joining("\n"));
      }
      boolean old = faults.stream().anyMatch(fault -> fault.text().startsWith("[SERVER_TOO_OLD]"));
      if (old && server < things.snapshot().version()) {
        server = Math.min(NEWEST, things.snapshot().version());
      } else if (faults.stream().filter(fault -> marks.answer(fault, things)).count() == 0) {
        leave(faults);
      }
    }
    throw new PullException("The compiler refuses the records whatever is left out of them. Please"
        + " report it, with the database's schema.");
  }

  private void leave(List<Trial.Fault> faults) {
    Set<String> left = new HashSet<>();
    for (Trial.Fault fault : faults) {
      fault.thing().flatMap(things::exact).filter(Thing::isInModel).ifPresent(thing -> {
        left.add(thing.key());
        thing.leave("the processor refuses it: " + oneLine(fault.text()));
      });
    }
    if (left.isEmpty()) {
      throw new PullException(
          "The compiler refuses what pull wrote, which is an error of Varve's:\n"
              + String.join(
                  "\n", faults.stream().limit(5).map(Trial.Fault::text).toList())
              + "\nPlease report it, with the definition of the object that is named.");
    }
  }

  /** The oldest server that the records' SQL runs on. */
  int server() {
    return server;
  }

  private Trial trial() {
    return new Trial(
        List.of("-Avarve.frozen=false", "-Avarve.name=baseline", "-Avarve.server=" + server));
  }

  private static String oneLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
