package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.varve.runtime.migrate.MigrationId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {
  @Test
  void aLineIsALine() {
    assertEquals("""
        * 3
        |
        * 2
        |
        * 1
        """, draw("3 2", "2 1", "1"));
  }

  @Test
  void aMergeDividesAndBranchesJoin() {
    assertEquals("""
        * 4
        |
        |\\
        * | 3
        | |
        | * 2
        | |
        |/
        * 1
        """, draw("4 3 2", "3 1", "2 1", "1"));
  }

  @Test
  void twoHeadsStandBesideEachOther() {
    assertEquals("""
        * 3
        |
        | * 2
        | |
        |/
        * 1
        """, draw("3 1", "2 1", "1"));
  }

  @Test
  void anEndLeavesItsPlaceEmpty() {
    assertEquals("""
        * 4
        |
        | * 3
        | |
        * | 2

          * 1
        """.replace("\n\n", "\n  |\n"), draw("4 2", "3 1", "2", "1"));
  }

  /** Each migration with those it was built on; their numbers stand for versions. */
  private static String draw(String... migrations) {
    Graph graph = new Graph();
    StringBuilder drawn = new StringBuilder();
    for (String migration : migrations) {
      List<MigrationId> ids = new ArrayList<>();
      for (String number : migration.split(" ")) {
        ids.add(MigrationId.parse("2026010100000" + number + "__m"));
      }
      Graph.Margin margin = graph.next(ids.get(0), ids.subList(1, ids.size()));
      margin.ending().forEach(line -> drawn.append(line).append('\n'));
      drawn.append(margin.node()).append(migration.charAt(0)).append('\n');
      if (!margin.rest().isBlank()) {
        drawn.append(margin.rest().stripTrailing()).append('\n');
      }
      margin.beginning().forEach(line -> drawn.append(line).append('\n'));
    }
    return drawn.toString();
  }
}
