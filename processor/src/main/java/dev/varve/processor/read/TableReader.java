package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Origins;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Partitioning;
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
  private final MembersReader members;

  TableReader(Diagnostics diagnostics, Origins origins, ColumnReader columnReader) {
    this.diagnostics = diagnostics;
    this.origins = origins;
    this.members = new MembersReader(diagnostics, columnReader, this::refuseUnknownAnnotations);
  }

  /** The name that {@code @Table} gives, or the record's own in words. */
  static String nameOf(TypeElement type) {
    return Annotated.find(type, origin(type), Jakarta.TABLE)
        .flatMap(table -> table.text("name"))
        .orElseGet(() -> Naming.table(type.getSimpleName().toString()));
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
    List<Member> read = members.read(type);
    List<ColumnSource> columns = named(Member.columns(read), valid);
    if (valid.isEmpty()) {
      return Optional.empty();
    }
    QualifiedName tableName = valid.get();
    origins.put(Subject.table(tableName), tablePlace);
    Table whole = new Table(
        tableName,
        type.getQualifiedName().toString(),
        columns.stream().map(ColumnSource::column).toList(),
        List.of(),
        List.of(),
        new OptionsReader(diagnostics).table(type, origin));
    Table bare =
        whole.withPartitioning(new PartitionReader(diagnostics, origins, whole).read(type, origin));
    new GeneratedReader(diagnostics).check(bare, columns);
    KeyReader keys = new KeyReader(diagnostics, origins, bare);
    primaryKey(type, columns, keys, bare);
    columns.forEach(keys::onColumn);
    keys.onTable(type, origin);
    refuseSecondVersion(columns);
    return Optional.of(new TableSource(type, keys.table(), read));
  }

  /** The columns and indexes of a view's record. */
  Optional<TableSource> readRows(TypeElement type, String name, Annotated annotation) {
    Origin origin = origin(type);
    refuseUnknownAnnotations(type, origin);
    Optional<QualifiedName> valid = tableName(
        name, annotation.text("schema").filter(schema -> !schema.isEmpty()), annotation.at("name"));
    List<Member> read = members.read(type);
    List<ColumnSource> columns = named(Member.columns(read), valid);
    if (valid.isEmpty()) {
      return Optional.empty();
    }
    Table bare = new Table(
        valid.get(),
        type.getQualifiedName().toString(),
        columns.stream().map(ColumnSource::column).toList(),
        List.of(),
        List.of());
    KeyReader keys = new KeyReader(diagnostics, origins, bare);
    columns.forEach(keys::onColumn);
    keys.onTable(type, origin);
    // That a text is one of an enum's values is for the table to see to.
    List<Name> values = columns.stream()
        .map(column -> Naming.values(valid.get(), List.of(column.column().name())))
        .toList();
    keys.table().constraints().stream()
        .filter(constraint -> !values.contains(constraint.name()))
        .forEach(constraint -> diagnostics.report(
            Problem.ANNOTATION_UNSUPPORTED,
            origins.find(Subject.part(valid.get(), constraint.name())).orElse(origin),
            "a view has no keys and checks. Put them on its tables; a materialized view may have"
                + " @Index(unique = true)."));
    return Optional.of(new TableSource(type, keys.table().withConstraints(List.of()), read));
  }

  private Optional<QualifiedName> tableName(TypeElement type, Origin place) {
    return tableName(nameOf(type), schemaOf(type), place);
  }

  private Optional<QualifiedName> tableName(String name, Optional<String> schema, Origin place) {
    if (!Name.isValid(name)) {
      Names.refuse(diagnostics, place, "table", name);
    } else if (schema.isPresent() && !Name.isValid(schema.get())) {
      Names.refuse(diagnostics, place, "schema", schema.get());
    } else {
      return Optional.of(new QualifiedName(schema.map(Name::new), new Name(name)));
    }
    return Optional.empty();
  }

  /** Those with names of their own; the others are reported. */
  private List<ColumnSource> named(List<ColumnSource> columns, Optional<QualifiedName> table) {
    List<ColumnSource> named = new ArrayList<>();
    Map<Name, String> taken = new HashMap<>();
    for (ColumnSource source : columns) {
      Name column = source.column().name();
      String other = taken.putIfAbsent(column, source.component());
      if (other != null) {
        diagnostics.report(
            Problem.NAME_TAKEN,
            source.origin(),
            "the column "
                + column
                + " is that of "
                + other
                + " already. Give one of them another name with @Column(name = …).");
      } else {
        named.add(source);
        table.ifPresent(
            name -> origins.put(Subject.column(new ColumnName(name, column)), source.origin()));
      }
    }
    return named;
  }

  private void primaryKey(
      TypeElement type, List<ColumnSource> columns, KeyReader keys, Table table) {
    Origin origin = origin(type);
    List<Name> ids = new ArrayList<>();
    for (ColumnSource column : columns) {
      if (column.prefix().isEmpty()
          && Annotated.find(column.field(), origin, Jakarta.ID).isPresent()) {
        ids.add(column.column().name());
      }
    }
    Optional<Annotated> keyless = Annotated.find(type, origin, Marker.KEYLESS);
    if (ids.isEmpty()
        && (keyless.isPresent()
            || table.partitioning().filter(Partitioning::hasExpressions).isPresent())) {
      return; // PostgreSQL takes no key over such partitions.
    }
    if (ids.isEmpty()) {
      diagnostics.report(
          Problem.KEY_MISSING,
          origin,
          "the table has no primary key. Annotate the component or components that identify a row"
              + " with @Id, or the record with @Keyless if nothing does.");
      return;
    }
    keyless.ifPresent(annotation -> diagnostics.report(
        Problem.ANNOTATION_VALUE,
        annotation.origin(),
        "a table without a key has no component with @Id. Remove one of the two."));
    keys.primaryKey(type, ids, origin);
  }

  private void refuseSecondVersion(List<ColumnSource> columns) {
    columns.stream()
        .filter(ColumnSource::version)
        .skip(1)
        .forEach(second -> diagnostics.report(
            Problem.VERSION,
            second.origin(),
            "a table has one @Version, and this one has another already. Remove one of them."));
  }

  static String meaningless(String what) {
    return what
        + " has no meaning here, and ignoring it would surprise you. Remove it; docs/types.md lists"
        + " the annotations that are read.";
  }

  private void refuseUnknownAnnotations(Element element, Origin origin) {
    for (Annotations.Named named : Annotations.of(element)) {
      AnnotationMirror mirror = named.mirror();
      String name = named.name();
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
