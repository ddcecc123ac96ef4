package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Origins;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Extension;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Namespace;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Renameable;
import dev.varve.runtime.schema.Routine;
import dev.varve.runtime.schema.RowSecurity;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.TableComment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Objects other than tables and enums: those that sources declare, and schemas that names need. */
final class ObjectReader {
  private final Diagnostics diagnostics;
  private final Origins origins;
  private final Known known;
  private final RoutineReader routines;
  private final TriggerReader triggers;
  private final AccessReader access;
  private final SequenceReader sequences;
  private final MarkReader marks;
  private final TypeReader types;
  private final Map<ObjectId, SchemaObject> objects = new TreeMap<>();

  ObjectReader(Diagnostics diagnostics, Origins origins, MarkReader marks, TypeReader types) {
    this.diagnostics = diagnostics;
    this.origins = origins;
    this.known = new Known(diagnostics);
    this.routines = new RoutineReader(diagnostics);
    this.triggers = new TriggerReader(diagnostics, known);
    this.access = new AccessReader(diagnostics, known);
    this.sequences = new SequenceReader(diagnostics);
    this.marks = marks;
    this.types = types;
  }

  /**
   * A place that declares objects.
   *
   * @param name the full name of the type or package
   * @param target the table or view that a declaration is about if it says nothing else
   */
  private record Place(
      Element element,
      String name,
      Origin origin,
      Optional<ObjectId> target,
      List<ColumnSource> columns) {
    List<Annotated> all(String annotation) {
      return Annotated.all(element, origin, annotation);
    }
  }

  /**
   * All that stands on these records and packages, and the schemas that names are in.
   *
   * @param views the records of views, by what these are
   */
  List<SchemaObject> read(
      List<TableSource> sources,
      Map<ObjectId, TableSource> views,
      Collection<PackageElement> packages,
      Collection<Table> tables,
      Map<QualifiedName, EnumType> enums) {
    List<Place> places = Stream.of(
            sources.stream().map(ObjectReader::place),
            views.entrySet().stream().map(view -> place(view.getKey(), view.getValue())),
            packages.stream().map(ObjectReader::place))
        .flatMap(place -> place)
        .toList();
    tables.forEach(table -> known.add(ObjectId.table(table.name()), table.name().name()));
    views.forEach((id, view) -> known.add(id, view.table().name().name()));
    places.forEach(this::readExtensions);
    places.forEach(place -> readSequences(place, tables));
    sources.forEach(source -> source.columns().forEach(sequences::checkUse));
    readRoutines(places);
    readTypes(places);
    sources.forEach(source -> source.columns().forEach(this::checkType));
    places.forEach(this::readAccess);
    sources.forEach(this::readTable);
    views.forEach(this::readView);
    Stream.concat(
            Stream.of(
                    tables.stream().map(Table::name),
                    enums.keySet().stream(),
                    objects.values().stream().flatMap(ObjectReader::names))
                .flatMap(names -> names)
                .flatMap(name -> name.schema().stream()),
            objects.values().stream()
                .flatMap(object -> object instanceof Extension extension
                    ? extension.schema().stream()
                    : Stream.<Name>empty()))
        .distinct()
        .map(Namespace::new)
        .toList()
        .forEach(namespace -> objects.put(namespace.id(), namespace));
    return new ArrayList<>(objects.values());
  }

  private static Stream<QualifiedName> names(SchemaObject object) {
    if (object instanceof Routine routine) {
      return Stream.of(routine.name());
    }
    return object instanceof Renameable named ? Stream.of(named.name()) : Stream.of();
  }

  /** Those of packages and tables first; records may be made of those and of each other. */
  private void readTypes(List<Place> places) {
    for (Place place : places) {
      for (Annotated annotation : place.all(Marker.DOMAIN)) {
        types
            .stated(annotation, known, place.name())
            .ifPresent(domain -> addType(domain, annotation));
      }
    }
    Set<String> read = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (TypeElement record : types.records()) {
        if (read.add(record.getQualifiedName().toString())) {
          more = true;
          Origin origin = TableReader.origin(record);
          Annotated.find(record, origin, Marker.DOMAIN)
              .ifPresent(annotation -> types.domain(record, annotation, known).ifPresent(domain -> {
                addType(domain, annotation);
                marks.read(record, origin, domain.id());
              }));
          Annotated.find(record, origin, Marker.COMPOSITE_TYPE)
              .ifPresent(annotation -> types
                  .composite(record, annotation, marks)
                  .ifPresent(type -> {
                    addType(type, annotation);
                    marks.read(record, origin, type.id());
                  }));
        }
      }
    }
  }

  private void addType(SchemaObject type, Annotated annotation) {
    add(type, annotation.origin());
    marks.renamed(annotation, type.id());
    known.add(type.id(), ((Renameable) type).name().name());
  }

  /** A column of nearly a type of the model is misspelt. */
  private void checkType(ColumnSource column) {
    if (TypeMapping.element(column.column().type()) instanceof ColumnType.Named named) {
      List<String> declared = objects.values().stream()
          .filter(object -> object.id().kind().isType())
          .map(object -> ((Renameable) object).name().toString())
          .toList();
      if (!declared.contains(named.name().toString())) {
        Suggestion.nearestWord(named.name().toString(), declared)
            .ifPresent(near -> diagnostics.report(
                Problem.TYPE_UNKNOWN,
                Annotated.find(column.field(), column.origin(), Jakarta.COLUMN)
                    .map(stated -> stated.at("columnDefinition"))
                    .orElse(column.origin()),
                "the model has no type " + named.name() + ". Did you mean \"" + near + "\"?"));
      }
    }
  }

  private void readExtensions(Place place) {
    for (Annotated annotation : place.all(Marker.EXTENSION)) {
      Names.qualified(diagnostics, annotation, "name", "extension")
          .map(name ->
              new Extension(name.name(), name.schema(), annotation.text("version"), place.name()))
          .ifPresent(extension -> add(extension, annotation.origin()));
    }
  }

  private void readSequences(Place place, Collection<Table> tables) {
    for (Annotated annotation : place.all(Marker.SEQUENCE)) {
      sequences.read(annotation, place.name()).ifPresent(sequence -> {
        add(sequence, annotation.origin());
        sequences
            .owner(annotation, sequence, tables)
            .ifPresent(owner -> add(owner, annotation.origin()));
        marks.renamed(annotation, sequence.id());
      });
    }
    Stream.concat(
            place.all(Jakarta.SEQUENCE_GENERATOR).stream(),
            place.columns().stream()
                .flatMap(column ->
                    Annotated.all(column.field(), column.origin(), Jakarta.SEQUENCE_GENERATOR)
                        .stream()))
        .forEach(generator -> sequences
            .readGenerator(generator, place.name())
            .ifPresent(sequence -> add(sequence, generator.origin())));
  }

  private static Place place(TableSource source) {
    return place(ObjectId.table(source.table().name()), source);
  }

  private static Place place(ObjectId target, TableSource source) {
    return new Place(
        source.type(),
        source.table().type(),
        TableReader.origin(source.type()),
        Optional.of(target),
        source.columns());
  }

  private static Place place(PackageElement element) {
    String name = element.getQualifiedName().toString();
    return new Place(element, name, Origin.of(name, element), Optional.empty(), List.of());
  }

  /** First, so that all else may name them. */
  private void readRoutines(List<Place> places) {
    Map<Routine, Annotated> read = new LinkedHashMap<>();
    for (Place place : places) {
      for (Annotated annotation : place.all(Marker.ROUTINE)) {
        routines.read(annotation, place.name()).ifPresent(routine -> {
          known.add(routine.id(), routine.name().name());
          read.put(routine, annotation);
        });
      }
    }
    read.forEach((routine, annotation) ->
        add(routines.linked(routine, annotation, known), annotation.origin()));
  }

  private void readAccess(Place place) {
    for (Annotated annotation : place.all(Marker.ROLE)) {
      access.role(annotation, place.name()).ifPresent(role -> add(role, annotation.origin()));
    }
    for (Annotated annotation : place.all(Marker.GRANT)) {
      access
          .grant(annotation, place.target(), place.name())
          .ifPresent(grant -> add(grant, annotation.origin()));
    }
  }

  private void readTable(TableSource source) {
    Place place = place(source);
    QualifiedName table = source.table().name();
    readTriggers(place, ObjectKind.TABLE, source.table());
    List<Annotated> policies = place.all(Marker.POLICY);
    for (Annotated annotation : policies) {
      access
          .policy(annotation, table, place.name())
          .ifPresent(policy -> add(policy, annotation.origin()));
    }
    Optional<Annotated> security = place.all(Marker.ROW_SECURITY).stream().findFirst();
    if (security.isPresent() || !policies.isEmpty()) {
      boolean forced = security.flatMap(s -> s.flag("force")).orElse(false);
      add(new RowSecurity(table, forced, place.name()), place.origin());
    }
    readComments(source);
  }

  private void readView(ObjectId id, TableSource source) {
    Place place = place(id, source);
    readTriggers(place, id.kind(), source.table());
    Stream.of(Marker.POLICY, Marker.ROW_SECURITY)
        .flatMap(annotation -> place.all(annotation).stream())
        .forEach(annotation -> diagnostics.report(
            Problem.ANNOTATION_UNSUPPORTED,
            annotation.origin(),
            "a view has no policies: those of its tables hold, for who reads it if it says"
                + " securityInvoker = true. Put the annotation on the table's record."));
  }

  private void readTriggers(Place place, ObjectKind kind, Table on) {
    List<Name> columns = on.columns().stream().map(Column::name).toList();
    for (Annotated annotation : place.all(Marker.TRIGGER)) {
      triggers
          .read(annotation, kind, on.name(), columns, place.name())
          .ifPresent(trigger -> add(trigger, annotation.origin()));
    }
  }

  private void readComments(TableSource source) {
    QualifiedName table = source.table().name();
    String type = source.table().type();
    Origin origin = TableReader.origin(source.type());
    comment(source.type(), origin, Jakarta.TABLE)
        .ifPresent(text -> add(new TableComment(table, Optional.empty(), text, type), origin));
    for (ColumnSource column : source.columns()) {
      Name name = column.column().name();
      comment(column.field(), column.origin(), Jakarta.COLUMN)
          .ifPresent(
              text -> add(new TableComment(table, Optional.of(name), text, type), column.origin()));
    }
  }

  private static Optional<String> comment(Element element, Origin origin, String annotation) {
    return Annotated.find(element, origin, annotation).flatMap(found -> found.text("comment"));
  }

  private void add(SchemaObject object, Origin origin) {
    SchemaObject other = objects.putIfAbsent(object.id(), object);
    if (other == null) {
      origins.put(Subject.object(object.id()), origin);
    } else {
      diagnostics.report(
          Problem.NAME_TAKEN,
          origin,
          "there is "
              + ("aeiou".indexOf(object.id().toString().charAt(0)) < 0 ? "a " : "an ")
              + object.id()
              + " already, declared at "
              + other.source()
              + ". Declare it once.");
    }
  }
}
