package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Origins;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** A record with {@code @Table} to a table, but for its foreign keys, which need the others. */
final class TableReader {
  private final Diagnostics diagnostics;
  private final Origins origins;
  private final ColumnReader columnReader;

  TableReader(Diagnostics diagnostics, Origins origins, ColumnReader columnReader) {
    this.diagnostics = diagnostics;
    this.origins = origins;
    this.columnReader = columnReader;
  }

  /** The name that {@code @Table} gives, or the record's own in words. */
  static String nameOf(TypeElement type) {
    return Annotated.find(type, origin(type), Jakarta.TABLE)
        .flatMap(table -> table.text("name"))
        .orElseGet(() -> Naming.words(type.getSimpleName().toString()));
  }

  private static Optional<String> schemaOf(TypeElement type) {
    return Annotated.find(type, origin(type), Jakarta.TABLE)
        .flatMap(table -> table.text("schema"))
        .filter(schema -> !schema.isEmpty());
  }

  static Origin origin(TypeElement type) {
    return Origin.of(type.getQualifiedName().toString(), type);
  }

  /** The place of a component: its backing field, whose position every compiler knows. */
  static Origin origin(TypeElement type, VariableElement field) {
    return Origin.of(type.getQualifiedName() + "." + field.getSimpleName(), field);
  }

  static List<VariableElement> fields(TypeElement type) {
    Map<String, VariableElement> byName = new HashMap<>();
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      byName.put(field.getSimpleName().toString(), field);
    }
    List<VariableElement> fields = new ArrayList<>();
    for (RecordComponentElement component : type.getRecordComponents()) {
      Optional.ofNullable(byName.get(component.getSimpleName().toString())).ifPresent(fields::add);
    }
    return fields;
  }

  Optional<TableSource> read(TypeElement type) {
    Origin origin = origin(type);
    Origin tablePlace =
        Annotated.find(type, origin, Jakarta.TABLE).map(a -> a.at("name")).orElse(origin);
    refuseUnknownAnnotations(type, origin);
    Optional<QualifiedName> valid = tableName(type, tablePlace);
    List<ColumnSource> columns = columns(type, valid);
    if (valid.isEmpty()) {
      return Optional.empty();
    }
    QualifiedName tableName = valid.get();
    origins.put(Subject.table(tableName), tablePlace);
    Table bare = new Table(
        tableName,
        type.getQualifiedName().toString(),
        columns.stream().map(ColumnSource::column).toList(),
        List.of(),
        List.of(),
        new OptionsReader(diagnostics).table(type, origin));
    new GeneratedReader(diagnostics).check(type, bare, columns);
    KeyReader keys = new KeyReader(diagnostics, origins, bare);
    primaryKey(type, columns, keys, origin);
    for (int i = 0; i < columns.size(); i++) {
      VariableElement field = field(type, columns.get(i));
      keys.onColumn(columns.get(i).column(), field, origin(type, field));
    }
    keys.onTable(type, origin);
    refuseSecondVersion(type, columns);
    return Optional.of(new TableSource(type, keys.table(), columns));
  }

  private Optional<QualifiedName> tableName(TypeElement type, Origin place) {
    String name = nameOf(type);
    Optional<String> schema = schemaOf(type);
    if (!Name.isValid(name)) {
      Names.refuse(diagnostics, place, "table", name);
    } else if (schema.isPresent() && !Name.isValid(schema.get())) {
      Names.refuse(diagnostics, place, "schema", schema.get());
    } else {
      return Optional.of(new QualifiedName(schema.map(Name::new), new Name(name)));
    }
    return Optional.empty();
  }

  private static VariableElement field(TypeElement type, ColumnSource column) {
    return fields(type).stream()
        .filter(field -> field.getSimpleName().contentEquals(column.component()))
        .findFirst()
        .orElseThrow();
  }

  private List<ColumnSource> columns(TypeElement type, Optional<QualifiedName> table) {
    List<ColumnSource> columns = new ArrayList<>();
    Map<Name, String> taken = new HashMap<>();
    for (VariableElement field : fields(type)) {
      Origin origin = origin(type, field);
      refuseUnknownAnnotations(field, origin);
      String component = field.getSimpleName().toString();
      Optional<ColumnSource> read = columnReader.read(component, field, origin);
      if (read.isEmpty()) {
        continue;
      }
      Column column = read.get().column();
      String other = taken.putIfAbsent(column.name(), component);
      if (other != null) {
        diagnostics.report(
            Problem.NAME_TAKEN,
            origin,
            "the column "
                + column.name()
                + " is that of "
                + other
                + " already. Give one of them another name with @Column(name = …).");
      } else {
        columns.add(read.get());
        table.ifPresent(
            name -> origins.put(Subject.column(new ColumnName(name, column.name())), origin));
      }
    }
    return columns;
  }

  private void primaryKey(
      TypeElement type, List<ColumnSource> columns, KeyReader keys, Origin origin) {
    List<Name> ids = new ArrayList<>();
    for (ColumnSource column : columns) {
      VariableElement field = field(type, column);
      if (Annotated.find(field, origin, Jakarta.ID).isPresent()) {
        ids.add(column.column().name());
      }
    }
    if (ids.isEmpty()) {
      diagnostics.report(
          Problem.KEY_MISSING,
          origin,
          "the table has no primary key. Annotate the component or components that identify a row"
              + " with @Id.");
    } else {
      keys.primaryKey(ids, origin);
    }
  }

  private void refuseSecondVersion(TypeElement type, List<ColumnSource> columns) {
    columns.stream()
        .filter(ColumnSource::version)
        .skip(1)
        .forEach(second -> diagnostics.report(
            Problem.VERSION,
            origin(type, field(type, second)),
            "a table has one @Version, and this one has another already. Remove one of them."));
  }

  static String meaningless(String what) {
    return what
        + " has no meaning here, and ignoring it would surprise you. Remove it; docs/types.md lists"
        + " the annotations that are read.";
  }

  private void refuseUnknownAnnotations(Element element, Origin origin) {
    for (AnnotationMirror mirror : Annotated.mirrors(element)) {
      String name = Annotated.nameOf(mirror);
      if (!name.startsWith(Jakarta.PACKAGE)) {
        continue;
      }
      String simple = "@" + name.substring(Jakarta.PACKAGE.length());
      List<String> understood = Jakarta.UNDERSTOOD.get(name);
      Annotated annotation = new Annotated(mirror, origin.at(mirror));
      if (understood == null) {
        diagnostics.report(
            Problem.ANNOTATION_UNSUPPORTED, annotation.origin(), meaningless(simple));
      } else {
        for (String member : annotation.members()) {
          if (!understood.contains(member)) {
            diagnostics.report(
                Problem.ANNOTATION_UNSUPPORTED,
                annotation.at(member),
                meaningless(simple + "(" + member + " = …)"));
          }
        }
      }
    }
  }
}
