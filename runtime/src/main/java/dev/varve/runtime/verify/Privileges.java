package dev.varve.runtime.verify;

import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.Other;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves out of a catalogue the privileges that say nothing of drift: those of owners, which differ
 * with who verifies; those that default privileges give to everything new; and those on the schema
 * that the migrations run in, which they find and do not make.
 */
record Privileges(List<Other> defaults, Set<String> owners, Optional<String> givenSchema) {
  private static final String GRANT = "grant";
  private static final String TO = " to ";

  Catalog without(Catalog catalog) {
    List<Other> others = new ArrayList<>();
    for (Other other : catalog.others()) {
      if (!other.kind().equals(GRANT)) {
        if (!isOfGivenSchema(other.name())) {
          others.add(other);
        }
        continue;
      }
      int to = other.name().lastIndexOf(TO);
      String role = other.name().substring(to + TO.length());
      String definition = remaining(other, role);
      if (!definition.isEmpty()
          && !owners.contains(role)
          && !isOfGivenSchema(other.name().substring(0, to))) {
        others.add(new Other(GRANT, other.name(), definition));
      }
    }
    return new Catalog(catalog.schema(), others);
  }

  private boolean isOfGivenSchema(String object) {
    return givenSchema.filter(schema -> object.equals("schema " + schema)).isPresent();
  }

  private String remaining(Other grant, String role) {
    List<String> privileges = new ArrayList<>(List.of(grant.definition().split(", ")));
    for (Other given : defaults) {
      if (given.name().equals(role) && kind(grant.name()).equals(given.kind())) {
        privileges.remove(given.definition());
      }
    }
    return String.join(", ", privileges);
  }

  /** Views are tables here, and columns are not. */
  private static String kind(String object) {
    String first = object.substring(0, object.indexOf(' '));
    return switch (first) {
      case "view", "materialized", "foreign" -> "table";
      case "procedure", "aggregate", "routine" -> "function";
      default -> first;
    };
  }
}
