package dev.varve.runtime.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which tables have foreign keys to which. */
record References(SortedParts<QualifiedName, Target> targets) {
  static final References NONE =
      new References(SortedParts.of(List.of(), Target::name, "% is a target twice"));

  private static final SortedParts<QualifiedName, QualifiedName> NOBODY =
      SortedParts.of(List.of(), name -> name, "% references it twice");

  /** A table, or a name that no table of the schema has, and the tables with foreign keys to it. */
  private record Target(QualifiedName name, SortedParts<QualifiedName, QualifiedName> sources) {}

  static References of(List<Table> tables) {
    References references = NONE;
    for (Table table : tables) {
      references = references.with(table);
    }
    return references;
  }

  /** The names of the tables that have a foreign key to it, in order. */
  List<QualifiedName> to(QualifiedName target) {
    return targets.find(target).<List<QualifiedName>>map(Target::sources).orElse(List.of());
  }

  References with(Table table) {
    SortedParts<QualifiedName, Target> result = targets;
    for (QualifiedName target : targetsOf(table)) {
      var sources = result.find(target).map(Target::sources).orElse(NOBODY);
      result = result.with(new Target(target, sources.with(table.name())));
    }
    return new References(result);
  }

  References without(Table table) {
    SortedParts<QualifiedName, Target> result = targets;
    for (QualifiedName target : targetsOf(table)) {
      var sources = result.find(target).map(Target::sources).orElse(NOBODY).without(table.name());
      result =
          sources.isEmpty() ? result.without(target) : result.with(new Target(target, sources));
    }
    return new References(result);
  }

  /** With the table in the place of one, if any. */
  References with(Optional<Table> old, Table table) {
    return old.map(Table::name).equals(Optional.of(table.name()))
            && targetsOf(old.orElseThrow()).equals(targetsOf(table))
        ? this
        : old.map(this::without).orElse(this).with(table);
  }

  private static Set<QualifiedName> targetsOf(Table table) {
    return table.constraints().stream()
        .filter(Constraint.ForeignKey.class::isInstance)
        .map(constraint -> ((Constraint.ForeignKey) constraint).target())
        .collect(Collectors.toSet());
  }
}
