package dev.varve.processor.pull;

import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The two scripts that lead from what records did not say to what they do not say now, each with its
 * undo: around the migration of the records, as the first two stand.
 *
 * <p>Before it goes what rested on the records' tables and is gone or another, and comes what they
 * rest on; behind it, the other way round.
 */
final class NextScripts {
  private static final Pattern TOUCHED = Pattern.compile("ALTER TABLE (?:IF EXISTS )?(?:ONLY )?"
      + RawStatement.NAME + "[^;]*?(?:\\bTYPE\\b|\\bDROP COLUMN\\b|\\bRENAME\\b)");

  private static final Pattern PARKED = Pattern.compile(
      "ALTER TABLE (?:IF EXISTS )?" + RawStatement.NAME + "\\s+RENAME TO \"?varve_parked_");

  private static final Set<String> RESTING = Set.of("VIEW", "MATERIALIZED", "RULE", "STATISTICS");

  /** The partitions of what is parked keep the names of their indexes. */
  private static final String FREED = """
      DO $varve$
      DECLARE
        own regclass;
      BEGIN
        FOR own IN
          SELECT i.indexrelid::regclass
          FROM pg_index AS i
          JOIN pg_class AS c ON c.oid = i.indexrelid
          JOIN pg_class AS t ON t.oid = i.indrelid
          WHERE t.relname LIKE 'varve\\_parked\\_%' AND c.relname NOT LIKE 'varve\\_parked\\_%'
        LOOP
          EXECUTE format('ALTER INDEX %s RENAME TO %I', own, 'varve_parked_HASH_'
            || (SELECT relname FROM pg_class WHERE oid = own));
        END LOOP;
      END
      $varve$""";

  private static final String FREED_BACK = """
      DO $varve$
      DECLARE
        own regclass;
      BEGIN
        FOR own IN
          SELECT c.oid::regclass
          FROM pg_class AS c
          WHERE c.relkind IN ('i', 'I') AND starts_with(c.relname, 'varve_parked_HASH_')
        LOOP
          EXECUTE format('ALTER INDEX %s RENAME TO %I', own,
            (SELECT substr(relname, length('varve_parked_HASH_') + 1) FROM pg_class WHERE oid = own));
        END LOOP;
      END
      $varve$""";

  private static final Set<String> INDEXED = Set.of("CONSTRAINT", "INDEX");

  private static final Pattern ATTACHED =
      Pattern.compile("PART " + RawStatement.NAME + " OF " + RawStatement.NAME);

  /** What columns may have, so that it is not taken back for the sake of something else. */
  private static final Set<String> OF_ROWS = Set.of("TYPE", "DOMAIN", "SEQUENCE");

  /** A script and its way back; statements without semicolons. */
  private static final class Part {
    private final List<String> ahead = new ArrayList<>();
    private final List<String> back = new ArrayList<>();

    void add(String comment, List<String> forth, List<String> undo) {
      for (int i = 0; i < forth.size(); i++) {
        ahead.add((i == 0 ? comment : "") + forth.get(i) + ";");
      }
      List<String> ended = undo.stream().map(sql -> sql + ";").toList();
      back.addAll(0, ended);
    }
  }

  private final RawHistory history;
  private final Things things;
  private final Map<String, RawStatement> now = new LinkedHashMap<>();
  private final Set<String> first = new HashSet<>();
  private final Set<String> again = new LinkedHashSet<>();
  private final Map<String, RawAlteration.Steps> altered = new LinkedHashMap<>();
  private final Map<String, List<String>> joined = new LinkedHashMap<>();
  private final Part before = new Part();
  private final Part behind = new Part();
  private final List<String> notes = new ArrayList<>();

  private NextScripts(RawHistory history, Things things) {
    this.history = history;
    this.things = things;
  }

  /** @param missing the SQL that leads from the records of the history to those of today */
  static NextScripts between(RawHistory history, Scripts scripts, Things things, String missing) {
    NextScripts next = new NextScripts(history, things);
    scripts.before().forEach(sql -> next.learn(sql, true));
    scripts.after().forEach(sql -> next.learn(sql, false));
    next.compare(missing);
    next.write();
    scripts.names().forEach(part -> next.named(part, missing));
    return next;
  }

  private void learn(String sql, boolean early) {
    RawStatement statement = RawStatement.parse(sql);
    now.put(statement.key(), statement);
    if (early) {
      first.add(statement.key());
    }
  }

  private Optional<RawStatement> old(RawStatement statement) {
    return Optional.ofNullable(history.statements().get(statement.key()));
  }

  private boolean isChanged(RawStatement statement) {
    return old(statement).filter(old -> !old.text().equals(statement.text())).isPresent();
  }

  private void compare(String missing) {
    makeRoom(missing);
    joinParents();
    RawAlteration alteration = new RawAlteration(things);
    Set<String> made = new HashSet<>();
    for (RawStatement statement : now.values()) {
      Optional<RawStatement> old = old(statement).filter(one -> isChanged(statement));
      if (old.isPresent() && !statement.isReplaced(old.get())) {
        Optional<RawAlteration.Steps> steps = alteration.between(old.get(), statement);
        if (steps.isPresent()) {
          altered.put(statement.key(), steps.get());
        } else if (old.get().back().isPresent()) {
          again.add(statement.key());
          made.add(statement.name());
        } else {
          note(
              statement,
              "No record says this, and it was otherwise. Only a person can say how"
                  + " rows follow: write it into a script of your own (varve new):\n");
        }
      }
    }
    Set<String> touched =
        TOUCHED.matcher(missing).results().map(r -> r.group(1)).collect(Collectors.toSet());
    boolean more = true;
    while (more) {
      more = false;
      for (RawStatement statement : now.values()) {
        if (statement.kind().equals("PART") && old(statement).isPresent()) {
          more |= now.values().stream()
                  .filter(index -> again.contains(index.key()))
                  .anyMatch(index -> isWhole(statement, index) || isPart(statement, index))
              && again.add(statement.key());
          continue;
        }
        boolean rests = made.stream().anyMatch(statement::mentions)
            || RESTING.contains(statement.kind()) && touched.stream().anyMatch(statement::mentions);
        boolean there = old(statement).isPresent() && !altered.containsKey(statement.key());
        boolean repeats = statement.back().isPresent() && !OF_ROWS.contains(statement.kind());
        if (rests && there && repeats && again.add(statement.key())) {
          made.add(statement.name());
          more = true;
        }
      }
    }
  }

  /** What was a record's table and is none any more can come when that one is parked. */
  private void makeRoom(String missing) {
    Set<String> parked =
        PARKED.matcher(missing).results().map(r -> r.group(1)).collect(Collectors.toSet());
    Set<String> late = new HashSet<>(parked);
    for (RawStatement statement : now.values()) {
      if (old(statement).isEmpty() && late.stream().anyMatch(statement::mentions)) {
        first.remove(statement.key());
        late.add(statement.name());
      }
      if (statement.kind().equals("TABLE") && parked.contains(statement.name())) {
        String hash = DerivedName.hash("pull/" + statement.text());
        behind.add(
            "", List.of(FREED.replace("HASH", hash)), List.of(FREED_BACK.replace("HASH", hash)));
      }
    }
  }

  /** A new partition has the keys and indexes of its table; they only get their names. */
  private void joinParents() {
    Set<String> old = history.statements().values().stream()
        .filter(statement -> Set.of("CONSTRAINT", "INDEX").contains(statement.kind()))
        .map(RawStatement::name)
        .collect(Collectors.toSet());
    for (RawStatement part : now.values()) {
      Matcher attached = ATTACHED.matcher(part.key());
      if (attached.matches() && old(part).isEmpty() && old.contains(attached.group(2))) {
        for (RawStatement statement : now.values()) {
          boolean same = statement.name().equals(attached.group(1))
              && Set.of("CONSTRAINT", "INDEX").contains(statement.kind());
          newTable(statement).filter(table -> same).ifPresent(table -> {
            joined.put(statement.key(), List.of());
            joined.put(
                part.key(),
                List.of(
                    statement.text(),
                    part.text(),
                    table.name(),
                    attached.group(1),
                    attached.group(2)));
          });
        }
      }
    }
  }

  /** The table that comes and that it is on. */
  private Optional<RawStatement> newTable(RawStatement statement) {
    return now.values().stream()
        .filter(table -> table.kind().equals("TABLE") && old(table).isEmpty())
        .filter(table -> statement.isOn(table.name()))
        .findFirst();
  }

  private void note(RawStatement statement, String why) {
    notes.add(why + statement.text() + ";");
  }

  private void write() {
    List<RawStatement> old = new ArrayList<>(history.statements().values());
    Collections.reverse(old);
    for (RawStatement statement : old) {
      boolean gone = !now.containsKey(statement.key()) && !goesAlong(statement);
      if (gone && isFirstToGo(statement) || again.contains(statement.key())) {
        goes(statement, before);
      }
    }
    now.values()
        .forEach(statement -> comes(statement, first.contains(statement.key()) ? before : behind));
    for (RawStatement statement : old) {
      boolean gone = !now.containsKey(statement.key()) && !goesAlong(statement);
      if (gone && !isFirstToGo(statement)) {
        goes(statement, behind);
      }
    }
  }

  /** What records' tables may rest on stays until these are another. */
  private boolean isFirstToGo(RawStatement statement) {
    return !history.isEarly(statement)
        || INDEXED.contains(statement.kind())
        || statement.kind().equals("PART");
  }

  /** Whether it is on a partition that is set aside: that keeps what it has. */
  private boolean goesAlong(RawStatement statement) {
    return history.statements().values().stream()
        .anyMatch(table -> table.text().contains("\n  PARTITION OF ")
            && !now.containsKey(table.key())
            && statement.isOn(table.name()));
  }

  private static boolean isWhole(RawStatement attached, RawStatement index) {
    return isSame(index, ATTACHED.matcher(attached.key()), 2);
  }

  private static boolean isPart(RawStatement attached, RawStatement index) {
    return isSame(index, ATTACHED.matcher(attached.key()), 1);
  }

  /** A constraint has the name of its index, without a schema. */
  private static boolean isSame(RawStatement index, Matcher attached, int side) {
    return INDEXED.contains(index.kind())
        && attached.matches()
        && RawStatement.last(index.name()).equals(RawStatement.last(attached.group(side)));
  }

  /** The indexes that are, by the statements, parts of the index. */
  private static List<RawStatement> parts(Map<String, RawStatement> all, RawStatement whole) {
    return all.values().stream()
        .filter(attached -> isWhole(attached, whole))
        .flatMap(attached -> all.values().stream().filter(index -> isPart(attached, index)))
        .toList();
  }

  /** Whether it is a part of one that goes or comes, which takes its parts along when it is dropped. */
  private static boolean isAlong(
      Map<String, RawStatement> all, RawStatement part, Predicate<RawStatement> moves) {
    return INDEXED.contains(part.kind())
        && all.values().stream()
            .filter(attached -> isPart(attached, part))
            .anyMatch(attached -> all.values().stream()
                .anyMatch(index -> isWhole(attached, index) && moves.test(index)));
  }

  private boolean isGoing(RawStatement statement) {
    return !now.containsKey(statement.key()) || again.contains(statement.key());
  }

  private boolean isComing(RawStatement statement) {
    return old(statement).isEmpty() || again.contains(statement.key());
  }

  /** Parts that stay, or were there before, without the whole: it would take them along. */
  private List<String> left(Map<String, RawStatement> all, RawStatement whole) {
    return INDEXED.contains(whole.kind())
        ? parts(all, whole).stream()
            .filter(index -> !isGoing(index) && !isComing(index))
            .map(RawStatement::text)
            .toList()
        : List.of();
  }

  /** A heir that is set free says for itself that a column refuses NULL. */
  private boolean isStillRequired(RawStatement statement) {
    return statement.key().startsWith("NOT NULL OF ")
        && things.of(Thing.Kind.TABLE).stream()
            .filter(table -> statement.isOn(table.name().quoted()))
            .flatMap(table -> things.columns(table).stream()
                .filter(column -> column.is("not_null"))
                .map(column -> table.name().quoted() + "." + RawSql.quoted(column)))
            .anyMatch(column -> statement.key().equals("NOT NULL OF " + column));
  }

  /** What goes when the index goes, for those who read it later. */
  private String along(RawStatement whole) {
    StringBuilder comment = new StringBuilder();
    for (RawStatement attached : history.statements().values()) {
      if (INDEXED.contains(whole.kind())
          && isWhole(attached, whole)
          && !again.contains(attached.key())) {
        comment.append(RawHistory.ALONG).append(attached.key()).append('\n');
        for (RawStatement index : history.statements().values()) {
          if (isPart(attached, index) && isGoing(index) && !again.contains(index.key())) {
            comment.append(RawHistory.ALONG).append(index.key()).append('\n');
            comment.append(along(index));
          }
        }
      }
    }
    return comment.toString();
  }

  private void goes(RawStatement statement, Part part) {
    if (isStillRequired(statement)) {
      return;
    }
    if (isAlong(history.statements(), statement, this::isGoing)) {
      part.add("", List.of(), List.of(statement.text()));
      return;
    }
    switch (statement.kind()) {
      case "TABLE" -> {
        RawAlteration.Steps steps = RawAlteration.aside(statement);
        part.add(
            RawHistory.ASIDE + statement.name() + "\n", block(steps.ahead()), block(steps.back()));
      }
      // The records' migration takes an extension away, and a schema that has nothing more goes.
      case "EXTENSION" -> {}
      case "PART" ->
        part.add(
            "",
            List.of(),
            statement.key().startsWith("PART OF ") ? List.of() : List.of(statement.text()));
      case "SCHEMA" -> {
        if (things.of(Thing.Kind.SCHEMA).stream()
            .noneMatch(schema -> schema.name().quoted().equals(statement.name()))) {
          part.add(
              "", List.of("DROP SCHEMA IF EXISTS " + statement.name()), List.of(statement.text()));
        }
      }
      default ->
        statement
            .back()
            .ifPresentOrElse(
                back -> part.add(
                    along(statement),
                    concat(List.of(back), left(history.statements(), statement)),
                    List.of(statement.text())),
                () -> note(
                    statement,
                    "The database has this no more, and no statement takes it"
                        + " back. If something has to, write it into a script of your own (varve new):\n"));
    }
  }

  private void comes(RawStatement statement, Part part) {
    Optional<RawStatement> old = old(statement);
    RawAlteration.Steps steps = altered.get(statement.key());
    List<String> join = joined.get(statement.key());
    if (join != null) {
      if (!join.isEmpty()) {
        join(join, part);
      }
    } else if (steps != null) {
      String is = RawHistory.NOW + "--   " + statement.text().replace("\n", "\n--   ") + "\n";
      part.add(is, block(steps.ahead()), block(steps.back()));
    } else if (again.contains(statement.key())) {
      part.add("", List.of(statement.text()), undo(statement));
    } else if (isChanged(statement)) {
      if (statement.isReplaced(old.orElseThrow())) {
        part.add("", List.of(statement.text()), List.of(old.get().text()));
      }
    } else if (old.isEmpty() && !history.says(statement)) {
      part.add("", List.of(statement.text()), undo(statement));
    }
  }

  private void named(PartName part, String missing) {
    Optional<RawStatement> old = Optional.ofNullable(history.statements().get(part.key()));
    boolean isBuilt = missing.contains(part.built().quoted());
    boolean isOther = old.map(before -> !before.text().equals(part.said())).orElse(!part.isUsual());
    if (isBuilt || isOther) {
      Name before = old.map(PartName::nameIn).orElse(part.usual());
      behind.add(
          part.remembered(),
          List.of(part.named(part.name())),
          List.of(part.named(isBuilt ? part.built() : before)));
    }
  }

  private static void join(List<String> join, Part part) {
    String is = RawHistory.NOW + "--   " + join.get(0).replace("\n", "\n--   ") + "\n"
        + RawHistory.NOW + "--   " + join.get(1) + "\n";
    String block = """
        DO $varve$
        DECLARE
          own text;
        BEGIN
          SELECT i.indexrelid::regclass::text INTO STRICT own
          FROM pg_inherits AS h
          JOIN pg_index AS i ON i.indexrelid = h.inhrelid
          WHERE h.inhparent = 'PARENT'::regclass AND i.indrelid = 'TABLE'::regclass;
          IF own::regclass IS DISTINCT FROM to_regclass('NAME') THEN
            EXECUTE 'ALTER INDEX ' || own || ' RENAME TO OWN';
          END IF;
        END
        $varve$""";
    String name = join.get(3);
    part.add(
        is,
        List.of(block
            .replace("PARENT", quoted(join.get(4)))
            .replace("TABLE", quoted(join.get(2)))
            .replace("NAME", quoted(name))
            .replace("OWN", quoted(name.replaceFirst("^.*\\.(?=[^.]+$)", "")))),
        List.of());
  }

  private static String quoted(String name) {
    return name.replace("'", "''");
  }

  /** What is on a table that comes goes with it. */
  private List<String> undo(RawStatement statement) {
    if (newTable(statement).isPresent() || isAlong(now, statement, this::isComing)) {
      return List.of();
    }
    return switch (statement.kind()) {
      case "TABLE" -> List.of("DROP TABLE IF EXISTS " + statement.name());
      case "SCHEMA" ->
        Scripts.isNamed(statement.name(), things)
            ? List.of()
            : List.of("DROP SCHEMA IF EXISTS " + statement.name());
      default -> concat(statement.back().stream().toList(), left(now, statement));
    };
  }

  private static List<String> concat(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  /** One statement, which says nothing of what it makes: the comment above does. */
  private static List<String> block(List<String> statements) {
    return statements.isEmpty()
        ? List.of()
        : List.of("DO $varve$\nBEGIN\n  " + String.join(";\n  ", statements) + ";\nEND\n$varve$");
  }

  /** What only a person can write. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** What stands before the migration of the records. */
  List<String> before() {
    return List.copyOf(before.ahead);
  }

  List<String> undoOfBefore() {
    return List.copyOf(before.back);
  }

  /** What stands behind it. */
  List<String> behind() {
    return List.copyOf(behind.ahead);
  }

  List<String> undoOfBehind() {
    return List.copyOf(behind.back);
  }
}
