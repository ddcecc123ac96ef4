package dev.varve.runtime.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An index.
 *
 * @param where the predicate of a partial index, as the user wrote it
 * @param nullsNotDistinct whether NULL counts as a value that may occur only once
 * @param include columns that it carries along, so that a query need not look at the table
 * @param method the access method, such as {@code btree} or {@code gin}
 * @param parameters of its {@code WITH}, such as {@code fillfactor}
 * @param tablespace where it lies; empty for the database's own
 */
public record Index(
    Name name,
    List<IndexKey> keys,
    boolean unique,
    Optional<String> where,
    boolean nullsNotDistinct,
    List<Name> include,
    Name method,
    Map<String, String> parameters,
    Optional<Name> tablespace) {
  /** The access method of an index that says nothing else. */
  public static final Name BTREE = new Name("btree");

  public Index {
    if (keys.isEmpty() || new HashSet<>(keys).size() != keys.size()) {
      throw new IllegalArgumentException("An index lists one or more keys, each once: " + keys);
    }
    keys = List.copyOf(keys);
    include = List.copyOf(include);
    parameters = Parameters.copy(parameters);
  }

  /** A B-tree of columns in their usual order. */
  public Index(Name name, List<Name> columns, boolean unique, Optional<String> where) {
    this(
        name,
        columns.stream().map(IndexKey::of).toList(),
        unique,
        where,
        false,
        List.of(),
        BTREE,
        Map.of(),
        Optional.empty());
  }

  /**
   * An index out of its definition behind {@code USING}, without its predicate: {@code gin (tags)
   * WITH (fastupdate=off)}.
   *
   * @throws IllegalArgumentException if it says anything that this record does not
   */
  public static Index parse(
      Name name,
      boolean unique,
      String definition,
      Optional<String> where,
      Optional<Name> tablespace) {
    return new IndexKeyParser(definition).index(name, unique, where, tablespace);
  }

  public Index withName(Name newName) {
    return new Index(
        newName, keys, unique, where, nullsNotDistinct, include, method, parameters, tablespace);
  }

  /** The keys that are columns. */
  public List<Name> columns() {
    return keys.stream().flatMap(key -> key.column().stream()).toList();
  }

  /** The columns whose values, taken together, occur once in the whole table; empty if none do. */
  public List<Name> uniqueColumns() {
    return unique && where.isEmpty() && columns().size() == keys.size() ? columns() : List.of();
  }

  /** Whether it is about this column, by its keys, its predicate, or as one that it carries. */
  public boolean mentions(Name column) {
    return mentionsInExpression(column) || columns().contains(column) || include.contains(column);
  }

  /** Whether PostgreSQL keeps an expression or a predicate of it that names the column. */
  public boolean mentionsInExpression(Name column) {
    return keys.stream().anyMatch(key -> key.expression().isPresent() && key.mentions(column))
        || where.filter(predicate -> Expressions.mentions(predicate, column)).isPresent();
  }

  /** With what becomes of its expressions. */
  public Index withExpressions(UnaryOperator<String> operator) {
    return new Index(
        name,
        keys.stream().map(key -> key.withExpression(operator)).toList(),
        unique,
        where.map(operator),
        nullsNotDistinct,
        include,
        method,
        parameters,
        tablespace);
  }

  public Index withColumnRenamed(Name from, Name to) {
    return new Index(
        name,
        keys.stream().map(key -> key.withColumnRenamed(from, to)).toList(),
        unique,
        where.map(predicate -> Expressions.withColumnRenamed(predicate, from, to)),
        nullsNotDistinct,
        Names.renamed(include, from, to),
        method,
        parameters,
        tablespace);
  }

  /** What stands behind the name of the table: {@code USING gin (tags) WHERE NOT hidden}. */
  public String sql() {
    return (method.equals(BTREE) ? "" : "USING " + method.quoted() + " ")
        + keys.stream().map(IndexKey::sql).collect(Collectors.joining(", ", "(", ")"))
        + Names.include(include)
        + (nullsNotDistinct ? " NULLS NOT DISTINCT" : "")
        + (parameters.isEmpty() ? "" : " WITH " + Parameters.sql(parameters))
        + tablespace.map(place -> " TABLESPACE " + place.quoted()).orElse("")
        + where.map(predicate -> " WHERE " + predicate).orElse("");
  }
}
