package dev.varve.runtime.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL enum.
 *
 * @param type the full name of the Java enum that describes it
 * @param values in order, each once, each at most 63 bytes
 */
public record EnumType(QualifiedName name, String type, List<String> values) {
  public EnumType {
    values = List.copyOf(values);
    if (new HashSet<>(values).size() != values.size()) {
      throw new IllegalArgumentException("Enum " + name + " lists a value twice: " + values);
    }
  }

  /** The value that follows this one, if it is not the last. */
  public Optional<String> after(String value) {
    int next = values.indexOf(value) + 1;
    return next < values.size() ? Optional.of(values.get(next)) : Optional.empty();
  }

  /** With one more value, before the one named or last. */
  public EnumType with(String value, Optional<String> before) {
    List<String> changed = new ArrayList<>(values);
    changed.add(before.map(changed::indexOf).orElse(changed.size()), value);
    return new EnumType(name, type, changed);
  }

  public EnumType without(String value) {
    return new EnumType(
        name, type, values.stream().filter(v -> !v.equals(value)).toList());
  }

  public EnumType withName(QualifiedName newName) {
    return new EnumType(newName, type, values);
  }

  public EnumType withValues(List<String> newValues) {
    return new EnumType(name, type, newValues);
  }

  /** Whether the other one has all values of this one, in their order, and perhaps more. */
  public boolean isKeptBy(EnumType other) {
    return other.values.stream().filter(values::contains).toList().equals(values);
  }

  public EnumType withType(String newType) {
    return new EnumType(name, newType, values);
  }
}
