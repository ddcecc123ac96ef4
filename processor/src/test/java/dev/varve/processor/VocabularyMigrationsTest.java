package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.processor.read.Marks;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each row of {@code docs/vocabulary.md} comes, stays and goes among others, with rows in tables. */
class VocabularyMigrationsTest {
  private static final boolean FULL = Boolean.getBoolean("varve.test.full");
  private static final int MIGRATIONS = Integer.getInteger("varve.n", FULL ? 500 : 1);
  private static final int AT_ONCE = 18;
  private static final int LEAST = 20;

  /** What was parked while something else of the row stayed or went. */
  private static final List<Map<String, Vocabulary.Form>> FAILED_ONCE = List.of(
      Map.of("identity", Vocabulary.Form.BARE),
      Map.of("sequence that a column owns", Vocabulary.Form.ABSENT),
      Map.of("temporal key", Vocabulary.Form.ABSENT),
      Map.of("extension type: ltree", Vocabulary.Form.ABSENT),
      Map.of("another schema", Vocabulary.Form.ABSENT));

  @Test
  void everyRowComesStaysAndGoes() throws SQLException, IOException {
    Vocabulary vocabulary = new Vocabulary();
    boolean old = TestServer.majorVersion() < 18;
    List<Integer> known = IntStream.range(0, vocabulary.size())
        .filter(row -> !(old && vocabulary.needs18(row)))
        .boxed()
        .toList();
    Map<String, Integer> counts = new TreeMap<>();
    known.forEach(row -> counts.put(vocabulary.name(row), 0));
    Map<String, Integer> refused = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    try (TestDatabase database = TestServer.newDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      MigrationTrial.planQuickly(statement);
      long first = Long.getLong("varve.from", 0);
      for (long seed = first - FAILED_ONCE.size(); seed < first + MIGRATIONS; seed++) {
        Evolution evolution = seed < first
            ? new Evolution(vocabulary, known, FAILED_ONCE.get((int) (first - seed) - 1))
            : new Evolution(vocabulary, known, seed);
        try {
          MigrationTrial trial =
              new MigrationTrial(connection, statement, evolution.migration(), seed);
          trial.run(true, FULL ? 8 : 2);
          evolution
              .measured(trial.filled())
              .forEach(row -> counts.merge(vocabulary.name(row), 1, Integer::sum));
        } catch (MigrationTrial.Refused e) {
          refused.merge(e.getMessage(), 1, Integer::sum);
        } catch (SQLException | RuntimeException | AssertionError e) {
          failures.add("Seed " + seed + ": " + e);
          System.out.println(failures.get(failures.size() - 1));
        }
      }
    }
    System.out.println(
        MIGRATIONS + " migrations of the vocabulary; not run to the end: " + refused);
    System.out.println("Ran to the end with rows in the tables, by row of the page: " + counts);
    assertEquals(List.of(), failures, () -> failures.size() + "\n" + String.join("\n\n", failures));
    if (MIGRATIONS >= 500) {
      assertEquals(
          List.of(),
          counts.entrySet().stream().filter(count -> count.getValue() < LEAST).toList(),
          "each row at least " + LEAST + " times");
    }
  }

  /** Some rows as they are before and after. */
  private static final class Evolution {
    private final Vocabulary vocabulary;
    private final Random random;
    private final Map<Integer, Vocabulary.Form> before = new TreeMap<>();
    private final Map<Integer, Vocabulary.Form> after = new TreeMap<>();

    Evolution(Vocabulary vocabulary, List<Integer> known, long seed) {
      this.vocabulary = vocabulary;
      this.random = new Random(new SplittableRandom(seed).nextLong());
      for (int place = 0; place < AT_ONCE; place++) {
        int row = dealt(known, seed * AT_ONCE + place);
        before.put(row, random.nextBoolean() ? Vocabulary.Form.FULL : form(row));
        after.put(row, form(row));
      }
    }

    /** Each row as often as any other: they are dealt like cards, one pack after the other. */
    private static int dealt(List<Integer> known, long card) {
      List<Integer> pack = new ArrayList<>(known);
      Collections.shuffle(pack, new Random(new SplittableRandom(card / pack.size()).nextLong()));
      return pack.get((int) (card % pack.size()));
    }

    /** These rows, and what is left of them afterwards. */
    Evolution(Vocabulary vocabulary, List<Integer> known, Map<String, Vocabulary.Form> left) {
      this.vocabulary = vocabulary;
      this.random = new Random(1);
      for (int row : known) {
        if (left.containsKey(vocabulary.name(row))) {
          before.put(row, Vocabulary.Form.FULL);
          after.put(row, left.get(vocabulary.name(row)));
        }
      }
    }

    private Vocabulary.Form form(int row) {
      Vocabulary.Form form = Vocabulary.Form.values()[random.nextInt(3)];
      return form == Vocabulary.Form.BARE && !vocabulary.hasBareForm(row)
          ? Vocabulary.Form.FULL
          : form;
    }

    RandomMigration migration() {
      Schema from = vocabulary.schema(before);
      Schema to = vocabulary.schema(after);
      Map<ColumnName, ColumnName> origins = new HashMap<>();
      Set<ColumnName> columns = columns(from);
      columns.retainAll(columns(to));
      columns.forEach(column -> origins.put(column, column));
      return RandomMigration.of(from, to, marks(from, to), origins);
    }

    private static Set<ColumnName> columns(Schema schema) {
      Set<ColumnName> columns = new HashSet<>();
      for (Table table : schema.tables()) {
        table.columns().forEach(column -> columns.add(new ColumnName(table.name(), column.name())));
      }
      return columns;
    }

    private Marks marks(Schema from, Schema to) {
      List<Marks.Drop> drops = new ArrayList<>();
      for (Table table : from.tables()) {
        if (to.table(table.name()).isEmpty()) {
          drops.add(new Marks.Drop(table.name().toString(), random.nextInt(4) == 0));
        } else {
          for (Column column : table.columns()) {
            ColumnName name = new ColumnName(table.name(), column.name());
            if (to.column(name).isEmpty()) {
              drops.add(new Marks.Drop(name.toString(), random.nextInt(12) == 0));
            }
          }
        }
      }
      Values values = new Values(to);
      Map<ColumnName, String> backfills = new TreeMap<>();
      for (Table table : to.tables()) {
        for (Column column : table.columns()) {
          ColumnName name = new ColumnName(table.name(), column.name());
          boolean added =
              from.table(table.name()).isPresent() && from.column(name).isEmpty();
          if (added
              && !column.nullable()
              && !column.isGenerated()
              && column.defaultValue() instanceof Default.None) {
            backfills.put(name, values.of(column.type(), "random()::text"));
          }
        }
      }
      return new Marks(Map.of(), Map.of(), drops, backfills, Map.of());
    }

    /** The rows that came to a table that has rows, stayed, or went with it. */
    List<Integer> measured(Set<QualifiedName> filled) {
      return before.keySet().stream()
          .filter(row -> before.get(row) == Vocabulary.Form.FULL
              || (before.get(row) == Vocabulary.Form.BARE
                  && after.get(row) == Vocabulary.Form.FULL))
          .filter(row -> !Collections.disjoint(vocabulary.tables(row), filled))
          .toList();
    }
  }
}
