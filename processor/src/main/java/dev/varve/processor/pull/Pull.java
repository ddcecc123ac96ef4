package dev.varve.processor.pull;

import dev.varve.processor.file.NextVersion;
import dev.varve.runtime.schema.Name;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From a database to its records, and to the migrations that make it.
 *
 * @param packageName the package of the schema that migrations run in; others get one below it
 * @param packages the packages of other schemas, by their names
 * @param schemas those that are read; empty for all
 * @param out the folder of sources
 * @param migrations their folder; if it has some, pull writes none
 */
public record Pull(
    String packageName,
    Map<String, String> packages,
    List<String> schemas,
    Path out,
    Path migrations) {
  private static final String EARLY = "What records do not say, and theirs rests on.";
  private static final String LATE = "What records do not say.";
  private static final String LATE_NAME = "beside_records";
  private static final Pattern VERSION = Pattern.compile("V(\\d{14})__.+\\.sql");

  public Pull {
    packages = Map.copyOf(packages);
    schemas = List.copyOf(schemas);
  }

  /**
   * Pulls the database. In a transaction that only reads.
   *
   * @throws PullException if it cannot be done; nothing is written then
   */
  public Pulled run(Connection connection) throws SQLException, IOException {
    Snapshot snapshot = Snapshot.read(connection, schemas);
    RawHistory history = RawHistory.read(migrations, snapshot.home());
    Things things = Things.of(snapshot, history.made());
    Map<String, String> named = packagesOf(snapshot);
    Existing existing = Existing.read(out, named.values());
    Model model = new Model(things, named, existing);
    return versions(migrations).isEmpty()
        ? first(model, things)
        : again(model, things, existing, history);
  }

  /** Over records that there are: their compilation writes the migration. */
  private Pulled again(Model model, Things things, Existing existing, RawHistory history)
      throws IOException {
    refuseUnsayable(things, existing);
    String missing = model.settleOver(migrations);
    NextScripts next = NextScripts.between(history, model.scripts(), things, missing);
    List<String> notes = new ArrayList<>();
    Set<String> made = Migrations.types(migrations);
    Set<String> written =
        model.sources().stream().map(JavaSource.Written::type).collect(Collectors.toSet());
    List<Path> changed = new ArrayList<>();
    int unchanged = write(model, changed);
    for (String type : existing.types().values()) {
      Path file = out.resolve(type.replace('.', '/') + ".java");
      if (!written.contains(type) && made.contains(type)) {
        Files.delete(file);
        notes.add("The database has nothing for " + type + " any more; took away " + file + ".");
      }
    }
    notes.addAll(next.notes());
    return pulled(
        model, things, changed, unchanged, scripts(next, model, !missing.isEmpty()), notes);
  }

  /** The columns of an enum that leaves the records would get another type, and the enum be dropped. */
  private static void refuseUnsayable(Things things, Existing existing) {
    for (Thing type : things.of(Thing.Kind.ENUM)) {
      Optional<String> java = Optional.ofNullable(existing.types().get(type.name()));
      if (java.isPresent() && type.reason().isPresent()) {
        throw new PullException("The enum " + type.name() + " is " + java.get() + ", but "
            + type.reason().get() + ", so no record can say it any more. Give the value another"
            + " name in the database (ALTER TYPE " + type.name().quoted()
            + " RENAME VALUE … TO …), then pull again.");
      }
    }
  }

  /**
   * What records do not say, and is otherwise by now. What has to come behind the migration of the
   * records needs that to be there.
   */
  private List<Path> scripts(NextScripts next, Model model, boolean changes) throws IOException {
    List<Path> before = versions(migrations);
    script(migrations, RawHistory.EARLY, EARLY, next.before(), next.undoOfBefore());
    if (changes && !next.behind().isEmpty()) {
      model.migrate(migrations);
    }
    script(migrations, LATE_NAME, LATE, next.behind(), next.undoOfBehind());
    return versions(migrations).stream().filter(file -> !before.contains(file)).toList();
  }

  private int write(Model model, List<Path> changed) throws IOException {
    int unchanged = 0;
    for (JavaSource.Written source : model.sources()) {
      Path file = out.resolve(source.path());
      String before = Files.exists(file) ? Files.readString(file) : "";
      String text = before.isEmpty() ? source.text() : Merge.of(before, source.text());
      if (text.equals(before)) {
        unchanged++;
      } else {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        changed.add(file);
      }
    }
    return unchanged;
  }

  private Pulled first(Model model, Things things) throws IOException {
    List<String> notes = new ArrayList<>();
    // Beside the folder: nothing is there before all is well.
    Path trial = Files.createTempDirectory("varve-pull");
    try {
      model.settle(trial, scripts -> prepare(trial, scripts));
      script(trial, LATE_NAME, LATE, model.scripts().all(), List.of());
      Files.createDirectories(migrations);
      for (Path file : files(trial)) {
        Files.copy(file, migrations.resolve(String.valueOf(file.getFileName())));
      }
    } finally {
      clear(trial);
      Files.delete(trial);
    }
    if (model.server() > Model.OLDEST) {
      notes.add("The schema needs PostgreSQL " + model.server() + ". Compile with -Avarve.server="
          + model.server() + ".");
    }
    List<Path> sources = new ArrayList<>();
    int unchanged = write(model, sources);
    return pulled(model, things, sources, unchanged, versions(migrations), notes);
  }

  private static Pulled pulled(
      Model model,
      Things things,
      List<Path> sources,
      int unchanged,
      List<Path> migrations,
      List<String> notes) {
    Owners.note(things.snapshot()).ifPresent(notes::add);
    return new Pulled(
        sources,
        unchanged,
        count(things, Thing.Kind.TABLE),
        count(things, Thing.Kind.VIEW) + count(things, Thing.Kind.MATERIALIZED_VIEW),
        count(things, Thing.Kind.ENUM)
            + count(things, Thing.Kind.DOMAIN)
            + count(things, Thing.Kind.COMPOSITE_TYPE),
        migrations,
        model.scripts().left(),
        notes);
  }

  private static int count(Things things, Thing.Kind kind) {
    return (int) things.of(kind).stream().filter(Thing::isInModel).count();
  }

  /** The records' migration comes behind the script that it rests on. */
  private static void prepare(Path folder, Scripts scripts) {
    try {
      clear(folder);
      script(folder, RawHistory.EARLY, EARLY, scripts.before(), List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes none where there is nothing to say. */
  private static void script(
      Path folder, String name, String what, List<String> statements, List<String> undo)
      throws IOException {
    if (statements.isEmpty()) {
      return;
    }
    List<String> before = versions(folder).stream().map(Pull::versionOf).toList();
    String version = NextVersion.after(before, Clock.systemUTC());
    String id = version + "__" + name + ".sql";
    Files.writeString(folder.resolve("V" + id), Scripts.text(what, statements));
    if (!undo.isEmpty()) {
      Files.writeString(folder.resolve("U" + id), Scripts.undo(id, undo));
    }
  }

  private static String versionOf(Path file) {
    Matcher matcher = VERSION.matcher(String.valueOf(file.getFileName()));
    return matcher.matches() ? matcher.group(1) : "";
  }

  private static List<Path> versions(Path folder) throws IOException {
    return Files.isDirectory(folder)
        ? files(folder).stream()
            .filter(file -> VERSION.matcher(String.valueOf(file.getFileName())).matches())
            .toList()
        : List.of();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void clear(Path folder) throws IOException {
    for (Path file : files(folder)) {
      Files.delete(file);
    }
  }

  private Map<String, String> packagesOf(Snapshot snapshot) {
    Map<String, String> all = new TreeMap<>();
    Name home = snapshot.home();
    all.put(home.value(), packageName);
    for (Row schema : snapshot.rows(Query.SCHEMAS)) {
      String name = schema.text("name");
      if (!name.equals(home.value())) {
        all.put(name, packageName + "." + JavaNames.packagePart(name));
      }
    }
    all.putAll(packages);
    return all;
  }
}
