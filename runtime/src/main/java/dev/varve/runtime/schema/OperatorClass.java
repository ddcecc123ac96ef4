package dev.varve.runtime.schema;

import java.util.Map;

/**
 * How an index compares the values of a key, where it is not the usual way of their type.
 *
 * @param parameters its options, such as {@code siglen}, as SQL without quotes
 */
public record OperatorClass(QualifiedName name, Map<String, String> parameters) {
  public OperatorClass {
    parameters = Parameters.copy(parameters);
  }

  /** {@code gist_trgm_ops (siglen = 32)}. */
  public String sql() {
    return name.quoted() + (parameters.isEmpty() ? "" : " " + Parameters.sql(parameters));
  }
}
