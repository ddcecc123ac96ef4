package dev.varve.processor;

import dev.varve.processor.ddl.Labels;
import dev.varve.processor.ddl.Script;
import dev.varve.processor.ddl.Words;
import dev.varve.processor.file.EarlierForms;
import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationRecord;
import dev.varve.processor.file.VersionControl;
import dev.varve.processor.plan.Mark;
import dev.varve.processor.plan.Plan;
import dev.varve.processor.plan.Planner;
import dev.varve.processor.read.Marks;
import dev.varve.runtime.diff.Casts;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.Hints;
import dev.varve.runtime.diff.History;
import dev.varve.runtime.diff.InvalidChange;
import dev.varve.runtime.diff.SchemaDiff;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.MigrationIndex;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is packed besides the migrations so that the databases of a working tree follow when a soft
 * one is rewritten: the bridges from its earlier forms, and the undo scripts that databases keep.
 *
 * <p>Neither drops anything. What an earlier form had added and the new one has not is parked: the
 * rows in it may be a morning's work, and nobody has confirmed that they may go.
 */
final class SoftMigrations {
  private final List<MigrationFile> migrations;
  private final Marks marks;
  private final Labels labels;

  SoftMigrations(List<MigrationFile> migrations, Marks marks, Labels labels) {
    this.migrations = migrations;
    this.marks = marks;
    this.labels = labels;
  }

  /** The undo scripts that databases keep of the soft ones. */
  Map<MigrationId, String> asides(VersionControl git) {
    Map<MigrationId, String> asides = new HashMap<>();
    for (MigrationFile file : migrations) {
      if (git.isSoft(file) && file.isGenerated() && !file.isSquash()) {
        aside(file).ifPresent(script -> asides.put(file.id(), script));
      }
    }
    return asides;
  }

  /** The undo script of a soft migration that parks what it would drop. */
  private Optional<String> aside(MigrationFile migration) {
    Optional<Schema> before = before(migration.id());
    List<Change> changes = changes(migration);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Schema to = apply(before.get(), changes).orElseThrow();
    String place = migration.record().map(MigrationRecord::checksum).orElse("");
    List<Change> back = parking(to, before.get(), Hints.back(changes), place);
    List<String> header = new ArrayList<>(List.of(
        "U" + migration.id().text(),
        "",
        "The way back from V" + migration.id().text()
            + ", which git did not have: what it would drop is parked."));
    header.addAll(Words.sentences(back));
    header.add("");
    header.add("Data lost: none.");
    return Optional.of(Script.between(
        header,
        Planner.plan(to, back, Mark.NONE),
        labels,
        Script.marks(migration.sql()),
        List.of()));
  }

  /** The scripts of the bridges that can be built. */
  Map<MigrationIndex.Bridge, String> bridges(EarlierForms forms) {
    Map<MigrationIndex.Bridge, String> bridges = new HashMap<>();
    for (EarlierForms.Form form : forms.forms()) {
      Optional<MigrationFile> now = form.replacedBy().flatMap(this::find);
      boolean lasts = form.replacedBy().isPresent() == now.isPresent();
      boolean current = migrations.stream()
          .anyMatch(file ->
              file.id().equals(form.id()) && file.entry(false).checksum().equals(form.checksum()));
      if (lasts && !current) {
        script(form, now)
            .ifPresent(script -> bridges.put(
                new MigrationIndex.Bridge(form.id(), form.checksum(), form.replacedBy()), script));
      }
    }
    return bridges;
  }

  private Optional<String> script(EarlierForms.Form form, Optional<MigrationFile> now) {
    Optional<Schema> before = before(now.map(MigrationFile::id).orElse(form.id()));
    Optional<Schema> from = before.flatMap(schema -> apply(schema, form.changes()));
    if (from.isEmpty()) {
      return Optional.empty();
    }
    Schema to = now.flatMap(file -> apply(before.get(), changes(file))).orElse(before.get());
    List<Change> present = now.map(SoftMigrations::changes).orElse(List.of());
    BetweenForms way = new BetweenForms(before.get(), form.changes(), present, to);
    if (now.isPresent() && !way.canFollow()) {
      return Optional.empty();
    }
    Hints hints = now.isEmpty()
        ? Hints.back(form.changes())
        : way.hints(Hinting.of(marks, history(now.get().id()), from.get(), to));
    List<Change> changes = new ArrayList<>(parking(from.get(), to, hints, form.checksum()));
    if (changes.stream().anyMatch(SoftMigrations::needsCast)) {
      return Optional.empty();
    }
    present.stream()
        .filter(change -> change instanceof Change.ParkedPurged)
        .filter(change -> !form.changes().contains(change))
        .forEach(changes::add);
    Plan plan = Planner.plan(from.get(), changes, Mark.NONE).atomic();
    if (plan.steps().size() > 1 && usesNewValue(plan, changes)) {
      return Optional.empty();
    }
    List<String> header = new ArrayList<>(List.of(
        now.map(file -> "From an earlier form of V" + file.id().text() + ", V"
                + form.id().text() + ", to the present one.")
            .orElse("Back from V" + form.id().text() + ", which is no more."),
        ""));
    header.addAll(Words.sentences(changes));
    List<String> left = now.map(file -> Script.marks(file.sql())).orElse(List.of());
    return Optional.of(Script.between(header, plan.atOnce(), labels, form.marks(), left));
  }

  /** PostgreSQL refuses that in the transaction which adds the value. */
  private boolean usesNewValue(Plan plan, List<Change> changes) {
    Plan rest = plan.with(plan.steps().subList(1, plan.steps().size()));
    String text = Script.write(List.of(), rest, labels);
    return changes.stream()
        .anyMatch(change -> change instanceof Change.EnumValueAdded added
            && text.contains("'" + added.value().replace("'", "''") + "'"));
  }

  private static boolean needsCast(Change change) {
    return change instanceof Change.ColumnTypeChanged changed
        && changed.using().isEmpty()
        && !Casts.isLossless(changed.from(), changed.to());
  }

  private Optional<MigrationFile> find(MigrationId id) {
    return migrations.stream().filter(file -> file.id().equals(id)).findFirst();
  }

  private History history(MigrationId before) {
    return MigrationFile.history(
        migrations.stream().filter(file -> file.id().compareTo(before) < 0).toList());
  }

  /** The schema that a migration is applied to; empty if the history does not hold together. */
  private Optional<Schema> before(MigrationId id) {
    try {
      return Optional.of(history(id).schema());
    } catch (InvalidChange damaged) {
      return Optional.empty();
    }
  }

  private static List<Change> changes(MigrationFile file) {
    return file.record().map(MigrationRecord::changes).orElse(List.of());
  }

  private static Optional<Schema> apply(Schema from, List<Change> changes) {
    try {
      Schema schema = from;
      for (Change change : changes) {
        schema = change.apply(schema);
      }
      return Optional.of(schema);
    } catch (InvalidChange conflict) {
      return Optional.empty();
    }
  }

  /** The difference, with everything parked that it would drop. */
  private static List<Change> parking(Schema from, Schema to, Hints hints, String place) {
    List<Change> changes = SchemaDiff.between(from, to, hints);
    Map<QualifiedName, QualifiedName> tables = new HashMap<>(hints.parkedTables());
    Map<ColumnName, Name> columns = new HashMap<>(hints.parkedColumns());
    Map<QualifiedName, QualifiedName> enums = new HashMap<>(hints.parkedEnums());
    Map<ObjectId, Name> partitions = new HashMap<>(hints.objects().parked());
    Set<ColumnType> types = new HashSet<>();
    for (Change change : changes) {
      if (change instanceof Change.PartitionRemoved removed
          && removed.parkedAs().isEmpty()) {
        Name name = removed.partition().name();
        partitions.put(
            ObjectId.on(ObjectKind.PARTITION, name, removed.table()),
            parked(removed.table().sibling(name).toString(), name, place));
      }
      if (change instanceof Change.TableRemoved removed && removed.parkedAs().isEmpty()) {
        QualifiedName name = removed.table().name();
        tables.put(name, name.sibling(parked(name.toString(), name.name(), place)));
        removed.table().columns().forEach(column -> types.add(element(column.type())));
      } else if (change instanceof Change.ColumnRemoved removed
          && removed.parkedAs().isEmpty()
          && !removed.column().isGenerated()) {
        ColumnName name = new ColumnName(removed.table(), removed.column().name());
        columns.put(name, parked(name.toString(), name.column(), place));
        types.add(element(removed.column().type()));
      }
    }
    for (Change change : changes) {
      if (change instanceof Change.EnumRemoved removed
          && removed.parkedAs().isEmpty()
          && types.contains(new ColumnType.Enumerated(removed.type().name()))) {
        QualifiedName name = removed.type().name();
        enums.put(name, name.sibling(parked(name.toString(), name.name(), place)));
      }
    }
    Hints asides = new Hints(
        hints.tables(),
        hints.columns(),
        tables,
        columns,
        enums,
        hints.backfills(),
        hints.usings(),
        hints.objects().withParked(partitions),
        hints.enums(),
        hints.certain());
    return SchemaDiff.between(from, to, asides);
  }

  private static ColumnType element(ColumnType type) {
    return type instanceof ColumnType.ArrayOf array ? array.element() : type;
  }

  private static Name parked(String target, Name name, String place) {
    return DerivedName.of("varve_parked_" + DerivedName.hash(target + "/" + place) + "_" + name);
  }
}
