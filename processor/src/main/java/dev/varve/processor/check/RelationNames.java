package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.MaterializedView;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.Partition;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Renameable;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables, types, indexes and keys share one space of names, throughout the schema. */
final class RelationNames implements Rule {
  private static final Set<ObjectKind> RELATIONS = Set.of(
      ObjectKind.VIEW,
      ObjectKind.MATERIALIZED_VIEW,
      ObjectKind.SEQUENCE,
      ObjectKind.DOMAIN,
      ObjectKind.COMPOSITE_TYPE);

  @Override
  public List<Finding> check(Situation situation) {
    Map<QualifiedName, String> taken = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (Table table : situation.to().tables()) {
      taken.put(table.name(), "the table " + table.name());
    }
    for (EnumType type : situation.to().enums()) {
      taken.put(type.name(), "the enum " + type.name());
    }
    for (Table table : situation.to().tables()) {
      for (Partition partition : table.partitions()) {
        String other = taken.putIfAbsent(
            table.name().sibling(partition.name()), "a partition of " + table.name());
        if (other != null) {
          findings.add(new Finding(
              Problem.NAME_TAKEN,
              Subject.object(ObjectId.on(ObjectKind.PARTITION, partition.name(), table.name())),
              table.type(),
              "the name "
                  + partition.name()
                  + " is that of "
                  + other
                  + " already. Give one of them another name."));
        }
      }
    }
    for (SchemaObject object : situation.to().objects()) {
      if (isRelation(object) && object instanceof Renameable named) {
        take(taken, named.name(), object.id().toString(), findings, object);
      }
    }
    for (SchemaObject object : situation.to().objects()) {
      if (object instanceof MaterializedView view) {
        view.indexes()
            .forEach(index -> take(
                taken,
                view.name().sibling(index.name()),
                "an index of " + view.name(),
                findings,
                object));
      }
    }
    for (Table table : situation.to().tables()) {
      List<Name> names = new ArrayList<>();
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof Constraint.PrimaryKey
            || constraint instanceof Constraint.Unique) {
          names.add(constraint.name());
        }
      }
      table.indexes().stream().map(Index::name).forEach(names::add);
      for (Name name : names) {
        String other = taken.putIfAbsent(table.name().sibling(name), "an index of " + table.name());
        if (other != null) {
          findings.add(new Finding(
              Problem.NAME_TAKEN,
              Subject.part(table.name(), name),
              table.type(),
              "the index name "
                  + name
                  + " is that of "
                  + other
                  + " already. Give one of them another name."));
        }
      }
    }
    return findings;
  }

  private static boolean isRelation(SchemaObject object) {
    return RELATIONS.contains(object.id().kind());
  }

  private static void take(
      Map<QualifiedName, String> taken,
      QualifiedName name,
      String what,
      List<Finding> findings,
      SchemaObject object) {
    String other = taken.putIfAbsent(name, what);
    if (other != null) {
      findings.add(new Finding(
          Problem.NAME_TAKEN,
          Subject.object(object.id()),
          object.source(),
          "the name "
              + name
              + " is that of "
              + other
              + " already. Give one of them another name."));
    }
  }
}
