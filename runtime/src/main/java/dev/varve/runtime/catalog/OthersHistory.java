package dev.varve.runtime.catalog;

import dev.varve.runtime.schema.Name;
import java.util.regex.Pattern;

/**
 * A table in which another tool keeps its history. It is no part of a schema's shape.
 *
 * @param kind {@code Flyway}, {@code Liquibase}, {@code Liquibase lock} or {@code Alembic}
 */
public record OthersHistory(String kind, Name table) {
  /** Whether something is about the table: {@code table flyway_schema_history to ada}. */
  boolean isMentioned(String object) {
    return Pattern.compile("\\btable " + Pattern.quote(table.quoted()) + "(?![\\w$])")
        .matcher(object)
        .find();
  }
}
