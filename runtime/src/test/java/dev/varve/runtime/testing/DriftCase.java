package dev.varve.runtime.testing;

import dev.varve.runtime.Varve;
import dev.varve.runtime.migrate.MigrationSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One paragraph of {@code drift.txt}: what somebody did to the schema of {@code drift.sql} by hand,
 * which has something of every kind.
 *
 * @param undone how it is taken back
 * @param said what the verifier says meanwhile
 * @param older what it says otherwise on PostgreSQL 15, by the place in the list: that prints the table
 *     of each column of a view, also if there is only one ({@code 15=} in the file)
 */
public record DriftCase(
    String done, String undone, List<String> said, SortedMap<Integer, String> older) {
  /** What the verifier says on the server of the tests. */
  public List<String> saidHere() {
    List<String> here = new ArrayList<>(said);
    if (!older.isEmpty() && TestServer.majorVersion() < 16) {
      older.forEach(here::set);
    }
    return here;
  }

  /** All of them. */
  public static List<DriftCase> all() {
    return Stream.of(text("drift.txt").split("\n\n")).map(DriftCase::of).toList();
  }

  /** A database with the schema, made by a migration. */
  public static Varve migrated(TestDatabase database) {
    database.execute("""
        DO $$
        BEGIN
          IF to_regrole('drift_reader') IS NULL THEN
            CREATE ROLE drift_reader;
            CREATE ROLE drift_owner;
          END IF;
        END
        $$""");
    Varve varve = Varve.of(database.dataSource()).sources(List.of(source()));
    varve.migrate();
    return varve;
  }

  /** Its migration. */
  public static MigrationSource source() {
    return MigrationSource.of(
        "drift", List.of(new MigrationSource.Script("20260101000000__all", script())));
  }

  /** What makes the schema. */
  public static String script() {
    return text("drift.sql");
  }

  private static String text(String file) {
    try (InputStream in = DriftCase.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DriftCase of(String paragraph) {
    StringBuilder done = new StringBuilder();
    StringBuilder undone = new StringBuilder();
    List<String> said = new ArrayList<>();
    SortedMap<Integer, String> older = new TreeMap<>();
    for (String line : paragraph.strip().split("\n")) {
      if (line.startsWith("15= ")) {
        older.put(said.size() - 1, line.substring("15= ".length()));
        continue;
      }
      String text = line.substring(2);
      switch (line.charAt(0)) {
        case '+' -> done.append(text).append('\n');
        case '-' -> undone.append(text).append('\n');
        default -> said.add(text);
      }
    }
    return new DriftCase(done.toString().strip(), undone.toString().strip(), said, older);
  }

  /** The paragraph with what is said now. */
  public String text(List<String> lines) {
    StringBuilder text = new StringBuilder(
        "+ " + done.replace("\n", "\n+ ") + "\n- " + undone.replace("\n", "\n- ") + "\n");
    for (int i = 0; i < lines.size(); i++) {
      text.append("= ").append(lines.get(i)).append('\n');
      text.append(older.containsKey(i) ? "15= " + older.get(i) + "\n" : "");
    }
    return text.append('\n').toString();
  }
}
