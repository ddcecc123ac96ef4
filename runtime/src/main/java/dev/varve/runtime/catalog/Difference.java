package dev.varve.runtime.catalog;

import dev.varve.runtime.schema.Name;
import java.util.Optional;

/**
 * One part of a schema that is not as it is expected.
 *
 * @param kind such as {@code table}, {@code column}, {@code function}, {@code grant}
 * @param table the table of a column, a constraint or an index that the model has words for
 * @param name of what the model has words for, the name itself; of anything else as SQL
 * @param expected the definition, as PostgreSQL prints it; empty if it should not be there
 * @param found the definition, as PostgreSQL prints it; empty if it is not there
 */
public record Difference(
    String kind,
    Optional<Name> table,
    String name,
    Optional<String> expected,
    Optional<String> found) {
  /** What it is about: {@code column users.email}. */
  public String part() {
    return table
        .map(owner -> kind + " " + owner.quoted() + "." + new Name(name).quoted())
        .orElse(kind + " " + name);
  }

  /** {@code column users.email is text, expected varchar(255)}; a definition is on one line. */
  @Override
  public String toString() {
    if (found.isEmpty()) {
      return part() + " is missing" + after(expected);
    }
    return expected.isEmpty()
        ? part() + " is not expected" + after(found)
        : part() + " is " + shown(found.get()) + ", expected " + shown(expected.get());
  }

  private static String after(Optional<String> definition) {
    return definition
        .filter(text -> !text.isBlank())
        .map(text -> ": " + shown(text))
        .orElse("");
  }

  private static String shown(String definition) {
    return definition.isBlank() ? "plain" : definition.strip().replaceAll("\\s*\n\\s*", " ");
  }
}
