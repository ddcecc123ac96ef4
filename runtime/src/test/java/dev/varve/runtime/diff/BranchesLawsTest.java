package dev.varve.runtime.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for any three branches of a history, in any order. */
class BranchesLawsTest {
  private static final int STORIES = 300;
  private static final List<List<Integer>> ORDERS = List.of(
      List.of(0, 1, 2),
      List.of(0, 2, 1),
      List.of(1, 0, 2),
      List.of(1, 2, 0),
      List.of(2, 0, 1),
      List.of(2, 1, 0));

  /** A schema, and what three people made of it. */
  private record Story(List<Change> first, List<List<Change>> branches) {
    /** Empty if the edits do not make a sound story; {@link SchemaDiffLawsTest} looks into those. */
    static Optional<Story> of(long seed) {
      try {
        return Optional.of(make(seed));
      } catch (IllegalArgumentException | InvalidChange unsound) {
        return Optional.empty();
      }
    }

    private static Story make(long seed) {
      Schema from = new RandomSchemas(seed).schema(6);
      List<List<Change>> branches = new ArrayList<>();
      for (int branch = 0; branch < 3; branch++) {
        // Every other story has a change that two branches share.
        long edits = branch == 2 && seed % 2 == 0 ? seed : seed * 10 + branch;
        RandomEdits.Edited edited = RandomEdits.edit(new RandomSchemas(edits), from, 1);
        branches.add(SchemaDiff.between(from, edited.schema(), edited.hints()));
      }
      return new Story(SchemaDiff.between(Schema.EMPTY, from, Hints.NONE), branches);
    }

    History in(List<Integer> order) {
      List<History.Entry> entries = new ArrayList<>();
      entries.add(new History.Entry("20260101000000", "first", List.of(), first));
      for (int place = 0; place < order.size(); place++) {
        entries.add(new History.Entry(
            "2026010100001" + place,
            "branch_" + order.get(place),
            List.of("20260101000000__first"),
            branches.get(order.get(place))));
      }
      return new History(entries);
    }
  }

  private static List<Change> differences(Schema one, Schema other) {
    return one.equals(other) ? List.of() : SchemaDiff.between(one, other, Hints.NONE);
  }

  private static Schema schema(History history, String what) {
    try {
      return history.schema();
    } catch (InvalidChange damaged) {
      throw new AssertionError(what + ": " + damaged.getMessage(), damaged);
    }
  }

  @Test
  void whatCommutesFoldsToOneSchemaInEveryOrder() {
    int commuting = 0;
    int conflicting = 0;
    for (long seed = 1; seed <= (long) STORIES * Tries.of(1); seed++) {
      Optional<Story> made = Story.of(seed);
      if (made.isEmpty()) {
        continue;
      }
      Story story = made.get();
      Optional<Schema> expected = Optional.empty();
      for (List<Integer> order : ORDERS) {
        History history = story.in(order);
        String what = "seed " + seed + ", order " + order;
        boolean free = history.conflicts().isEmpty();
        if (order.equals(ORDERS.get(0))) {
          commuting += free ? 1 : 0;
          conflicting += free ? 0 : 1;
          expected = free ? Optional.of(schema(history, what)) : Optional.empty();
        }
        assertEquals(expected.isPresent(), free, what);
        if (expected.isPresent()) {
          Schema schema = schema(history, what);
          assertEquals(List.of(), differences(expected.get(), schema), what);
          assertEquals(expected.get().enums(), schema.enums(), what);
        }
      }
    }
    assertTrue(commuting > STORIES / 10, commuting + " commuting");
    assertTrue(conflicting > STORIES / 20, conflicting + " conflicting");
  }
}
