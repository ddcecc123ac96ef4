package dev.varve.runtime.schema;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Options in parentheses: {@code (fillfactor = 70, fastupdate = off)}. */
final class Parameters {
  private Parameters() {}

  static Map<String, String> copy(Map<String, String> parameters) {
    return Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  static String sql(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> new Name(entry.getKey()).quoted() + " = " + value(entry.getValue()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String value(String value) {
    return value.matches("[A-Za-z_]+|[0-9]+(\\.[0-9]+)?")
        ? value
        : "'" + value.replace("'", "''") + "'";
  }
}
