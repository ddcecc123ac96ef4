package dev.varve.runtime.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a schema has that no migration makes.
 *
 * @param owners the owner of each object, by what PostgreSQL calls it: {@code table users}
 * @param defaultGrants what is granted on everything new: the kind, who gets it, and the privilege
 * @param extensionParts the names of types, functions, collations and operator classes that belong
 *     to extensions
 */
public record Surroundings(
    SortedMap<String, String> owners, List<Other> defaultGrants, SortedSet<String> extensionParts) {

  static Surroundings read(Connection connection, long oid) throws SQLException {
    SortedMap<String, String> owners = new TreeMap<>();
    Query.OWNERS.forEach(
        connection,
        connection.createArrayOf("oid", new Object[] {oid}),
        row -> owners.put(row.text("name"), row.text("owner")));
    for (OthersHistory history : SchemaReader.histories(connection, oid)) {
      owners.keySet().removeIf(history::isMentioned);
    }
    List<Other> grants = new ArrayList<>();
    Query.DEFAULT_GRANTS.forEach(
        connection,
        oid,
        row -> grants.add(new Other(row.text("kind"), row.text("name"), row.text("definition"))));
    SortedSet<String> parts = new TreeSet<>();
    Query.EXTENSION_PARTS.forEach(connection, oid, row -> parts.add(row.text("name")));
    return new Surroundings(owners, grants, parts);
  }
}
