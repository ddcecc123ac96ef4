package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Origins;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectComment;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.TableComment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** Comments, when all else is read: they are on it. */
final class CommentReader {
  private static final Map<String, List<ObjectKind>> KINDS = Map.ofEntries(
      Map.entry("SCHEMA", List.of(ObjectKind.NAMESPACE)),
      Map.entry("EXTENSION", List.of(ObjectKind.EXTENSION)),
      Map.entry("SEQUENCE", List.of(ObjectKind.SEQUENCE)),
      Map.entry("DOMAIN", List.of(ObjectKind.DOMAIN)),
      Map.entry("TYPE", List.of(ObjectKind.COMPOSITE_TYPE, ObjectKind.ENUM)),
      Map.entry("ROUTINE", List.of(ObjectKind.ROUTINE)),
      Map.entry("FUNCTION", List.of(ObjectKind.ROUTINE)),
      Map.entry("PROCEDURE", List.of(ObjectKind.ROUTINE)),
      Map.entry("VIEW", List.of(ObjectKind.VIEW)),
      Map.entry("INDEX", List.of(ObjectKind.INDEX)),
      Map.entry("CONSTRAINT", List.of(ObjectKind.CONSTRAINT)),
      Map.entry("TRIGGER", List.of(ObjectKind.TRIGGER)),
      Map.entry("POLICY", List.of(ObjectKind.POLICY)));

  private static final List<ObjectKind> OF_TABLES =
      List.of(ObjectKind.INDEX, ObjectKind.CONSTRAINT, ObjectKind.TRIGGER, ObjectKind.POLICY);

  private final Diagnostics diagnostics;
  private final Origins origins;
  private final Map<ObjectId, SchemaObject> objects = new TreeMap<>();
  private final List<QualifiedName> enums;

  CommentReader(
      Diagnostics diagnostics,
      Origins origins,
      List<SchemaObject> objects,
      List<QualifiedName> enums) {
    this.diagnostics = diagnostics;
    this.origins = origins;
    objects.forEach(object -> this.objects.put(object.id(), object));
    this.enums = enums;
  }

  /** All objects, with the comments that were read. */
  List<SchemaObject> objects() {
    return List.copyOf(objects.values());
  }

  void onTable(TableSource source) {
    QualifiedName table = source.table().name();
    String type = source.table().type();
    Origin origin = TableReader.origin(source.type());
    for (Annotated annotation : Annotated.all(source.type(), origin, Marker.COMMENT)) {
      text(annotation).ifPresent(text -> {
        if (annotation.text("on").isPresent()) {
          named(annotation, text, Optional.of(source.table()), type);
        } else {
          add(new TableComment(table, Optional.empty(), text, type), annotation);
        }
      });
    }
    for (ColumnSource column : source.columns()) {
      onColumn(
          column,
          (text, annotation) -> add(
              new TableComment(table, Optional.of(column.column().name()), text, type),
              annotation));
    }
  }

  private interface Use {
    void of(String text, Annotated annotation);
  }

  private void onColumn(ColumnSource column, Use use) {
    for (Annotated annotation : Annotated.all(column.field(), column.origin(), Marker.COMMENT)) {
      if (annotation.text("on").isPresent()) {
        refuse(
            annotation.at("on"),
            "on a component the comment is on its column. Remove on, or put @Comment on the record.");
      } else {
        text(annotation).ifPresent(text -> use.of(text, annotation));
      }
    }
  }

  void onView(ViewSource source) {
    QualifiedName view = source.rows().table().name();
    on(
        source.rows().type(),
        source.view().id(),
        source.view().source(),
        Optional.of(source.rows().table()));
    for (ColumnSource column : source.rows().columns()) {
      Name name = column.column().name();
      onColumn(
          column,
          (text, annotation) -> add(
              new ObjectComment(
                  ObjectKind.COLUMN,
                  name.quoted(),
                  Optional.of(view),
                  text,
                  source.view().source()),
              annotation));
    }
  }

  /** What stands on a Java type that is something else than a table. */
  void on(Element element, ObjectId target, String source) {
    on(element, target, source, Optional.empty());
  }

  /** @param view the columns of a view, which may have triggers */
  private void on(Element element, ObjectId target, String source, Optional<Table> view) {
    for (Annotated annotation : Annotated.all(element, origin(element, source), Marker.COMMENT)) {
      text(annotation).ifPresent(text -> {
        Optional<String> on = annotation.text("on");
        if (on.isPresent()) {
          named(annotation, text, view.filter(any -> isTrigger(on.get())), source);
        } else {
          add(
              new ObjectComment(target.kind(), target.name(), Optional.empty(), text, source),
              annotation);
        }
      });
    }
  }

  private static boolean isTrigger(String on) {
    return on.strip().toUpperCase(Locale.ROOT).startsWith("TRIGGER ");
  }

  private static Origin origin(Element element, String source) {
    return Origin.of(source, element);
  }

  void onPackage(Element element, String name) {
    for (Annotated annotation : Annotated.all(element, origin(element, name), Marker.COMMENT)) {
      text(annotation).ifPresent(text -> named(annotation, text, Optional.empty(), name));
    }
  }

  private Optional<String> text(Annotated annotation) {
    Optional<String> text = annotation.text("value");
    if (text.isEmpty()) {
      refuse(annotation.at("value"), "the comment has no text. Write one, or remove @Comment.");
    }
    return text;
  }

  private void named(Annotated annotation, String text, Optional<Table> table, String source) {
    String on = annotation.text("on").orElse("").strip();
    int space = on.indexOf(' ');
    List<ObjectKind> kinds = space < 0
        ? List.of()
        : KINDS.getOrDefault(on.substring(0, space).toUpperCase(Locale.ROOT), List.of());
    if (kinds.isEmpty()) {
      refuse(
          annotation.at("on"),
          "\"" + on + "\" does not say of which kind it is. Write one of "
              + String.join(", ", KINDS.keySet().stream().sorted().toList())
              + " before the name.");
      return;
    }
    boolean part = OF_TABLES.contains(kinds.get(0));
    if (part && table.isEmpty()) {
      refuse(
          annotation.at("on"),
          "an index, a constraint, a trigger or a policy belongs to a table. Put the comment on the"
              + " table's record.");
      return;
    }
    String name = on.substring(space + 1).strip();
    for (ObjectKind kind : kinds) {
      Optional<String> found = known(kind, table).stream()
          .filter(known -> known.replace(" ", "").equals(name.replace(" ", ""))
              || (Name.isValid(name) && known.equals(new Name(name).quoted())))
          .findFirst();
      if (found.isPresent()) {
        add(
            new ObjectComment(
                kind, found.get(), table.filter(t -> part).map(Table::name), text, source),
            annotation);
        return;
      }
    }
    List<String> known =
        kinds.stream().flatMap(kind -> known(kind, table).stream()).toList();
    diagnostics.report(
        Problem.OBJECT_UNKNOWN,
        annotation.at("on"),
        "there is no " + on.substring(0, space).toLowerCase(Locale.ROOT) + " \"" + name + "\". "
            + Suggestion.nearest(name, known)
                .map(near -> "Did you mean \"" + near + "\"?")
                .orElse("Name it as SQL does, a routine with its arguments: f(integer)."));
  }

  /** The names as SQL has them; of a table's parts its own. */
  private List<String> known(ObjectKind kind, Optional<Table> table) {
    Stream<String> names = switch (kind) {
      case INDEX ->
        table.stream().flatMap(t -> t.indexes().stream()).map(Index::name).map(Name::quoted);
      case CONSTRAINT ->
        table.stream()
            .flatMap(t -> t.constraints().stream())
            .map(Constraint::name)
            .map(Name::quoted);
      case ENUM -> enums.stream().map(QualifiedName::quoted);
      case TRIGGER, POLICY -> {
        String end = table.map(t -> " ON " + t.name().quoted()).orElse("");
        yield ids(kind)
            .filter(name -> name.endsWith(end))
            .map(name -> name.substring(0, name.length() - end.length()));
      }
      default -> ids(kind);
    };
    return names.toList();
  }

  private Stream<String> ids(ObjectKind kind) {
    return objects.keySet().stream().filter(id -> id.kind() == kind).map(ObjectId::name);
  }

  private void add(SchemaObject comment, Annotated annotation) {
    SchemaObject other = objects.putIfAbsent(comment.id(), comment);
    if (other == null) {
      origins.put(Subject.object(comment.id()), annotation.origin());
    } else {
      diagnostics.report(
          Problem.NAME_TAKEN,
          annotation.origin(),
          "there is a " + comment.id() + " already, declared at " + other.source()
              + ". Declare it once.");
    }
  }

  private void refuse(Origin origin, String text) {
    diagnostics.report(Problem.ANNOTATION_VALUE, origin, text);
  }
}
