package dev.varve.runtime.catalog;

import java.util.Comparator;

/**
 * An object, or a property of one, that the model has no words for.
 *
 * @param kind such as {@code function}, {@code index}, {@code column}
 * @param name as SQL, after its table if it has one: {@code users.users_email_idx}
 * @param definition as PostgreSQL prints it, without the name of the schema
 */
public record Other(String kind, String name, String definition) implements Comparable<Other> {
  private static final Comparator<Other> ORDER =
      Comparator.comparing(Other::kind).thenComparing(Other::name).thenComparing(Other::definition);

  @Override
  public int compareTo(Other other) {
    return ORDER.compare(this, other);
  }
}
