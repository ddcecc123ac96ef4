package dev.varve.runtime.query;

import java.util.List;
import java.util.Optional;

/**
 * Some rows of a select, in its order.
 *
 * @param next where the next page starts; empty if this is the last one
 */
public record Page<V>(List<V> rows, Optional<Cursor> next) {
  public Page {
    rows = List.copyOf(rows);
  }
}
