package dev.varve.processor.read;

import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Domain;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.ObjectComment;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaObject;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a compilation says about its tables.
 *
 * @param schema the tables and the enums that their columns have
 * @param sources the records behind them, sorted by type
 * @param views the records behind views, sorted by name
 * @param elsewhere the records with tables that were compiled before and are referenced, by name
 */
public record Model(
    Schema schema,
    List<TableSource> sources,
    List<ViewSource> views,
    Marks marks,
    List<String> elsewhere) {
  public Model {
    elsewhere = List.copyOf(elsewhere);
    views = List.copyOf(views);
    sources = List.copyOf(sources);
  }

  /** Without the types that another module makes, and what is said of them. */
  public Model without(Predicate<EnumType> enums, Predicate<SchemaObject> objects) {
    List<EnumType> own = schema.enums().stream().filter(enums.negate()).toList();
    Set<ObjectId> made =
        schema.objects().stream().filter(objects).map(SchemaObject::id).collect(Collectors.toSet());
    List<SchemaObject> rest = schema.objects().stream()
        .filter(object -> !made.contains(object.id()))
        .filter(
            object -> !(object instanceof ObjectComment comment && made.contains(comment.target())))
        .toList();
    return new Model(new Schema(schema.tables(), own, rest), sources, views, marks, elsewhere);
  }

  /** The types that may belong to another module. */
  public List<String> foreign() {
    return Stream.of(
            elsewhere.stream(),
            schema.enums().stream().map(EnumType::type),
            schema.objects().stream()
                .filter(object -> object instanceof Domain || object instanceof CompositeType)
                .map(SchemaObject::source))
        .flatMap(types -> types)
        .toList();
  }
}
