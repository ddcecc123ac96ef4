package dev.varve.runtime.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SortedPartsTest {
  /** Each number is put in if it is positive, and taken out if not. */
  @Property(tries = 200)
  void isTheSetThatItWouldBe(
      @ForAll @Size(max = 300) List<@IntRange(min = -40, max = 40) Integer> steps) {
    SortedParts<Integer, Integer> parts = SortedParts.of(List.of(), number -> number, "%");
    TreeSet<Integer> expected = new TreeSet<>();
    for (int step : steps) {
      SortedParts<Integer, Integer> before = parts;
      List<Integer> copy = List.copyOf(expected);
      if (step > 0) {
        parts = parts.with(step);
        expected.add(step);
      } else {
        parts = parts.without(-step);
        expected.remove(-step);
      }
      assertEquals(copy, before, "the one before it changed");
    }
    assertEquals(List.copyOf(expected), parts);
    for (int i = 0; i < parts.size(); i++) {
      assertEquals(Optional.of(parts.get(i)), parts.find(parts.get(i)));
    }
    assertEquals(parts, SortedParts.of(new ArrayList<>(expected), number -> number, "%"));
  }

  @Test
  void noNameOccursTwice() {
    var e = assertThrows(
        IllegalArgumentException.class,
        () -> SortedParts.of(List.of(2, 1, 2), number -> number, "twice %"));
    assertEquals("twice 2", e.getMessage());
  }

  @Test
  void manyChangesDoNotCopyManyParts() {
    assertTimeout(Duration.ofSeconds(20), () -> {
      SortedParts<Integer, Integer> parts = SortedParts.of(List.of(), number -> number, "%");
      for (int i = 0; i < 200_000; i++) {
        parts = parts.with(i);
      }
      for (int i = 0; i < 199_999; i++) {
        parts = parts.without(i);
      }
      assertEquals(List.of(199_999), parts);
    });
  }
}
