package dev.varve.runtime.catalog;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What one PostgreSQL schema holds.
 *
 * <p>Two catalogues are equal if their databases are: the order of columns, constraints and indexes
 * and the Java types behind tables and enums, which a database does not know, are left out of the
 * comparison. Expressions are compared as PostgreSQL prints them, so only catalogues that were both
 * read from a server can be compared.
 *
 * @param schema what the model can say; columns in their physical order
 * @param others everything else, sorted
 */
public record Catalog(Schema schema, List<Other> others) {
  public Catalog {
    others = others.stream().sorted().toList();
  }

  /** What must be done to the second database to make it the first, one line each. */
  public static List<String> differences(Catalog expected, Catalog found) {
    return compare(expected, found, UnaryOperator.identity()).stream()
        .map(Difference::toString)
        .toList();
  }

  /**
   * What of the second is not as in the first, sorted.
   *
   * @param names applied to the texts of the first, which may have been read from schemas of other
   *     names
   */
  public static List<Difference> compare(
      Catalog expected, Catalog found, UnaryOperator<String> names) {
    return CatalogParts.compare(expected, found, names);
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Catalog other
        && normal(schema).equals(normal(other.schema))
        && others.equals(other.others);
  }

  @Override
  public int hashCode() {
    return 31 * normal(schema).hashCode() + others.hashCode();
  }

  private static Schema normal(Schema schema) {
    return new Schema(
        schema.tables().stream().map(Catalog::normal).toList(),
        schema.enums().stream().map(type -> type.withType("")).toList());
  }

  private static Table normal(Table table) {
    return new Table(
        table.name(),
        "",
        table.columns().stream().sorted(Comparator.comparing(Column::name)).toList(),
        table.constraints().stream()
            .sorted(Comparator.comparing(Constraint::name))
            .toList(),
        table.indexes().stream().sorted(Comparator.comparing(Index::name)).toList(),
        table.options(),
        table.partitioning());
  }
}
