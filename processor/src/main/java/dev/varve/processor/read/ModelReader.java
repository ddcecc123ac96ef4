package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Origins;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Namespace;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads a compilation's records; faults are reported, and what is sound is read all the same. */
public final class ModelReader {
  private final Diagnostics diagnostics;
  private final Origins origins;
  private final Map<QualifiedName, EnumType> enums = new TreeMap<>();
  private final Map<QualifiedName, TypeElement> enumElements = new TreeMap<>();
  private final TableReader tableReader;
  private final ViewReader viewReader;
  private final List<ViewSource> views = new ArrayList<>();
  private final Map<String, TableSource> sources = new TreeMap<>();

  /** Records that are types of columns, by their full names. */
  private final Map<String, TypeElement> records = new TreeMap<>();

  private final Set<String> elsewhere = new TreeSet<>();
  private final ColumnTypeReader columnTypes;

  public ModelReader(Diagnostics diagnostics, Origins origins) {
    this.diagnostics = diagnostics;
    this.origins = origins;
    this.columnTypes = ColumnTypeReader.of(
        diagnostics,
        new TypeMapping(
            this::addEnum,
            record -> records.putIfAbsent(record.getQualifiedName().toString(), record)));
    this.tableReader =
        new TableReader(diagnostics, origins, new ColumnReader(diagnostics, columnTypes));
    this.viewReader = new ViewReader(diagnostics, origins, tableReader);
  }

  /** Whether a component's type is not known yet, so that the record must wait. */
  public static boolean isUnresolved(TypeElement type) {
    return TableReader.fields(type).stream()
        .map(VariableElement::asType)
        .anyMatch(TypeMapping::isUnresolved);
  }

  /** Whether the type is a table or a view, by its annotation. */
  public static boolean isTable(TypeElement type) {
    return ForeignKeyReader.isTable(type) || ViewReader.isView(type);
  }

  /** Reads the records, and the marks on the packages. */
  public Model read(Collection<TypeElement> types, Collection<PackageElement> packages) {
    for (TypeElement type : types.stream()
        .sorted(Comparator.comparing(type -> type.getQualifiedName().toString()))
        .toList()) {
      readTable(type);
    }
    ForeignKeyReader keys = new ForeignKeyReader(diagnostics, origins, this::tableOf);
    sources.replaceAll((name, source) -> keys.read(source));
    MarkReader marks = new MarkReader(diagnostics, origins);
    sources.values().forEach(marks::read);
    Schema schema = schema(packages, marks);
    views.forEach(marks::read);
    enums.forEach((name, type) -> marks.read(type, Objects.requireNonNull(enumElements.get(name))));
    packages.stream()
        .sorted(Comparator.comparing(p -> p.getQualifiedName().toString()))
        .forEach(p -> marks.readDrops(p, Origin.of(p.getQualifiedName().toString(), p)));
    return new Model(
        schema, new ArrayList<>(sources.values()), views, marks.marks(), List.copyOf(elsewhere));
  }

  private void readTable(TypeElement type) {
    if (ViewReader.isView(type)) {
      if (ForeignKeyReader.isTable(type)) {
        diagnostics.report(
            Problem.ANNOTATION_VALUE,
            TableReader.origin(type),
            "a record is a row of a table or of a view. Remove @Table or @View.");
        return;
      }
      viewReader.read(type);
      return;
    }
    if (type.getKind() != ElementKind.RECORD) {
      diagnostics.report(
          Problem.NOT_A_RECORD,
          TableReader.origin(type),
          "@Table stands on something that is not a record. Make it a record, or remove @Table.");
      return;
    }
    tableReader
        .read(type)
        .ifPresent(source -> sources.put(type.getQualifiedName().toString(), source));
  }

  /** The table of a record: one of those read, or one that was compiled before. */
  private Optional<Table> tableOf(TypeMirror mirror) {
    if (!(mirror instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement type)
        || type.getKind() != ElementKind.RECORD
        || !ForeignKeyReader.isTable(type)) {
      return Optional.empty();
    }
    TableSource source = sources.get(type.getQualifiedName().toString());
    if (source != null) {
      return Optional.of(source.table());
    }
    elsewhere.add(type.getQualifiedName().toString());
    return silentReader().read(type).map(TableSource::table);
  }

  /** Of what was compiled before, faults were reported then. */
  private static TableReader silentReader() {
    Diagnostics nobody = new Diagnostics();
    TypeMapping types = new TypeMapping((type, element) -> {}, record -> {});
    return new TableReader(
        nobody, new Origins(), new ColumnReader(nobody, ColumnTypeReader.of(nobody, types)));
  }

  private void addEnum(EnumType type, TypeElement element) {
    EnumType other = enums.putIfAbsent(type.name(), type);
    if (other == null) {
      enumElements.put(type.name(), element);
      Origin origin = TableReader.origin(element);
      origins.put(Subject.enumType(type.name()), origin);
      Annotated.find(element, origin, Marker.NAMED_ENUM)
          .filter(annotation -> DeclaredTypes.name(element, Marker.NAMED_ENUM).isEmpty())
          .ifPresent(annotation -> Names.qualified(diagnostics, annotation, "name", "enum"));
      for (Element constant : element.getEnclosedElements()) {
        String value = constant.getSimpleName().toString();
        if (constant.getKind() == ElementKind.ENUM_CONSTANT && !Name.isValid(value)) {
          Origin place = Origin.of(type.type() + "." + value, constant);
          Names.refuse(diagnostics, place, "enum value's", value);
        }
      }
    } else if (!other.type().equals(type.type())) {
      diagnostics.report(
          Problem.NAME_TAKEN,
          TableReader.origin(element),
          "the enum "
              + type.name()
              + " is that of "
              + other.type()
              + " already. Rename one of the two Java enums.");
    }
  }

  private Schema schema(Collection<PackageElement> packages, MarkReader marks) {
    Map<QualifiedName, Table> tables = new HashMap<>();
    for (TableSource source : sources.values()) {
      Table table = source.table();
      Table other = tables.putIfAbsent(table.name(), table);
      if (other != null) {
        diagnostics.report(
            Problem.NAME_TAKEN,
            TableReader.origin(source.type()),
            "the table "
                + table.name()
                + " is that of "
                + other.type()
                + " already. Give one of them another name with @Table(name = …).");
      }
      if (enums.containsKey(table.name())) {
        diagnostics.report(
            Problem.NAME_TAKEN,
            origins.find(Subject.table(table.name())).orElseThrow(),
            "the enum "
                + enums.get(table.name()).type()
                + " and this table have one name, and PostgreSQL makes a type of each. Give the"
                + " table another name with @Table(name = …).");
        tables.remove(table.name());
      }
    }
    List<TableSource> sound = sources.values().stream()
        .filter(source -> source.table().equals(tables.get(source.table().name())))
        .toList();
    List<SchemaObject> objects = new ObjectReader(
            diagnostics, origins, marks, new TypeReader(diagnostics, columnTypes, records))
        .read(sound, viewReader.sources(), packages, tables.values(), enums);
    List<SchemaObject> all = new ArrayList<>(objects);
    for (ViewSource view : viewReader.views(tables.values(), enums.values(), objects)) {
      QualifiedName name = view.rows().table().name();
      if (tables.containsKey(name) || enums.containsKey(name)) {
        diagnostics.report(
            Problem.NAME_TAKEN,
            origins.find(Subject.object(view.view().id())).orElseThrow(),
            "a table or an enum is named " + name + " already. Give the view another name.");
      } else {
        views.add(view);
        all.add(view.view());
        name.schema()
            .map(Namespace::new)
            .filter(schema -> all.stream().noneMatch(o -> o.id().equals(schema.id())))
            .ifPresent(all::add);
      }
    }
    return new Schema(
        new ArrayList<>(tables.values()),
        new ArrayList<>(enums.values()),
        commented(all, sound, packages));
  }

  private List<SchemaObject> commented(
      List<SchemaObject> objects, List<TableSource> tables, Collection<PackageElement> packages) {
    CommentReader comments =
        new CommentReader(diagnostics, origins, objects, List.copyOf(enums.keySet()));
    tables.forEach(comments::onTable);
    views.forEach(comments::onView);
    enumElements.forEach((name, element) -> comments.on(
        element, ObjectId.of(ObjectKind.ENUM, name), element.getQualifiedName().toString()));
    records
        .values()
        .forEach(record -> DeclaredTypes.id(record)
            .ifPresent(id -> comments.on(record, id, record.getQualifiedName().toString())));
    packages.forEach(p -> comments.onPackage(p, p.getQualifiedName().toString()));
    return comments.objects();
  }
}
