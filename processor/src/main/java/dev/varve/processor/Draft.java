package dev.varve.processor;

import dev.varve.processor.ddl.Labels;
import dev.varve.processor.ddl.Script;
import dev.varve.processor.ddl.Words;
import dev.varve.processor.file.DataNotice;
import dev.varve.processor.file.MigrationFile;
import dev.varve.processor.file.MigrationRecord;
import dev.varve.processor.file.NextVersion;
import dev.varve.processor.plan.Mark;
import dev.varve.processor.plan.Plan;
import dev.varve.processor.plan.Planner;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.diff.Hints;
import dev.varve.runtime.diff.History;
import dev.varve.runtime.diff.SchemaDiff;
import dev.varve.runtime.migrate.MigrationId;
import dev.varve.runtime.migrate.script.Checksum;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The next migration: its number, its name, its script and the way back. */
final class Draft {
  /** A header that lists more is not read; the paragraphs below say it all anyway. */
  private static final int SENTENCES = 24;

  private final Schema from;
  private final List<Change> changes;
  private final Labels labels;
  private final boolean atomic;

  Draft(Schema from, List<Change> changes, Labels labels) {
    this(from, changes, labels, false);
  }

  /**
   * @param atomic whether it is to be one transaction, whatever that locks
   */
  Draft(Schema from, List<Change> changes, Labels labels, boolean atomic) {
    this.from = from;
    this.changes = changes;
    this.labels = labels;
    this.atomic = atomic;
  }

  /** A script that creates the schema on an empty database. */
  static String creation(Schema schema, Labels labels) {
    List<Change> all = SchemaDiff.between(Schema.EMPTY, schema, Hints.NONE);
    return Script.write(
        List.of("The whole schema, as all migrations together make it."),
        Planner.plan(Schema.EMPTY, all, new Mark("", false)).atOnce(),
        labels);
  }

  MigrationFile write(
      String module,
      History history,
      Collection<String> others,
      Optional<String> name,
      Clock clock) {
    return write(module, history, others, Optional.empty(), name, clock);
  }

  /**
   * Writes it.
   *
   * @param others versions of other modules on which it may rest
   * @param given its number, if it takes the place of another; otherwise it is the present time's
   */
  MigrationFile write(
      String module,
      History history,
      Collection<String> others,
      Optional<String> given,
      Optional<String> name,
      Clock clock) {
    String version = given
        .filter(number -> others.stream().allMatch(other -> other.compareTo(number) < 0))
        .orElseGet(() -> version(history, others, clock));
    MigrationId id = new MigrationId(version, name.orElseGet(() -> Words.name(changes)));
    Schema to = from;
    for (Change change : changes) {
      to = change.apply(to);
    }
    List<Change> back = SchemaDiff.between(to, from, Hints.back(changes));
    // Not the version: the checksum of what is written again is the same. But the place in the
    // history: the same two names may be exchanged again.
    String mark = id.name() + "_" + DerivedName.hash(history.entries().size() + "/" + changes);
    String sql = script(header(id, back), Planner.plan(from, changes, new Mark(mark, false)));
    String undo = script(undoHeader(id, back), Planner.plan(to, back, new Mark(mark, true)));
    return new MigrationFile(
        id,
        sql,
        Optional.of(undo),
        Optional.of(new MigrationRecord(
            module, history.heads(), Checksum.of(sql), Checksum.of(undo), changes)));
  }

  private String script(List<String> header, Plan plan) {
    List<String> scanned = plan.scanned().stream().map(QualifiedName::toString).toList();
    if (!atomic || scanned.isEmpty()) {
      return Script.write(header, atomic ? plan.atomic() : plan, labels);
    }
    List<String> lines = new ArrayList<>(header);
    lines.add(
        lines.size() - 2,
        "Atomic: whoever reads or writes " + String.join(", ", scanned)
            + " waits until the whole of it is done.");
    return Script.write(lines, plan.atomic(), labels);
  }

  private static String version(History history, Collection<String> others, Clock clock) {
    List<String> before = new ArrayList<>(others);
    for (History.Entry entry : history.entries()) {
      before.add(entry.version());
      // A squash has the version of the oldest that it replaces; databases know the newest, too.
      entry.replaces().forEach(old -> before.add(MigrationId.parse(old).version()));
    }
    return NextVersion.after(before, clock);
  }

  private List<String> header(MigrationId id, List<Change> back) {
    List<String> lines = new ArrayList<>();
    lines.add("V" + id.text());
    lines.add("");
    lines.addAll(sentences(changes));
    lines.add("");
    lines.addAll(new DataNotice(sentence(Words.losses(changes)), sentence(rewritten())).lines());
    lines.add("Lost by the undo: " + list(Words.losses(back), "nothing."));
    lines.add("");
    lines.add("Written by Varve, and not to be edited: V" + id.text() + ".json has its checksum.");
    return lines;
  }

  private List<String> undoHeader(MigrationId id, List<Change> back) {
    List<String> lines = new ArrayList<>();
    lines.add("U" + id.text());
    lines.add("");
    lines.add("The way back from V" + id.text() + ".");
    lines.addAll(sentences(back));
    lines.add("");
    lines.add("Data lost: " + list(Words.losses(back), "none."));
    lines.add("Not brought back: " + list(notBroughtBack(), "nothing was lost."));
    for (Change change : back) {
      if (change instanceof Change.ColumnAdded added && needsValues(added)) {
        String table = added.table().toString();
        lines.add("Refused while " + table + " has rows: " + table + "."
            + added.column().name() + " refuses NULL, and its values are gone.");
      }
    }
    lines.add("");
    lines.add("Written by Varve, and not to be edited: V" + id.text() + ".json has its checksum.");
    return lines;
  }

  private static boolean needsValues(Change.ColumnAdded added) {
    return added.parkedAs().isEmpty()
        && !added.column().nullable()
        && added.column().defaultValue() instanceof Default.None;
  }

  private List<String> notBroughtBack() {
    List<String> lost = new ArrayList<>(Words.losses(changes));
    filled().forEach(nulls -> lost.add("which rows had " + nulls));
    return lost;
  }

  /** What is there now and gets a value. */
  private List<String> filled() {
    List<String> filled = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof Change.ColumnNullabilityChanged changed
          && changed.backfill().isPresent()
          && !isAdded(changed.column())) {
        filled.add("NULL in " + changed.column());
      }
    }
    return filled;
  }

  /** What of the rows that are there gets another value. */
  private List<String> rewritten() {
    List<String> rewritten = new ArrayList<>(filled());
    for (Change change : changes) {
      if (change instanceof Change.ColumnValuesRenamed renamed) {
        rewritten.add(String.join(", ", renamed.values().keySet()) + " in " + renamed.column());
      }
    }
    return rewritten;
  }

  private boolean isAdded(ColumnName column) {
    return changes.stream()
        .anyMatch(change -> change instanceof Change.ColumnAdded added
            && added.table().equals(column.table())
            && added.column().name().equals(column.column()));
  }

  private static List<String> sentences(List<Change> changes) {
    List<String> sentences = Words.sentences(changes);
    if (sentences.size() <= SENTENCES) {
      return sentences;
    }
    List<String> shown = new ArrayList<>(sentences.subList(0, SENTENCES));
    shown.add("And " + (sentences.size() - SENTENCES) + " changes more.");
    return shown;
  }

  private static String list(List<String> losses, String none) {
    return sentence(losses).orElse(none);
  }

  private static Optional<String> sentence(List<String> losses) {
    return losses.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("; ", losses).replace('\n', ' ') + ".");
  }
}
