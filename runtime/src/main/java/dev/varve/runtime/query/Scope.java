package dev.varve.runtime.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of one query may use: the relations that it reads, its named windows, the
 * columns of its result; and, in a query within another one, what that may use.
 */
final class Scope {
  private final @Nullable Scope parent;
  private final List<Relation<?>> relations = new ArrayList<>(2);
  private List<Cte<?>> ctes = List.of();
  private List<NamedWindow> windows = List.of();

  Scope(@Nullable Scope parent) {
    this.parent = parent;
  }

  Scope parent() {
    if (parent == null) {
      throw new IllegalStateException("The outermost query has no parent");
    }
    return parent;
  }

  void enter(Relation<?> relation) {
    for (Relation<?> known : relations) {
      if (known.name().equals(relation.name())) {
        throw new StatementException(relation.name()
            + " stands twice in the statement. Give one of them another name: .as(\"…\").");
      }
    }
    relations.add(relation);
  }

  void declare(Cte<?> cte) {
    ctes = added(ctes, cte);
  }

  void declare(List<NamedWindow> named) {
    windows = named;
  }

  private static <T> List<T> added(List<T> list, T element) {
    List<T> more = new ArrayList<>(list);
    more.add(element);
    return more;
  }

  /** A name belongs to the innermost query that has it. */
  void require(Relation<?> relation, String column) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      for (Relation<?> known : scope.relations) {
        if (known == relation || known.isSame(relation)) {
          return;
        }
        if (known.name().equals(relation.name())) {
          throw otherwiseRead(known, relation, column);
        }
      }
    }
    throw new StatementException("Column "
        + relation.name()
        + "."
        + column
        + " is used, but the statement reads only "
        + String.join(", ", relations.stream().map(Relation::name).toList())
        + ". Join "
        + relation.name()
        + ", or take the column from a table that is read.");
  }

  private static StatementException otherwiseRead(
      Relation<?> known, Relation<?> relation, String column) {
    String name = relation.name() + "." + column;
    if (known instanceof Outer<?> outer && outer.source().isSame(relation)) {
      return new StatementException("Column "
          + name
          + " is used, but "
          + relation.name()
          + " is the outer side of a join, where it may be NULL. Take the column from the outer"
          + " view that the join was given.");
    }
    if (relation instanceof Outer<?> outer && outer.source().isSame(known)) {
      return new StatementException("Column "
          + name
          + " is taken from an outer view, but "
          + relation.name()
          + " is no outer side of a join here. Take the column from the table.");
    }
    return new StatementException("Column "
        + name
        + " is used where "
        + relation.name()
        + " stands for something else. Give one of them another name: .as(\"…\").");
  }

  void require(Cte<?> cte) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      if (scope.ctes.contains(cte)) {
        return;
      }
    }
    throw new StatementException("The statement reads "
        + cte.name()
        + ", which it does not declare before. Start it with db.with(…).");
  }

  void require(NamedWindow window) {
    if (!windows.contains(window)) {
      throw new StatementException("A function is computed over the window "
          + window.name()
          + ", which the select does not name. Add .window(…).");
    }
  }
}
