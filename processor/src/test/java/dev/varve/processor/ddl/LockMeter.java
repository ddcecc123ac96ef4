package dev.varve.processor.ddl;

import static dev.varve.processor.ddl.Paragraph.oneLine;

import dev.varve.processor.plan.Lock;
import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;

/**
 * Runs scripts statement by statement, each in a transaction of its own, and asks the server what it
 * locked, scanned and wrote anew of the tables that were there before the script.
 *
 * <p>A concurrent index build is watched while it waits for another session's snapshot.
 */
public final class LockMeter implements AutoCloseable {
  private static final String LOCK_OF = "Lock: ";
  private static final String LOCK = "-- " + LOCK_OF;

  /** What the statistics, the storage and the locks say of each relation. */
  private static final String RELATIONS = """
      SELECT c.oid, c.relkind, pg_relation_filenode(c.oid),
        (
          SELECT coalesce(string_agg(i.relname || e'\\x02' || pg_relation_filenode(i.oid), e'\\x01'), '')
          FROM pg_index JOIN pg_class AS i ON i.oid = indexrelid
          WHERE indrelid = c.oid AND indisvalid
        ),
        pg_stat_get_xact_numscans(c.oid) + (CASE WHEN %b THEN pg_stat_get_numscans(c.oid) ELSE 0 END),
        pg_stat_get_xact_tuples_fetched(c.oid),
        (SELECT coalesce(sum(pg_stat_get_xact_numscans(indexrelid)), 0) FROM pg_index WHERE indrelid = c.oid),
        (
          SELECT string_agg(mode, ' ') FROM pg_locks
          WHERE pid = %d AND locktype = 'relation' AND relation = c.oid AND granted
        ),
        nspname, relname, nspname = current_schema(),
        coalesce((SELECT inhparent FROM pg_inherits WHERE inhrelid = c.oid), 0)
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace
      WHERE relkind IN ('r', 'p', 'v', 'm') AND nspname NOT LIKE 'pg\\_%%'
        AND nspname <> 'information_schema' AND relname NOT IN ('varve_marks', 'varve_history')
      """;

  private record Relation(
      char kind,
      long file,
      Map<String, Long> indexes,
      long scans,
      long fetched,
      long looks,
      Optional<Lock.Mode> mode,
      QualifiedName name,
      long parent) {}

  /** A comment that is not what was measured. */
  public record Difference(int line, String said, String found, String sql) {
    @Override
    public String toString() {
      return "line " + line + "\n  said:  " + said + "\n  found: " + found + "\n"
          + sql.lines().limit(12).reduce("", (a, b) -> a + "    " + b + "\n");
    }
  }

  private final Connection connection;
  private final Connection watcher;
  private final Statement statement;
  private final int pid;

  public LockMeter(TestDatabase database) throws SQLException {
    connection = database.connect();
    watcher = database.connect();
    statement = connection.createStatement();
    statement.setEscapeProcessing(false);
    // Small as the tables are, what an index can answer is asked of the index.
    statement.execute(
        "SET timezone = 'UTC'; SET random_page_cost = 0; SET synchronous_commit = off");
    statement.execute("SET stats_fetch_consistency = none; SET track_counts = on");
    pid = Integer.parseInt(value("SELECT pg_backend_pid()"));
  }

  /** Runs the script; what its comments say else than what was found. */
  public List<Difference> run(String script) throws SQLException {
    List<String> lines = script.lines().toList();
    Map<Long, Relation> first = relations(connection, false);
    List<Difference> differences = new ArrayList<>();
    Group group = new Group();
    for (SqlScript.Step step : SqlScript.parse(script).steps()) {
      for (SqlScript.Statement part : step.statements()) {
        Optional<List<String>> comment = comment(lines, part.line());
        if (comment.isPresent()) {
          group.end().ifPresent(differences::add);
          group = new Group(part, comment.get());
        }
        group.found(measure(part, first));
      }
    }
    group.end().ifPresent(differences::add);
    return differences;
  }

  /** The comment lines before a statement, if it does not belong to the comment of the last one. */
  private static Optional<List<String>> comment(List<String> lines, int line) {
    List<String> comment = new ArrayList<>();
    for (int i = line - 2; i >= 0 && lines.get(i).startsWith("--"); i--) {
      if (!lines.get(i).startsWith("-- varve:")) {
        comment.add(0, lines.get(i));
      }
    }
    return comment.isEmpty() ? Optional.empty() : Optional.of(comment);
  }

  /** The statements under one comment. */
  private static final class Group {
    private final int line;
    private final String sql;
    private final String said;
    private final List<List<Lock>> namings = new ArrayList<>();

    Group() {
      this.line = 0;
      this.sql = "";
      this.said = "";
    }

    Group(SqlScript.Statement statement, List<String> comment) {
      this.line = statement.line();
      this.sql = statement.sql();
      this.said = comment.stream()
          .filter(text -> text.startsWith(LOCK))
          .map(text -> text.substring("-- ".length()))
          .findFirst()
          .orElse("");
    }

    void found(List<List<Lock>> locks) {
      namings.addAll(locks);
    }

    /** Either with the names before each statement or with those after it. */
    Optional<Difference> end() {
      List<String> found = new ArrayList<>();
      for (int naming = 0; naming < 2; naming++) {
        Map<QualifiedName, Lock> locks = new HashMap<>();
        for (int i = naming; i < namings.size(); i += 2) {
          namings.get(i).forEach(lock -> locks.merge(lock.table(), lock, LockMeter::both));
        }
        locks.replaceAll((table, lock) -> looksUp(said, lock) ? with(lock, Lock.Work.KEYS) : lock);
        String words = oneLine(LockWords.line(List.copyOf(locks.values())));
        if (words.equals(said)
            || (said.isEmpty() && locks.isEmpty())
            || (onlyReads(said) && locks.values().stream().allMatch(lock -> says(said, lock)))) {
          return Optional.empty();
        }
        found.add(words);
      }
      return Optional.of(new Difference(line, said, found.get(0), sql));
    }
  }

  /** What only counts rows may find that there is nothing to count, and leave tables alone. */
  private static boolean onlyReads(String said) {
    String others = said.replace("ACCESS SHARE", "");
    return !others.equals(said) && !others.contains("SHARE") && !others.contains("EXCLUSIVE");
  }

  /** Whether it is said of the table, alone or together with others. */
  private static boolean says(String said, Lock lock) {
    String words = LockWords.line(List.of(lock));
    String alone = words.substring(LOCK_OF.length(), words.length() - 1);
    String mode = lock.mode().sql() + " on ";
    String work = alone.substring((mode + lock.table()).length());
    Pattern clause = Pattern.compile(Pattern.quote(mode)
        + "(.*, )?"
        + Pattern.quote(lock.table().toString())
        + "(, .*)?"
        + work.replace("it is", "(it is|they are)"));
    return said.startsWith(LOCK_OF)
        && Arrays.stream(said.substring(LOCK_OF.length(), said.length() - 1).split("; "))
            .anyMatch(part -> clause.matcher(part).matches());
  }

  /** Whether keys are said to be looked up, for which the server may read the whole table. */
  private static boolean looksUp(String said, Lock lock) {
    return lock.work().compareTo(Lock.Work.SCAN) <= 0 && says(said, with(lock, Lock.Work.KEYS));
  }

  private static Lock with(Lock lock, Lock.Work work) {
    return new Lock(lock.table(), lock.mode(), work);
  }

  private static Lock both(Lock a, Lock b) {
    return new Lock(
        a.table(),
        a.mode().compareTo(b.mode()) >= 0 ? a.mode() : b.mode(),
        a.work().compareTo(b.work()) >= 0 ? a.work() : b.work());
  }

  /** The locks by the names before the statement, and by those after it. */
  private List<List<Lock>> measure(SqlScript.Statement part, Map<Long, Relation> first)
      throws SQLException {
    boolean concurrent = part.sql().contains(" CONCURRENTLY ");
    if (concurrent) {
      statement.execute("SELECT pg_stat_force_next_flush()");
    }
    connection.setAutoCommit(concurrent);
    Map<Long, Relation> from = relations(connection, concurrent);
    Map<Long, Lock.Mode> modes = new HashMap<>();
    if (concurrent) {
      modes.putAll(watched(part.sql()));
      statement.execute("SELECT pg_stat_force_next_flush()");
    } else {
      execute(part.sql());
    }
    Map<Long, Relation> to = relations(connection, concurrent);
    if (!concurrent) {
      connection.commit();
      connection.setAutoCommit(true);
      to.forEach((oid, relation) -> relation.mode().ifPresent(mode -> modes.put(oid, mode)));
    }
    Map<Long, Lock> locks = new HashMap<>();
    for (Long oid : first.keySet()) {
      if (from.containsKey(oid) && !to.containsKey(oid)) {
        modes.put(oid, Lock.Mode.ACCESS_EXCLUSIVE);
      }
      lock(modes.get(oid), from.get(oid), to.get(oid)).ifPresent(lock -> locks.put(oid, lock));
    }
    List<Lock> old = new ArrayList<>();
    List<Lock> now = new ArrayList<>();
    Map<Long, Lock> told = withoutPartitions(locks, from);
    told.values().removeIf(lock -> !isTold(lock));
    told.forEach((oid, lock) -> {
      old.add(lock);
      now.add(new Lock(
          Optional.ofNullable(to.get(oid)).map(Relation::name).orElse(lock.table()),
          lock.mode(),
          lock.work()));
    });
    return List.of(old, now);
  }

  /** What is done to partitions together with their table is said of the table. */
  private static Map<Long, Lock> withoutPartitions(
      Map<Long, Lock> locks, Map<Long, Relation> relations) {
    Map<Long, Lock> left = new HashMap<>(locks);
    locks.forEach((oid, lock) -> {
      long parent =
          Optional.ofNullable(relations.get(oid)).map(Relation::parent).orElse(0L);
      Lock whole = left.get(parent);
      if (whole != null && whole.mode().compareTo(lock.mode()) >= 0) {
        left.remove(oid);
        left.put(parent, both(whole, lock));
      }
    });
    return left;
  }

  private void execute(String sql) throws SQLException {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      connection.rollback();
      connection.setAutoCommit(true);
      throw e;
    }
  }

  private static Optional<Lock> lock(Lock.Mode mode, Relation from, Relation to) {
    if (mode == null) {
      return Optional.empty();
    }
    Lock.Work work = Lock.Work.NONE;
    if (to != null && to.kind() != 'v') {
      boolean rebuilt = from.indexes().entrySet().stream()
          .anyMatch(index -> to.indexes().containsKey(index.getKey())
              && !from.indexes().containsValue(to.indexes().get(index.getKey())));
      if (from.file() != to.file()) {
        work = Lock.Work.REWRITE;
      } else if (rebuilt) {
        work = Lock.Work.INDEXES;
      } else if (mode == Lock.Mode.ROW_EXCLUSIVE) {
        work = Lock.Work.FILL;
      } else if (mode == Lock.Mode.ROW_SHARE) {
        work = Lock.Work.KEYS;
      } else if (to.scans() > from.scans()
          || to.fetched() > from.fetched() + 1
          || (mode == Lock.Mode.ACCESS_SHARE && to.looks() > from.looks())) {
        work = Lock.Work.SCAN;
      }
    }
    return Optional.of(new Lock(from.name(), mode, work));
  }

  /** Every query has such a lock. */
  private static boolean isTold(Lock lock) {
    return lock.mode() != Lock.Mode.ACCESS_SHARE || lock.work() != Lock.Work.NONE;
  }

  /** The locks of an index build that waits for another session. */
  private Map<Long, Lock.Mode> watched(String sql) throws SQLException {
    FutureTask<Void> build = new FutureTask<>((Callable<Void>) () -> {
      statement.execute(sql);
      return null;
    });
    try (Statement watch = watcher.createStatement()) {
      watcher.setAutoCommit(false);
      watcher.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      // The build waits for whoever may see rows that its index lacks.
      watch.execute("SELECT FROM pg_class LIMIT 1");
      Thread thread = new Thread(build);
      thread.start();
      boolean waiting = false;
      while (!waiting && !build.isDone()) {
        try (ResultSet row = watch.executeQuery(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pid = " + pid + ")")) {
          row.next();
          waiting = row.getBoolean(1);
        }
      }
      Map<Long, Lock.Mode> modes = new HashMap<>();
      relations(watcher, false)
          .forEach((oid, relation) -> relation.mode().ifPresent(mode -> modes.put(oid, mode)));
      watcher.commit();
      build.get();
      return modes;
    } catch (InterruptedException | ExecutionException e) {
      throw new SQLException(sql + ": " + e.getMessage(), e);
    }
  }

  private Map<Long, Relation> relations(Connection session, boolean flushed) throws SQLException {
    Map<Long, Relation> relations = new HashMap<>();
    try (Statement query = session.createStatement();
        ResultSet row = query.executeQuery(RELATIONS.formatted(flushed, pid))) {
      while (row.next()) {
        QualifiedName name = row.getBoolean(11)
            ? QualifiedName.of(row.getString(10))
            : QualifiedName.of(row.getString(9), row.getString(10));
        relations.put(
            row.getLong(1),
            new Relation(
                row.getString(2).charAt(0),
                row.getLong(3),
                indexes(row.getString(4)),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                mode(row.getString(8)),
                name,
                row.getLong(12)));
      }
    }
    return relations;
  }

  private static Map<String, Long> indexes(String text) {
    Map<String, Long> indexes = new HashMap<>();
    for (String index : text.isEmpty() ? new String[0] : text.split("\u0001")) {
      indexes.put(index.split("\u0002")[0], Long.valueOf(index.split("\u0002")[1]));
    }
    return indexes;
  }

  /** The strongest of {@code AccessShareLock RowShareLock}. */
  private static Optional<Lock.Mode> mode(String locks) {
    Optional<Lock.Mode> strongest = Optional.empty();
    for (Lock.Mode mode : Lock.Mode.values()) {
      String name = mode.name().replace("_", "") + "LOCK";
      if (locks != null && List.of(locks.toUpperCase(Locale.ROOT).split(" ")).contains(name)) {
        strongest = Optional.of(mode);
      }
    }
    return strongest;
  }

  /** Where names without a schema are looked for. */
  public void searchPath(String schemas) throws SQLException {
    statement.execute("SET search_path = " + schemas);
  }

  private String value(String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws SQLException {
    watcher.close();
    connection.close();
  }
}
