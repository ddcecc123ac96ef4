package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Origins;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** The keys, checks and indexes of one table. */
final class KeyReader {
  private final Diagnostics diagnostics;
  private final Origins origins;
  private final Table bare;
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();

  KeyReader(Diagnostics diagnostics, Origins origins, Table bare) {
    this.diagnostics = diagnostics;
    this.origins = origins;
    this.bare = bare;
  }

  /** The table with all that was read. */
  Table table() {
    return bare.withConstraints(constraints).withIndexes(indexes);
  }

  void primaryKey(List<Name> columns, Origin origin) {
    add(new Constraint.PrimaryKey(Naming.primaryKey(bare.name()), columns), origin);
  }

  void onColumn(ColumnSource source) {
    VariableElement field = source.field();
    Origin origin = source.origin();
    Column column = source.column();
    List<Name> self = List.of(column.name());
    TextEnums.check(source)
        .ifPresent(expression ->
            add(new Constraint.Check(Naming.values(bare.name(), self), expression), origin));
    Annotated.find(field, origin, Jakarta.COLUMN)
        .filter(annotation -> annotation.flag("unique").orElse(false))
        .ifPresent(annotation -> add(
            new Constraint.Unique(Naming.unique(bare.name(), self), self),
            annotation.at("unique")));
    for (Annotated check : Annotated.all(field, origin, Marker.CHECK)) {
      check(check, Naming.check(bare.name(), self));
    }
    for (Annotated index : Annotated.all(field, origin, Marker.INDEX)) {
      if (index.value("columns").isPresent()) {
        diagnostics.report(
            Problem.ANNOTATION_VALUE,
            index.at("columns"),
            "an index on a component is of that component's column. Remove columns, or put @Index"
                + " on the record.");
      }
      index(index, self);
    }
  }

  void onTable(TypeElement type, Origin origin) {
    for (Annotated check : Annotated.all(type, origin, Marker.CHECK)) {
      check(check, Naming.check(bare.name(), List.of()));
    }
    for (Annotated index : Annotated.all(type, origin, Marker.INDEX)) {
      columns(index.texts("columns"), index.at("columns"))
          .ifPresent(columns -> index(index, columns));
    }
    Annotated.find(type, origin, Jakarta.TABLE).ifPresent(table -> onTable(table, origin));
  }

  private void onTable(Annotated table, Origin origin) {
    for (AnnotationMirror mirror : table.nested("uniqueConstraints")) {
      Annotated unique = new Annotated(mirror, origin.at(mirror));
      refuse(unique, "@UniqueConstraint", "options");
      columns(unique.texts("columnNames"), unique.origin())
          .ifPresent(columns -> name(unique, Naming.unique(bare.name(), columns))
              .ifPresent(name -> add(new Constraint.Unique(name, columns), unique.origin())));
    }
    for (AnnotationMirror mirror : table.nested("indexes")) {
      Annotated index = new Annotated(mirror, origin.at(mirror));
      refuse(index, "@Index", "options");
      String list = index.text("columnList").orElse("");
      List<String> names =
          Arrays.stream(list.split(",")).map(KeyReader::ascending).toList();
      columns(names, index.origin()).ifPresent(columns -> index(index, columns));
    }
  }

  private void refuse(Annotated annotation, String simple, String member) {
    if (annotation.value(member).isPresent()) {
      diagnostics.report(
          Problem.ANNOTATION_UNSUPPORTED,
          annotation.at(member),
          TableReader.meaningless(simple + "(" + member + " = …)"));
    }
  }

  /** {@code "title ASC"} to {@code "title"}: ascending is PostgreSQL's order anyway. */
  private static String ascending(String column) {
    String trimmed = column.trim();
    return trimmed.toLowerCase(Locale.ROOT).endsWith(" asc")
        ? trimmed.substring(0, trimmed.length() - 4).trim()
        : trimmed;
  }

  private void check(Annotated check, Name derived) {
    Optional<String> expression = check.text("value").filter(text -> !text.isBlank());
    if (expression.isEmpty()) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          check.at("value"),
          "the check has no SQL expression. Write one, or remove @Check.");
      return;
    }
    name(check, derived)
        .ifPresent(name -> add(new Constraint.Check(name, expression.get()), check.origin()));
  }

  private void index(Annotated annotation, List<Name> columns) {
    name(annotation, Naming.index(bare.name(), columns)).ifPresent(name -> {
      Index index = new Index(
          name,
          columns,
          annotation.flag("unique").orElse(false),
          annotation.text("where").filter(text -> !text.isBlank()));
      if (isFree(name, annotation.origin())) {
        indexes.add(index);
        origins.put(Subject.part(bare.name(), name), annotation.origin());
      }
    });
  }

  private void add(Constraint constraint, Origin origin) {
    if (isFree(constraint.name(), origin)) {
      constraints.add(constraint);
      origins.put(Subject.part(bare.name(), constraint.name()), origin);
    }
  }

  private boolean isFree(Name name, Origin origin) {
    boolean taken = constraints.stream().anyMatch(c -> c.name().equals(name))
        || indexes.stream().anyMatch(i -> i.name().equals(name));
    if (taken) {
      diagnostics.report(
          Problem.NAME_TAKEN,
          origin,
          "the table has a constraint or an index named " + name
              + " already. Give this one another name.");
    }
    return !taken;
  }

  private Optional<Name> name(Annotated annotation, Name derived) {
    Optional<String> stated = annotation.text("name");
    if (stated.isEmpty()) {
      return Optional.of(derived);
    }
    if (!Name.isValid(stated.get())) {
      Names.refuse(diagnostics, annotation.at("name"), "constraint or index", stated.get());
      return Optional.empty();
    }
    return stated.map(Name::new);
  }

  private Optional<List<Name>> columns(List<String> names, Origin origin) {
    List<Name> columns = new ArrayList<>();
    for (String name : names) {
      Optional<Column> column =
          bare.columns().stream().filter(c -> c.name().value().equals(name)).findFirst();
      if (column.isEmpty()) {
        diagnostics.report(
            Problem.COLUMN_UNKNOWN,
            origin,
            Suggestion.unknown(
                bare.name().toString(),
                name,
                bare.columns().stream().map(Column::name).toList()));
        return Optional.empty();
      }
      if (columns.contains(column.get().name())) {
        diagnostics.report(
            Problem.ANNOTATION_VALUE,
            origin,
            "the column " + name + " is listed twice. Remove one.");
        return Optional.empty();
      }
      columns.add(column.get().name());
    }
    if (columns.isEmpty()) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE, origin, "no column is listed. Name one or more.");
      return Optional.empty();
    }
    return Optional.of(columns);
  }
}
