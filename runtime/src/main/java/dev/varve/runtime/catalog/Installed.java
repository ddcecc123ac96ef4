package dev.varve.runtime.catalog;

import dev.varve.runtime.schema.Name;
import java.util.List;

/**
 * An extension of a database, or a role of its server.
 *
 * @param kind {@code extension} or {@code role}
 * @param definition of an extension its version, of a role its attributes as SQL
 * @param place of an extension its schema
 * @param groups the roles that a role is a member of
 */
public record Installed(
    String kind, Name name, String definition, String place, List<String> groups) {
  public Installed {
    groups = List.copyOf(groups);
  }
}
