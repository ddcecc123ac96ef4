package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Origins;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** The foreign keys of a table, when all tables are known. */
final class ForeignKeyReader {
  private final Diagnostics diagnostics;
  private final Origins origins;
  private final Function<TypeMirror, Optional<Table>> tables;

  /** {@code tables} knows the table of a record, also of one that is not compiled now. */
  ForeignKeyReader(
      Diagnostics diagnostics, Origins origins, Function<TypeMirror, Optional<Table>> tables) {
    this.diagnostics = diagnostics;
    this.origins = origins;
    this.tables = tables;
  }

  TableSource read(TableSource source) {
    List<Constraint> constraints = new ArrayList<>(source.table().constraints());
    for (ColumnSource column : source.columns()) {
      Annotated.find(column.field(), column.origin(), Marker.REFERENCES)
          .ifPresent(references -> read(source, column.column(), references)
              .ifPresent(read -> add(source, read, constraints, references)));
    }
    Origin place = TableReader.origin(source.type());
    for (Annotated key : Annotated.all(source.type(), place, Marker.FOREIGN_KEY)) {
      target(key, "references")
          .flatMap(table -> new CompositeKeyReader(diagnostics, source.table(), table, key).read())
          .ifPresent(read -> add(source, read, constraints, key));
    }
    return new TableSource(
        source.type(), source.table().withConstraints(constraints), source.members());
  }

  /** PostgreSQL lets an index have the name of a foreign key. */
  private void add(
      TableSource source, Constraint key, List<Constraint> constraints, Annotated annotation) {
    QualifiedName table = source.table().name();
    if (new PartNames(diagnostics, origins, table)
        .isFree(key.name(), constraints, List.of(), annotation.origin())) {
      origins.put(Subject.part(table, key.name()), annotation.origin());
      constraints.add(key);
    }
  }

  private Optional<Constraint> read(TableSource source, Column column, Annotated references) {
    return target(references, "value")
        .flatMap(target -> targetColumn(target, references)
            .filter(referenced -> haveSameType(column, target, referenced, references))
            .flatMap(referenced -> key(source.table(), column, target, referenced, references)));
  }

  private Optional<Table> target(Annotated annotation, String member) {
    Optional<TypeMirror> type = annotation.type(member);
    if (type.isEmpty() || TypeMapping.isUnresolved(type.get())) {
      return Optional.empty();
    }
    Optional<Table> target = tables.apply(type.get());
    if (target.isEmpty()) {
      diagnostics.report(
          Problem.FK_TARGET,
          annotation.at(member),
          TypeMapping.describe(type.get())
              + " is not a table. Annotate it with @Table, or remove the reference.");
    }
    return target;
  }

  private Optional<Column> targetColumn(Table target, Annotated references) {
    Optional<String> stated = references.text("column");
    if (stated.isEmpty()) {
      List<Name> key = target.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
      if (key.size() == 1 && isReferable(target, key, false)) {
        return target.column(key.get(0));
      }
      if (key.size() == 1) {
        diagnostics.report(
            Problem.FK_COLUMN,
            references.at("value"),
            "the primary key of " + target.name()
                + " is deferrable, and PostgreSQL references none such. Remove its deferrable, or"
                + " name another unique column: @References(column = …).");
      }
      if (key.size() > 1) {
        diagnostics.report(
            Problem.FK_COLUMN,
            references.at("value"),
            "the primary key of "
                + target.name()
                + " has several columns. Name a column that is unique by itself:"
                + " @References(column = …); or put @ForeignKey on the record.");
      }
      return Optional.empty();
    }
    Optional<Column> column = target.columns().stream()
        .filter(c -> c.name().value().equals(stated.get()))
        .findFirst();
    if (column.isEmpty()) {
      diagnostics.report(
          Problem.FK_COLUMN,
          references.at("column"),
          Suggestion.unknown(
              target.name().toString(),
              stated.get(),
              target.columns().stream().map(Column::name).toList()));
    } else if (!isReferable(target, List.of(column.get().name()), false)) {
      diagnostics.report(
          Problem.FK_COLUMN,
          references.at("column"),
          target.name()
              + "."
              + column.get().name()
              + " is not unique, and PostgreSQL references only what is. Make it"
              + " @Column(unique = true), or reference the primary key.");
      return Optional.empty();
    }
    return column;
  }

  /**
   * Whether a foreign key can reference the columns: a key of exactly these is there, or a unique
   * index of all rows.
   */
  static boolean isReferable(Table table, List<Name> columns, boolean period) {
    Set<Name> wanted = Set.copyOf(columns);
    return table.constraints().stream()
            .filter(c -> c.timing() == Timing.AT_ONCE)
            .filter(c -> period ? isTemporal(c) : isKey(c) && !isTemporal(c))
            .anyMatch(c ->
                period ? c.columns().equals(columns) : Set.copyOf(c.columns()).equals(wanted))
        || (!period
            && table.indexes().stream()
                .anyMatch(index -> Set.copyOf(index.uniqueColumns()).equals(wanted)));
  }

  private static boolean isKey(Constraint constraint) {
    return constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique;
  }

  private static boolean isTemporal(Constraint constraint) {
    return (constraint instanceof Constraint.PrimaryKey key && key.withoutOverlaps())
        || (constraint instanceof Constraint.Unique unique && unique.withoutOverlaps());
  }

  private boolean haveSameType(
      Column column, Table target, Column referenced, Annotated references) {
    if (column.type() instanceof ColumnType.ArrayOf) {
      diagnostics.report(
          Problem.FK_TYPE,
          references.origin(),
          "an array cannot reference rows. Make it a table of its own, with a row for each element.");
      return false;
    }
    boolean same = areComparable(column.type(), referenced.type());
    if (!same) {
      diagnostics.report(
          Problem.FK_TYPE,
          references.origin(),
          "the column is "
              + column.type().sql()
              + ", but "
              + target.name()
              + "."
              + referenced.name()
              + " is "
              + referenced.type().sql()
              + ". Give both the same type.");
    }
    return same;
  }

  static boolean areComparable(ColumnType one, ColumnType other) {
    return !(one instanceof ColumnType.ArrayOf)
        && (one.equals(other) || (isText(one) && isText(other)));
  }

  private static boolean isText(ColumnType type) {
    return type == ColumnType.Scalar.TEXT || type instanceof ColumnType.Varchar;
  }

  private Optional<Constraint> key(
      Table table, Column column, Table target, Column referenced, Annotated references) {
    List<Name> columns = List.of(column.name());
    Constraint.Action onDelete = action(references, "onDelete");
    Constraint.Action onUpdate = action(references, "onUpdate");
    if (!column.nullable() && contains(Constraint.Action.SET_NULL, onDelete, onUpdate)) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          references.at(onDelete == Constraint.Action.SET_NULL ? "onDelete" : "onUpdate"),
          "SET_NULL needs a column that takes NULL. Declare the component as an Optional, or choose"
              + " another action.");
    }
    if (column.defaultValue() instanceof Default.None
        && !column.nullable()
        && contains(Constraint.Action.SET_DEFAULT, onDelete, onUpdate)) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          references.at(onDelete == Constraint.Action.SET_DEFAULT ? "onDelete" : "onUpdate"),
          "SET_DEFAULT needs a default. Add @Default, or choose another action.");
    }
    Optional<String> stated = references.text("name");
    if (stated.isPresent() && !Name.isValid(stated.get())) {
      Names.refuse(diagnostics, references.at("name"), "constraint", stated.get());
      return Optional.empty();
    }
    Name name = stated.map(Name::new).orElseGet(() -> Naming.foreignKey(table.name(), columns));
    return Optional.of(new Constraint.ForeignKey(
        name,
        columns,
        target.name(),
        List.of(referenced.name()),
        onDelete,
        onUpdate,
        new Constraint.ForeignKey.Traits(
            List.of(),
            false,
            KeyReader.timing(references),
            references.flag("enforced").orElse(true),
            false)));
  }

  private static boolean contains(Constraint.Action action, Constraint.Action... actions) {
    return List.of(actions).contains(action);
  }

  static Constraint.Action action(Annotated references, String member) {
    return references
        .constant(member)
        .map(Constraint.Action::valueOf)
        .orElse(Constraint.Action.NO_ACTION);
  }

  /** Whether the record is a table, by its annotation. */
  static boolean isTable(TypeElement type) {
    return Annotated.find(type, TableReader.origin(type), Jakarta.TABLE).isPresent();
  }
}
