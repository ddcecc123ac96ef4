package dev.varve.processor.pull;

import dev.varve.runtime.schema.Name;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of the catalogue. */
final class Row {
  private final Map<String, Integer> columns;
  private final @Nullable Object[] values;

  Row(Map<String, Integer> columns, @Nullable Object[] values) {
    this.columns = columns;
    this.values = values;
  }

  private @Nullable Object value(String column) {
    Integer place = columns.get(column);
    if (place == null) {
      throw new IllegalArgumentException("The query gives no " + column + ", but " + columns);
    }
    return values[place];
  }

  Optional<String> find(String column) {
    return Optional.ofNullable(value(column)).map(Object::toString);
  }

  String text(String column) {
    return find(column)
        .orElseThrow(() -> new IllegalArgumentException("The catalogue has no " + column));
  }

  boolean is(String column) {
    return Boolean.TRUE.equals(value(column));
  }

  /** 0 for NULL. */
  long number(String column) {
    return value(column) instanceof Number number ? number.longValue() : 0;
  }

  /** Empty for NULL. */
  List<String> list(String column) {
    return value(column) instanceof Object[] array
        ? Arrays.stream(array).map(String::valueOf).toList()
        : List.of();
  }

  List<Name> names(String column) {
    return list(column).stream().map(Name::new).toList();
  }
}
