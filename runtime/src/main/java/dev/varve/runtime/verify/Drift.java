package dev.varve.runtime.verify;

import dev.varve.runtime.catalog.Difference;
import dev.varve.runtime.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of a database is not as its migrations make it.
 *
 * @param schema the schema that the migrations run in
 * @param differences by the schema that they are in; under the empty name those of the whole
 *     database, such as a missing extension
 * @param sides of each schema with a difference, the tables and enums of both sides, by names
 *     without a schema
 * @param notes what could not be compared, and why
 */
public record Drift(
    String schema,
    SortedMap<String, List<Difference>> differences,
    SortedMap<String, Sides> sides,
    List<String> notes) {
  /** What is expected of a schema, and what it has, as the same server prints both. */
  public record Sides(Schema expected, Schema found) {}

  /** Of what belongs to no schema. */
  public static final String DATABASE = "";

  public Drift {
    SortedMap<String, List<Difference>> copy = new TreeMap<>();
    for (var entry : differences.entrySet()) {
      if (!entry.getValue().isEmpty()) {
        copy.put(entry.getKey(), List.copyOf(entry.getValue()));
      }
    }
    differences = copy;
    SortedMap<String, Sides> kept = new TreeMap<>(sides);
    kept.keySet().retainAll(copy.keySet());
    sides = kept;
    notes = List.copyOf(notes);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return differences.isEmpty();
  }

  /** One line for each difference; those of other schemas begin with its name. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (var entry : differences.entrySet()) {
      String place = entry.getKey();
      String prefix = place.isEmpty() || place.equals(schema) ? "" : "schema " + place + ": ";
      for (Difference difference : entry.getValue()) {
        lines.add(prefix + difference);
      }
    }
    return lines;
  }
}
