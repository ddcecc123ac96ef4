package dev.varve.processor.check;

import dev.varve.processor.read.Suggestion;
import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Renameable;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is new and renamed was there under the old name; a misspelled one would lose its data. */
final class RenamedFromKnown implements Rule {
  @Override
  public List<Finding> check(Situation situation) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : situation.changes()) {
      if (change instanceof Change.TableAdded added) {
        Optional.ofNullable(situation.marks().renamedTables().get(added.table().name()))
            .filter(old -> !isSoft(situation, old))
            .ifPresent(old -> findings.add(table(situation, added.table(), old)));
      } else if (change instanceof Change.ColumnAdded added) {
        ColumnName column = new ColumnName(added.table(), added.column().name());
        Optional.ofNullable(situation.marks().renamedColumns().get(column))
            .filter(old -> !isSoft(situation, column.table() + "." + old))
            .ifPresent(old -> findings.add(column(situation, column, old)));
      } else if (change instanceof Change.PartitionAdded added) {
        ObjectId id = ObjectId.on(ObjectKind.PARTITION, added.partition().name(), added.table());
        Optional.ofNullable(situation.marks().renamedObjects().get(id))
            .ifPresent(old -> findings.add(partition(situation, added.table(), id, old)));
      } else if (change instanceof Change.EnumAdded added) {
        Optional.ofNullable(situation.marks().renamedEnums().get(added.type().name()))
            .ifPresent(old -> findings.add(enumType(situation, added.type(), old)));
      } else if (change instanceof Change.EnumValueAdded added) {
        Optional.ofNullable(situation.marks().renamedValues().get(added.type()))
            .map(values -> values.get(added.value()))
            .ifPresent(old -> findings.add(value(situation, added, old)));
      } else if (change instanceof Change.ObjectChanged changed
          && changed.from() instanceof CompositeType from
          && changed.to() instanceof CompositeType to) {
        attributes(situation, from, to, findings);
      } else if (change instanceof Change.ObjectAdded added
          && situation.from().object(added.object().id()).isEmpty()) {
        ObjectId id = added.object().id();
        Optional.ofNullable(situation.marks().renamedObjects().get(id))
            .ifPresent(old -> findings.add(object(situation, id, old)));
      }
    }
    return findings;
  }

  /** What only the soft migration had made is renamed where it has run. */
  private static boolean isSoft(Situation situation, String old) {
    return !Targets.isIn(situation.from(), old) && Targets.isIn(situation.soft(), old);
  }

  private static Finding table(Situation situation, Table table, String old) {
    List<QualifiedName> known =
        situation.from().tables().stream().map(Table::name).toList();
    return new Finding(
        Problem.RENAMED_FROM_UNKNOWN,
        Subject.mark("RenamedFrom", table.name().toString()),
        table.type(),
        known.stream().anyMatch(name -> name.toString().equals(old))
            ? taken("table", old)
            : "there is no table \"" + old + "\" to rename. " + suggestion(old, known));
  }

  private static Finding enumType(Situation situation, EnumType type, String old) {
    List<QualifiedName> known =
        situation.from().enums().stream().map(EnumType::name).toList();
    return new Finding(
        Problem.RENAMED_FROM_UNKNOWN,
        Subject.mark("RenamedFrom", type.name().toString()),
        type.type(),
        known.stream().anyMatch(name -> name.toString().equals(old))
            ? taken("enum", old)
            : "there is no enum \"" + old + "\" to rename. " + suggestion(old, known));
  }

  private static Finding value(Situation situation, Change.EnumValueAdded added, String old) {
    QualifiedName before = Targets.enumBefore(situation, added.type());
    List<String> known = situation.from().enumType(before).map(EnumType::values).orElse(List.of());
    return new Finding(
        Problem.RENAMED_FROM_UNKNOWN,
        Subject.mark("RenamedFrom", added.type() + "." + added.value()),
        situation.to().enumType(added.type()).orElseThrow().type() + "." + added.value(),
        known.contains(old)
            ? taken("value", old)
            : "the enum "
                + before
                + " has no value \""
                + old
                + "\" to rename. "
                + suggestion(old, known));
  }

  private static Finding column(Situation situation, ColumnName column, String old) {
    List<Name> known = situation.from().table(column.table()).stream()
        .flatMap(table -> table.columns().stream())
        .map(Column::name)
        .toList();
    return new Finding(
        Problem.RENAMED_FROM_UNKNOWN,
        Subject.mark("RenamedFrom", column.toString()),
        column.toString(),
        known.stream().anyMatch(name -> name.value().equals(old))
            ? taken("column", old)
            : "the table "
                + column.table()
                + " has no column \""
                + old
                + "\" to rename. "
                + suggestion(old, known));
  }

  private static Finding partition(
      Situation situation, QualifiedName table, ObjectId id, String old) {
    List<String> known = situation.from().table(Targets.nameBefore(situation, table)).stream()
        .flatMap(before -> before.partitions().stream())
        .map(partition -> partition.name().value())
        .toList();
    return new Finding(
        Problem.RENAMED_FROM_UNKNOWN,
        Subject.mark("RenamedFrom", id.toString()),
        id.toString(),
        known.contains(old)
            ? taken("partition", old)
            : "the table " + table + " has no partition \"" + old + "\" to rename. "
                + suggestion(old, known));
  }

  /** Of the attributes that are new. */
  private static void attributes(
      Situation situation, CompositeType from, CompositeType to, List<Finding> findings) {
    QualifiedName before = Targets.nameBefore(situation, to.name());
    List<Name> known = situation.from().named(ObjectKind.COMPOSITE_TYPE, before).stream()
        .flatMap(type -> ((CompositeType) type).attributes().stream())
        .map(CompositeType.Attribute::name)
        .toList();
    for (CompositeType.Attribute attribute : to.attributes()) {
      ColumnName name = new ColumnName(to.name(), attribute.name());
      String old = situation.marks().renamedAttributes().get(name);
      if (old != null
          && from.attribute(attribute.name()).isEmpty()
          && !isSoft(situation, before + "." + old)) {
        findings.add(new Finding(
            Problem.RENAMED_FROM_UNKNOWN,
            Subject.mark("RenamedFrom", name.toString()),
            to.source(),
            known.stream().anyMatch(other -> other.value().equals(old))
                ? taken("attribute", old)
                : "the type " + before + " has no attribute \"" + old + "\" to rename. "
                    + suggestion(old, known)));
      }
    }
  }

  private static Finding object(Situation situation, ObjectId id, String old) {
    List<String> known = situation.from().objects().stream()
        .filter(object -> object.id().kind() == id.kind())
        .flatMap(object -> object instanceof Renameable named
            ? Stream.of(named.name().toString())
            : Stream.<String>empty())
        .toList();
    String kind = id.kind().words();
    return new Finding(
        Problem.RENAMED_FROM_UNKNOWN,
        Subject.mark("RenamedFrom", id.toString()),
        id.toString(),
        known.contains(old)
            ? taken(kind, old)
            : "there is no " + kind + " \"" + old + "\" to rename. " + suggestion(old, known));
  }

  private static String taken(String what, String old) {
    return "the "
        + what
        + " \""
        + old
        + "\" has become another one already. Only one can be renamed from it: remove the other"
        + " @RenamedFrom.";
  }

  private static String suggestion(String old, List<?> known) {
    return Suggestion.nearest(old, known)
        .map(name -> "Did you mean \"" + name + "\"?")
        .orElse("Name it as the database does, or remove @RenamedFrom if it is new.");
  }
}
