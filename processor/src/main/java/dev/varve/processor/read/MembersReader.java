package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The components of a record, and of the records embedded in it. */
final class MembersReader {
  /** What would be about a column, and an embedded record is several. */
  private static final List<String> OF_COLUMNS = List.of(
      Jakarta.COLUMN,
      Jakarta.ID,
      Jakarta.GENERATED_VALUE,
      Jakarta.VERSION,
      Jakarta.ENUMERATED,
      Jakarta.CONVERT,
      Marker.DEFAULT,
      Marker.REFERENCES,
      Marker.INDEX,
      Marker.CHECK,
      Marker.UNIQUE,
      Marker.GENERATED,
      Marker.IDENTITY,
      Marker.SERIAL,
      Marker.COLLATION,
      Marker.STORAGE,
      Marker.COMPRESSION,
      Marker.SENSITIVE,
      Marker.COMMENT,
      Marker.RENAMED_FROM,
      Marker.BACKFILL,
      Marker.USING,
      Marker.ALLOW_REWRITE);

  /** What would be about several columns, and any other component is one. */
  private static final List<String> OF_EMBEDDED =
      List.of(Marker.PREFIX, Jakarta.ATTRIBUTE_OVERRIDE, Jakarta.ATTRIBUTE_OVERRIDE + "s");

  /** What is about the whole table. */
  private static final List<String> OF_TABLES =
      List.of(Jakarta.ID, Jakarta.GENERATED_VALUE, Jakarta.VERSION, Marker.CHECK);

  private final Diagnostics diagnostics;
  private final ColumnReader columns;
  private final BiConsumer<Element, Origin> refuseUnknown;

  /** {@code refuseUnknown} reports annotations that nobody reads. */
  MembersReader(
      Diagnostics diagnostics, ColumnReader columns, BiConsumer<Element, Origin> refuseUnknown) {
    this.diagnostics = diagnostics;
    this.columns = columns;
    this.refuseUnknown = refuseUnknown;
  }

  /**
   * Where a record is embedded.
   *
   * @param path of components, with points
   * @param component their names in one
   * @param prefix of columns
   * @param nullable whether all columns take NULL
   * @param overrides names of columns by component
   * @param around the records around it
   */
  private record Place(
      String path,
      String component,
      String prefix,
      boolean nullable,
      Map<String, String> overrides,
      Set<String> around) {
    String inner(String name) {
      return component.isEmpty()
          ? name
          : component + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
  }

  List<Member> read(TypeElement type) {
    String name = type.getQualifiedName().toString();
    return read(type, new Place(name, "", "", false, Map.of(), Set.of(name)));
  }

  private List<Member> read(TypeElement type, Place place) {
    List<Member> members = new ArrayList<>();
    for (VariableElement field : TableReader.fields(type)) {
      String name = field.getSimpleName().toString();
      Origin origin = Origin.of(place.path() + "." + name, field);
      refuseUnknown.accept(field, origin);
      Optional<TypeElement> embedded = embedded(field, origin);
      if (embedded.isPresent()) {
        members.add(embedded(field, embedded.get(), place, origin));
      } else {
        refuseIn(field, place, origin);
        refuseOfEmbedded(field, origin);
        columns
            .read(name, field, origin)
            .map(column -> placed(column, place, name, origin))
            .ifPresent(members::add);
      }
    }
    return members;
  }

  private void refuseOfEmbedded(VariableElement field, Origin origin) {
    for (String annotation : OF_EMBEDDED) {
      Annotated.find(field, origin, annotation)
          .ifPresent(found -> diagnostics.report(
              Problem.ANNOTATION_UNSUPPORTED,
              found.origin(),
              "@"
                  + annotation.substring(annotation.lastIndexOf('.') + 1)
                  + " is about the columns of an embedded record, and this component is one column."
                  + " Remove it."));
    }
  }

  /** The record that the component embeds. */
  private Optional<TypeElement> embedded(VariableElement field, Origin origin) {
    TypeMirror inner = TypeMapping.withoutOptional(field.asType());
    boolean stated = Annotated.find(field, origin, Jakarta.EMBEDDED).isPresent();
    if (inner instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getKind() == ElementKind.RECORD
        && element.getTypeParameters().isEmpty()) {
      boolean document = Annotated.find(field, origin, Marker.JSON).isPresent()
          || Annotated.find(field, origin, Jakarta.CONVERT).isPresent();
      boolean embeddable = Annotated.find(element, origin, Jakarta.EMBEDDABLE).isPresent();
      return Optional.of(element).filter(record -> stated || (embeddable && !document));
    }
    if (stated && !TypeMapping.isUnresolved(inner)) {
      diagnostics.report(
          Problem.TYPE_UNSUPPORTED,
          origin,
          "what is embedded is a record without type parameters, and "
              + TypeMapping.describe(inner)
              + " is none. Change the type, or remove @Embedded.");
    }
    return Optional.empty();
  }

  private Member embedded(VariableElement field, TypeElement type, Place place, Origin origin) {
    String name = field.getSimpleName().toString();
    String typeName = type.getQualifiedName().toString();
    TypeMirror inner = TypeMapping.withoutOptional(field.asType());
    boolean optional = TypeMapping.nameOf(field.asType()).equals("java.util.Optional");
    for (String annotation : OF_COLUMNS) {
      Annotated.find(field, origin, annotation)
          .ifPresent(found -> diagnostics.report(
              Problem.ANNOTATION_UNSUPPORTED,
              found.origin(),
              "@"
                  + annotation.substring(annotation.lastIndexOf('.') + 1)
                  + " is about a column, and an embedded record is several. Put it on a component of "
                  + type.getSimpleName()
                  + ", or remove it."));
    }
    if (place.around().contains(typeName)) {
      diagnostics.report(
          Problem.TYPE_UNSUPPORTED,
          origin,
          type.getSimpleName()
              + " embeds itself, without end. Store it as a document with @Json, or"
              + " in a table of its own.");
      return unsupported(field, place, inner, optional, origin);
    }
    boolean nullable = ColumnReader.hasNullable(field);
    String prefix = Annotated.find(field, origin, Marker.PREFIX)
        .map(found -> found.text("value").orElse(""))
        .orElseGet(() -> Naming.column(name) + "_");
    Place within = new Place(
        place.path() + "." + name,
        place.inner(name),
        place.prefix() + prefix,
        place.nullable() || optional || nullable,
        overrides(field, type, origin),
        Stream.concat(place.around().stream(), Stream.of(typeName)).collect(Collectors.toSet()));
    return new Member.Embedded(
        place.inner(name), name, type, inner, optional, nullable, read(type, within));
  }

  /** Stands for what cannot be embedded, so that what is generated compiles. */
  private static ColumnSource unsupported(
      VariableElement field, Place place, TypeMirror type, boolean optional, Origin origin) {
    String name = field.getSimpleName().toString();
    Column column = new Column(
        DerivedName.of(place.prefix() + Naming.column(name)),
        ColumnType.Scalar.TEXT,
        optional,
        new Default.None());
    JavaType java = new JavaType.Unsupported(type, optional);
    return new ColumnSource(
        place.inner(name), place.prefix(), column, java, false, optional, field, origin);
  }

  private Map<String, String> overrides(VariableElement field, TypeElement type, Origin origin) {
    List<Annotated> stated =
        new ArrayList<>(Annotated.all(field, origin, Jakarta.ATTRIBUTE_OVERRIDE));
    Annotated.find(field, origin, Jakarta.ATTRIBUTE_OVERRIDE + "s")
        .ifPresent(all -> all.nested("value")
            .forEach(mirror -> stated.add(new Annotated(mirror, origin.at(mirror)))));
    List<String> known = TableReader.fields(type).stream()
        .map(component -> component.getSimpleName().toString())
        .toList();
    Map<String, String> overrides = new HashMap<>();
    for (Annotated override : stated) {
      String attribute = override.text("name").orElse("");
      Optional<String> column = override.annotation("column").flatMap(c -> c.text("name"));
      if (!known.contains(attribute)) {
        diagnostics.report(
            Problem.COLUMN_UNKNOWN,
            override.at("name"),
            type.getSimpleName()
                + " has no component \""
                + attribute
                + "\". "
                + Suggestion.nearestWord(attribute, known)
                    .map(near -> "Did you mean \"" + near + "\"?")
                    .orElse("Name one of " + String.join(", ", known) + "."));
      } else if (column.isEmpty()) {
        diagnostics.report(
            Problem.ANNOTATION_VALUE,
            override.at("column"),
            "@AttributeOverride gives a column another name, and there is none. Write"
                + " column = @Column(name = …), or remove it.");
      } else {
        overrides.put(attribute, column.get());
      }
    }
    return overrides;
  }

  private void refuseIn(VariableElement field, Place place, Origin origin) {
    if (place.component().isEmpty()) {
      return;
    }
    for (String annotation : OF_TABLES) {
      Annotated.find(field, origin, annotation)
          .ifPresent(found -> diagnostics.report(
              Problem.ANNOTATION_UNSUPPORTED,
              found.origin(),
              "@"
                  + annotation.substring(annotation.lastIndexOf('.') + 1)
                  + " is about a table, and an embedded record is in any. Put it on the table's"
                  + " record, or remove it."));
    }
  }

  private ColumnSource placed(ColumnSource column, Place place, String name, Origin origin) {
    if (place.component().isEmpty()) {
      return column;
    }
    String stated = place.overrides().get(name);
    String full = stated != null ? stated : place.prefix() + column.column().name();
    if (!Name.isValid(full)) {
      Names.refuse(diagnostics, origin, "column", full);
    }
    return new ColumnSource(
        place.inner(name),
        place.prefix(),
        column
            .column()
            .withName(Name.isValid(full) ? new Name(full) : column.column().name())
            .withNullable(place.nullable() || column.column().nullable()),
        column.type(),
        column.version(),
        column.absent(),
        column.field(),
        origin);
  }
}
