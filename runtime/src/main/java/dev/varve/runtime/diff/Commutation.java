package dev.varve.runtime.diff;

import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two lists of changes, made on two branches, may be applied in either order.
 *
 * <p>Both orders must lead to the same schema. And since rows are not part of a schema: where one
 * of them rewrites rows of a table (a backfill, a conversion), the other must leave it alone.
 */
public final class Commutation {
  private Commutation() {}

  /**
   * Why they do not commute, as the rest of a sentence; empty if they do.
   *
   * @param from the schema on which both were made
   */
  public static Optional<String> conflict(Schema from, List<Change> one, List<Change> other) {
    Optional<Schema> oneFirst = apply(from, one).flatMap(schema -> apply(schema, other));
    Optional<Schema> otherFirst = apply(from, other).flatMap(schema -> apply(schema, one));
    if (oneFirst.isEmpty() || otherFirst.isEmpty()) {
      return Optional.of("one of them can only be applied before the other");
    }
    if (!areAlike(oneFirst.get(), otherFirst.get())) {
      return Optional.of("the two orders lead to different schemas");
    }
    Set<QualifiedName> contested = new HashSet<>(rewritten(one));
    contested.retainAll(touched(other));
    Set<QualifiedName> rewrittenByOther = new HashSet<>(rewritten(other));
    rewrittenByOther.retainAll(touched(one));
    contested.addAll(rewrittenByOther);
    return contested.stream()
        .map(QualifiedName::toString)
        .sorted()
        .findFirst()
        .map(table -> "one of them rewrites rows of " + table + ", which the other changes too");
  }

  /** Of columns the order means nothing, of the values of an enum it does. */
  private static boolean areAlike(Schema one, Schema other) {
    return one.equals(other)
        || one.enums().equals(other.enums())
            && SchemaDiff.between(one, other, Hints.NONE).isEmpty();
  }

  /**
   * Whether the changes only add what nothing before them can have known, so that they commute with
   * any script that ran without them.
   */
  public static boolean onlyAdds(List<Change> changes) {
    Set<QualifiedName> added = new HashSet<>();
    for (Change change : changes) {
      if (change instanceof Change.TableAdded table && table.parkedAs().isEmpty()) {
        added.add(table.table().name());
      }
      boolean adds = change instanceof Change.TableAdded table
              && table.parkedAs().isEmpty()
          || change instanceof Change.EnumAdded type && type.parkedAs().isEmpty()
          || change instanceof Change.EnumValueAdded
          || change instanceof Change.IndexAdded index && !index.index().unique()
          || change instanceof Change.ColumnAdded column && column.parkedAs().isEmpty()
          || change.accept(new Tables()).filter(added::contains).isPresent();
      if (!adds) {
        return false;
      }
    }
    return true;
  }

  /** The schema with the changes; empty if they do not fit it. */
  static Optional<Schema> apply(Schema from, List<Change> changes) {
    try {
      Schema schema = from;
      for (Change change : changes) {
        schema = change.apply(schema);
      }
      return Optional.of(schema);
    } catch (InvalidChange e) {
      return Optional.empty(); // which is an answer
    }
  }

  private static Set<QualifiedName> touched(List<Change> changes) {
    Set<QualifiedName> tables = new HashSet<>();
    for (Change change : changes) {
      change.accept(new Tables()).ifPresent(tables::add);
    }
    return tables;
  }

  private static Set<QualifiedName> rewritten(List<Change> changes) {
    Set<QualifiedName> tables = new HashSet<>();
    for (Change change : changes) {
      if (change instanceof Change.ColumnTypeChanged
          || change instanceof Change.ColumnValuesRenamed
          || change instanceof Change.ColumnNullabilityChanged filled
              && filled.backfill().isPresent()) {
        change.accept(new Tables()).ifPresent(tables::add);
      }
    }
    return tables;
  }
}
