package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.Grant;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.MaterializedView;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.Trigger;
import dev.varve.runtime.schema.View;
import dev.varve.runtime.schema.ViewColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Random views on the tables of a schema, and views on those, with triggers and privileges. They have the same few names each
 * time, so that a second time changes those of the first.
 */
final class RandomViews {
  private final Random random;

  /** Of its own, so that the views of a seed stay what they are. */
  private final Random attached;

  private final long seed;

  RandomViews(long seed) {
    this.seed = seed;
    this.random = new Random(~seed);
    this.attached = new Random(seed * 31 + 7);
  }

  /** The schema with other views than it has. */
  Schema on(Schema schema) {
    Schema result = schema;
    for (SchemaObject object : schema.objects()) {
      if (isView(object.id()) || object.requires().stream().anyMatch(RandomViews::isView)) {
        result = result.withoutObject(object.id());
      }
    }
    List<Table> tables =
        schema.tables().stream().filter(table -> !table.columns().isEmpty()).toList();
    for (int i = 0; i < 3 && !tables.isEmpty(); i++) {
      QualifiedName name = QualifiedName.of("view_" + i);
      Optional<SchemaObject> other = changed(schema, name).or(() -> kept(schema, name));
      if (other.isPresent()) {
        result = result.withObject(other.get());
      } else if (random.nextInt(3) > 0) {
        result = result.withObject(view(i, tables, result));
      }
    }
    for (SchemaObject object : result.objects()) {
      if (isView(object.id())) {
        result = withAttached(result, object);
      }
    }
    return result;
  }

  private static boolean isView(ObjectId id) {
    return id.kind() == ObjectKind.VIEW || id.kind() == ObjectKind.MATERIALIZED_VIEW;
  }

  /** Mostly the same for a view of this name, and now and then otherwise. */
  private Schema withAttached(Schema schema, SchemaObject view) {
    Random usual = new Random(seed * 31 + view.id().name().hashCode());
    Schema result = schema;
    if (usual.nextInt(3) == 0) {
      List<String> privileges =
          attached.nextInt(3) == 0 ? List.of("SELECT", "TRIGGER") : List.of("SELECT");
      result = result.withObject(new Grant(view.id(), privileges, "", false, ""));
    }
    if (view instanceof View plain && usual.nextInt(3) == 0) {
      result = result.withObject(new Trigger(
          new Name("instead"),
          plain.name(),
          ObjectKind.VIEW,
          attached.nextInt(3) == 0 ? "INSTEAD OF INSERT OR UPDATE" : "INSTEAD OF UPDATE",
          "FOR EACH ROW\nEXECUTE FUNCTION suppress_redundant_updates_trigger()",
          Optional.empty(),
          Optional.empty(),
          ""));
    }
    return result;
  }

  /** Now and then the materialized view of this name stays, and is filled or indexed otherwise. */
  private Optional<SchemaObject> changed(Schema schema, QualifiedName name) {
    return schema
        .object(ObjectId.of(ObjectKind.MATERIALIZED_VIEW, name))
        .map(MaterializedView.class::cast)
        .filter(view -> isPossible(view.columns(), view.requires(), schema))
        .filter(view -> random.nextInt(3) > 0)
        .map(view -> {
          Name column = view.columns().get(0).name();
          boolean indexed = view.indexes().isEmpty()
              && RandomColumns.isOrdered(view.columns().get(0).type());
          return new MaterializedView(
              name,
              view.columns(),
              select(view.columns(), view.requires().get(0)),
              indexed ? List.of(index(name, column)) : List.of(),
              indexed ? view.populated() : !view.populated(),
              view.requires(),
              view.source());
        });
  }

  /** Mostly the view of this name stays, some with other options. */
  private Optional<SchemaObject> kept(Schema schema, QualifiedName name) {
    return schema
        .object(ObjectId.of(ObjectKind.VIEW, name))
        .map(View.class::cast)
        .filter(view -> isPossible(view.columns(), view.requires(), schema))
        .filter(view -> random.nextInt(4) > 0)
        .map(view -> new View(
            name,
            view.columns(),
            select(view.columns(), view.requires().get(0)),
            random.nextInt(5) > 0 ? view.options() : options(),
            view.requires(),
            view.source()));
  }

  /** Whether it is on a table that has its columns. */
  private static boolean isPossible(
      List<ViewColumn> columns, List<ObjectId> requires, Schema schema) {
    return schema.tables().stream()
        .anyMatch(table -> requires.equals(List.of(ObjectId.table(table.name())))
            && table.columns().stream().map(RandomViews::column).toList().containsAll(columns));
  }

  private View.Options options() {
    return new View.Options(
        random.nextBoolean(), random.nextBoolean(), View.CheckOption.values()[random.nextInt(3)]);
  }

  private static Index index(QualifiedName view, Name column) {
    return new Index(
        new Name(view.name().value() + "_idx"), List.of(column), false, Optional.empty());
  }

  private SchemaObject view(int number, List<Table> tables, Schema schema) {
    Optional<SchemaObject> beneath = schema.objects().stream()
        .filter(object -> object instanceof View)
        .filter(object -> random.nextBoolean())
        .findFirst();
    Table table = tables.get(random.nextInt(tables.size()));
    List<ViewColumn> shown = new ArrayList<>(beneath
        .map(object -> ((View) object).columns())
        .orElseGet(() -> table.columns().stream().map(RandomViews::column).toList()));
    while (shown.size() > 1 && random.nextInt(3) == 0) {
      shown.remove(random.nextInt(shown.size()));
    }
    ObjectId from = beneath.map(SchemaObject::id).orElse(ObjectId.table(table.name()));
    String select = select(shown, from);
    QualifiedName name = QualifiedName.of("view_" + number);
    if (random.nextInt(3) == 0) {
      Index index = index(name, shown.get(0).name());
      boolean indexed =
          random.nextBoolean() && RandomColumns.isOrdered(shown.get(0).type());
      return new MaterializedView(
          name,
          shown,
          select,
          indexed ? List.of(index) : List.of(),
          random.nextBoolean(),
          List.of(from),
          "");
    }
    return new View(name, shown, select, options(), List.of(from), "");
  }

  private static String select(List<ViewColumn> columns, ObjectId from) {
    return columns.stream()
        .map(column -> column.name().quoted())
        .collect(Collectors.joining(", ", "SELECT ", " FROM " + from.name()));
  }

  private static ViewColumn column(Column column) {
    return new ViewColumn(column.name(), column.type());
  }
}
