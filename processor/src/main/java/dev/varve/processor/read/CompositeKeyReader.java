package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Constraint.Action;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A {@code @ForeignKey} of a record, whose target is known. */
record CompositeKeyReader(
    Diagnostics diagnostics, Table table, Table target, Annotated annotation) {

  Optional<Constraint.ForeignKey> read() {
    Optional<List<Name>> columns = new ListedColumns(diagnostics, table)
        .columns(annotation.texts("columns"), annotation.at("columns"));
    Optional<List<Name>> referenced = referenced();
    if (columns.isEmpty()
        || referenced.isEmpty()
        || !fit(columns.get(), referenced.get())
        || !hasActions(columns.get())) {
      return Optional.empty();
    }
    Optional<String> stated = annotation.text("name");
    if (stated.isPresent() && !Name.isValid(stated.get())) {
      Names.refuse(diagnostics, annotation.at("name"), "constraint", stated.get());
      return Optional.empty();
    }
    return Optional.of(new Constraint.ForeignKey(
        stated.map(Name::new).orElseGet(() -> Naming.foreignKey(table.name(), columns.get())),
        columns.get(),
        target.name(),
        referenced.get(),
        ForeignKeyReader.action(annotation, "onDelete"),
        ForeignKeyReader.action(annotation, "onUpdate"),
        new Constraint.ForeignKey.Traits(
            onDeleteColumns().orElse(List.of()),
            annotation.constant("match").filter("FULL"::equals).isPresent(),
            KeyReader.timing(annotation),
            annotation.flag("enforced").orElse(true),
            isPeriod())));
  }

  private boolean isPeriod() {
    return annotation.flag("period").orElse(false);
  }

  private Optional<List<Name>> referenced() {
    List<String> stated = annotation.texts("referencedColumns");
    if (stated.isEmpty()) {
      return target.primaryKey().map(Constraint.PrimaryKey::columns);
    }
    List<Name> columns = new ArrayList<>();
    for (String name : stated) {
      Optional<Column> column =
          target.columns().stream().filter(c -> c.name().value().equals(name)).findFirst();
      if (column.isEmpty()) {
        report(
            Problem.FK_COLUMN,
            "referencedColumns",
            Suggestion.unknown(
                target.name().toString(),
                name,
                target.columns().stream().map(Column::name).toList()));
        return Optional.empty();
      }
      columns.add(column.get().name());
    }
    return Optional.of(columns);
  }

  private boolean fit(List<Name> columns, List<Name> referenced) {
    if (columns.size() != referenced.size()
        || new HashSet<>(referenced).size() != referenced.size()) {
      report(
          Problem.FK_COLUMN,
          "columns",
          "as many columns are needed as are referenced, each once: "
              + list(columns)
              + " reference "
              + list(referenced)
              + " of "
              + target.name()
              + ". Name the ones that belong together, in the same order.");
      return false;
    }
    if (!ForeignKeyReader.isReferable(target, referenced, isPeriod())) {
      report(
          Problem.FK_COLUMN,
          "references",
          list(referenced)
              + " of "
              + target.name()
              + " are no key of it, and PostgreSQL references only what is: a primary or unique key"
              + " of exactly these columns, not deferrable"
              + (isPeriod() ? ", without overlaps" : "")
              + ". Make them one, or reference another.");
      return false;
    }
    for (int i = 0; i < columns.size(); i++) {
      Column own = table.column(columns.get(i)).orElseThrow();
      Column other = target.column(referenced.get(i)).orElseThrow();
      if (!ForeignKeyReader.areComparable(own.type(), other.type())) {
        report(
            Problem.FK_TYPE,
            "columns",
            "the column "
                + own.name()
                + " is "
                + own.type().sql()
                + ", but "
                + target.name()
                + "."
                + other.name()
                + " is "
                + other.type().sql()
                + ". Give both the same type.");
        return false;
      }
    }
    return true;
  }

  private boolean hasActions(List<Name> columns) {
    Action onDelete = ForeignKeyReader.action(annotation, "onDelete");
    Action onUpdate = ForeignKeyReader.action(annotation, "onUpdate");
    boolean sets = Set.of(Action.SET_NULL, Action.SET_DEFAULT).contains(onDelete);
    Optional<List<Name>> set = onDeleteColumns();
    if (set.isEmpty()) {
      return false;
    }
    if (!set.get().isEmpty() && (!sets || !columns.containsAll(set.get()))) {
      return reported(
          "onDeleteColumns",
          "the columns that a deletion sets are some of the key's, and onDelete is SET_NULL or"
              + " SET_DEFAULT. Correct one of them.");
    }
    if (isPeriod() && (onDelete != Action.NO_ACTION || onUpdate != Action.NO_ACTION)) {
      return reported(
          onDelete == Action.NO_ACTION ? "onUpdate" : "onDelete",
          "a foreign key with a period takes no action. Remove it.");
    }
    return canSet(set.get().isEmpty() ? columns : set.get(), onDelete, "onDelete")
        && canSet(columns, onUpdate, "onUpdate");
  }

  private boolean canSet(List<Name> columns, Action action, String member) {
    for (Name name : columns) {
      Column column = table.column(name).orElseThrow();
      if (action == Action.SET_NULL && !column.nullable()) {
        return reported(
            member,
            "SET_NULL needs columns that take NULL, but "
                + name
                + " refuses it. Declare its component as an Optional, name other columns in"
                + " onDeleteColumns, or choose another action.");
      }
      if (action == Action.SET_DEFAULT
          && !column.nullable()
          && column.defaultValue() instanceof Default.None) {
        return reported(
            member,
            "SET_DEFAULT needs defaults, but " + name
                + " has none. Add @Default, or choose another action.");
      }
    }
    return true;
  }

  private Optional<List<Name>> onDeleteColumns() {
    return new ListedColumns(diagnostics, table)
        .maybeColumns(annotation.texts("onDeleteColumns"), annotation.at("onDeleteColumns"));
  }

  private boolean reported(String member, String text) {
    report(Problem.ANNOTATION_VALUE, member, text);
    return false;
  }

  private void report(Problem problem, String member, String text) {
    diagnostics.report(problem, annotation.at(member), text);
  }

  private static String list(List<Name> names) {
    return String.join(", ", names.stream().map(Name::value).toList());
  }
}
