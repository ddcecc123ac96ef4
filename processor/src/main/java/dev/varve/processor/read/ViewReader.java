package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Origins;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.processor.select.SelectFacts;
import dev.varve.processor.select.SelectReader;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.MaterializedView;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.View;
import dev.varve.runtime.schema.ViewColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Records with {@code @View} or {@code @MaterializedView}. All are read before the select of any is
 * looked into: one may read another.
 */
final class ViewReader {
  private static final List<String> OF_TABLES = List.of(
      Jakarta.ID,
      Jakarta.GENERATED_VALUE,
      Jakarta.VERSION,
      Marker.DEFAULT,
      Marker.REFERENCES,
      Marker.CHECK,
      Marker.BACKFILL,
      Marker.USING,
      Marker.RENAMED_FROM);

  private final Diagnostics diagnostics;
  private final Origins origins;
  private final TableReader tables;
  private final Map<QualifiedName, Draft> drafts = new TreeMap<>();

  private record Draft(TypeElement type, Annotated annotation, TableSource rows, String select) {
    boolean isMaterialized() {
      return Annotated.nameOf(annotation.mirror()).equals(Marker.MATERIALIZED_VIEW);
    }

    ObjectId id(QualifiedName name) {
      return ObjectId.of(isMaterialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW, name);
    }
  }

  ViewReader(Diagnostics diagnostics, Origins origins, TableReader tables) {
    this.diagnostics = diagnostics;
    this.origins = origins;
    this.tables = tables;
  }

  static boolean isView(TypeElement type) {
    return annotation(type).isPresent();
  }

  private static Optional<Annotated> annotation(TypeElement type) {
    Origin origin = TableReader.origin(type);
    return Annotated.find(type, origin, Marker.VIEW)
        .or(() -> Annotated.find(type, origin, Marker.MATERIALIZED_VIEW));
  }

  /** The name, the columns and the select; what is wrong with the select is said later. */
  void read(TypeElement type) {
    Annotated annotation = annotation(type).orElseThrow();
    if (type.getKind() != ElementKind.RECORD) {
      diagnostics.report(
          Problem.NOT_A_RECORD,
          TableReader.origin(type),
          "@View stands on something that is not a record. Make it a record, or remove @View.");
      return;
    }
    for (VariableElement field : TableReader.fields(type)) {
      refuseTableAnnotations(field, TableReader.origin(type, field));
    }
    String own = annotation
        .text("name")
        .orElseGet(() -> Naming.table(type.getSimpleName().toString()));
    tables.readRows(type, own, annotation).ifPresent(rows -> {
      QualifiedName name = rows.table().name();
      String select = annotation.text("select").orElse("").strip();
      while (select.endsWith(";")) {
        select = select.substring(0, select.length() - 1).strip();
      }
      Draft other = drafts.putIfAbsent(name, new Draft(type, annotation, rows, select));
      if (other != null) {
        diagnostics.report(
            Problem.NAME_TAKEN,
            annotation.at("name"),
            "the view "
                + name
                + " is that of "
                + other.rows().table().type()
                + " already. Give one of them another name.");
      }
    });
  }

  private void refuseTableAnnotations(VariableElement field, Origin origin) {
    for (String name : OF_TABLES) {
      Annotated.find(field, origin, name)
          .ifPresent(found -> diagnostics.report(
              Problem.ANNOTATION_UNSUPPORTED,
              found.origin(),
              "@"
                  + name.substring(name.lastIndexOf('.') + 1)
                  + " is for the columns of tables, and this is one of a view. Remove it."));
    }
  }

  /** The records that were read, by what their views are. */
  Map<ObjectId, TableSource> sources() {
    Map<ObjectId, TableSource> sources = new TreeMap<>();
    drafts.forEach((name, draft) -> sources.put(draft.id(name), draft.rows()));
    return sources;
  }

  /** All views, looked up in these tables and in each other. */
  List<ViewSource> views(
      Collection<Table> model, Collection<EnumType> enums, Collection<SchemaObject> objects) {
    Map<QualifiedName, List<ViewColumn>> known = new HashMap<>();
    model.forEach(table -> known.put(table.name(), columns(table)));
    drafts.forEach((name, draft) -> known.put(name, columns(draft.rows().table())));
    List<ViewSource> views = new ArrayList<>();
    drafts.forEach((name, draft) -> {
      SelectFacts facts = SelectReader.read(draft.select(), known);
      ViewColumns columns = new ViewColumns(diagnostics, draft.annotation().at("select"));
      if (draft.annotation().flag("checked").orElse(true)) {
        columns.report(facts.faults());
      }
      List<ViewColumn> declared = facts.outputs().isPresent() && facts.faults().isEmpty()
          ? columns.matched(draft.rows(), facts.outputs().get())
          : columns(draft.rows().table());
      List<ObjectId> requires = requires(facts, enums, objects);
      facts.relations().forEach(relation -> requires.add(idOf(relation)));
      SchemaObject view = view(draft, declared, requires);
      origins.put(Subject.object(view.id()), draft.annotation().at("name"));
      views.add(new ViewSource(draft.rows(), view));
    });
    return views;
  }

  private ObjectId idOf(QualifiedName relation) {
    Draft view = drafts.get(relation);
    return view == null ? ObjectId.table(relation) : view.id(relation);
  }

  private static List<ViewColumn> columns(Table table) {
    return table.columns().stream()
        .map(column -> new ViewColumn(column.name(), column.type()))
        .toList();
  }

  /** The functions and types of the model that a select names. */
  private static List<ObjectId> requires(
      SelectFacts facts, Collection<EnumType> enums, Collection<SchemaObject> objects) {
    List<ObjectId> requires = new ArrayList<>();
    for (SchemaObject object : objects) {
      ObjectId id = object.id();
      String own = id.name().substring(id.name().lastIndexOf('.') + 1);
      if (id.kind() == ObjectKind.ROUTINE
          && facts.functions().stream().anyMatch(f -> own.startsWith(f + "("))) {
        requires.add(id);
      }
    }
    for (EnumType type : enums) {
      if (facts.types().contains(new ColumnType.Enumerated(type.name()).sql())) {
        requires.add(ObjectId.of(ObjectKind.ENUM, type.name()));
      }
    }
    return requires;
  }

  private SchemaObject view(Draft draft, List<ViewColumn> columns, List<ObjectId> requires) {
    QualifiedName name = draft.rows().table().name();
    String source = draft.rows().table().type();
    Annotated annotation = draft.annotation();
    List<Index> indexes = draft.rows().table().indexes();
    if (draft.isMaterialized()) {
      return new MaterializedView(
          name,
          columns,
          draft.select(),
          indexes,
          annotation.flag("populated").orElse(true),
          requires,
          source);
    }
    if (!indexes.isEmpty()) {
      diagnostics.report(
          Problem.ANNOTATION_UNSUPPORTED,
          origins
              .find(Subject.part(name, indexes.get(0).name()))
              .orElse(TableReader.origin(draft.type())),
          "a view stores no rows, so it has no index. Put @Index on its tables, or make it a"
              + " @MaterializedView.");
    }
    View.Options options = new View.Options(
        annotation.flag("securityBarrier").orElse(false),
        annotation.flag("securityInvoker").orElse(false),
        View.CheckOption.valueOf(annotation.constant("check").orElse("NONE")));
    return new View(name, columns, draft.select(), options, requires, source);
  }

  /** The name of each view, for what may not have it too. */
  Map<QualifiedName, Name> names() {
    Map<QualifiedName, Name> names = new TreeMap<>();
    drafts.keySet().forEach(name -> names.put(name, name.name()));
    return names;
  }
}
