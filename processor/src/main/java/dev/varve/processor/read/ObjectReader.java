package dev.varve.processor.read;

import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Origins;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Namespace;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.TableComment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** Objects other than tables and enums: those that sources declare, and schemas that names need. */
final class ObjectReader {
  private final Origins origins;
  private final Map<ObjectId, SchemaObject> objects = new TreeMap<>();

  ObjectReader(Origins origins) {
    this.origins = origins;
  }

  /** What stands on a table's record. */
  void read(TableSource source) {
    Table table = source.table();
    String type = table.type();
    Origin origin = TableReader.origin(source.type());
    comment(source.type(), origin, Jakarta.TABLE)
        .ifPresent(
            text -> add(new TableComment(table.name(), Optional.empty(), text, type), origin));
    for (ColumnSource column : source.columns()) {
      Name name = column.column().name();
      comment(column.field(), column.origin(), Jakarta.COLUMN)
          .ifPresent(text ->
              add(new TableComment(table.name(), Optional.of(name), text, type), column.origin()));
    }
  }

  private static Optional<String> comment(Element element, Origin origin, String annotation) {
    return Annotated.find(element, origin, annotation).flatMap(found -> found.text("comment"));
  }

  private void add(SchemaObject object, Origin origin) {
    objects.put(object.id(), object);
    origins.put(Subject.object(object.id()), origin);
  }

  /** All of them, and the schemas that these tables and enums are in. */
  List<SchemaObject> objects(Collection<Table> tables, Collection<EnumType> enums) {
    Stream.concat(tables.stream().map(Table::name), enums.stream().map(EnumType::name))
        .flatMap(name -> name.schema().stream())
        .map(Namespace::new)
        .forEach(namespace -> objects.put(namespace.id(), namespace));
    return new ArrayList<>(objects.values());
  }
}
