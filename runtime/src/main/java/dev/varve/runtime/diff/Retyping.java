package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Domain;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What the server does with the rows when a column gets another type, or a new column a type.
 *
 * @param schemas those that know the domains, the latest first
 */
public record Retyping(List<Schema> schemas) {
  public Retyping {
    schemas = List.copyOf(schemas);
  }

  /**
   * Whether all rows are written anew.
   *
   * @param column the column before
   * @param using the user's expression; empty for the server's own cast
   */
  public boolean rewrites(Column column, ColumnType to, Optional<String> using) {
    ColumnType from = beneath(column.type());
    ColumnType now = beneath(to);
    String cast = column.name().quoted() + "::";
    String expression = using.orElse(cast + to.sql());
    boolean kept = expression.equals(cast + to.sql())
        ? !Casts.rewrites(from, now)
        : expression.equals(cast + "text::" + to.sql())
            && !Casts.rewrites(from, ColumnType.Scalar.TEXT)
            && !Casts.rewrites(ColumnType.Scalar.TEXT, now);
    return !kept || isChecked(to);
  }

  /** Whether a value of the type must be looked at, even NULL. */
  public boolean isChecked(ColumnType type) {
    return domain(type)
        .filter(
            domain -> domain.notNull() || !domain.checks().isEmpty() || isChecked(domain.type()))
        .isPresent();
  }

  /** What values lie on disk as. */
  private ColumnType beneath(ColumnType type) {
    return domain(type).map(domain -> beneath(domain.type())).orElse(type);
  }

  private Optional<Domain> domain(ColumnType type) {
    return type instanceof ColumnType.Named named
        ? schemas.stream()
            .flatMap(schema -> schema.named(ObjectKind.DOMAIN, named.name()).stream())
            .map(Domain.class::cast)
            .findFirst()
        : Optional.empty();
  }
}
