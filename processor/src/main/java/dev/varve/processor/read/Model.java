package dev.varve.processor.read;

import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Schema;
import java.util.List;
import java.util.function.Predicate;
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

  /** Without the enums that another module makes. */
  public Model withoutEnums(Predicate<EnumType> made) {
    List<EnumType> own = schema.enums().stream().filter(made.negate()).toList();
    Schema rest = new Schema(schema.tables(), own, schema.objects());
    return new Model(rest, sources, views, marks, elsewhere);
  }

  /** The types that may belong to another module. */
  public List<String> foreign() {
    return Stream.concat(elsewhere.stream(), schema.enums().stream().map(EnumType::type))
        .toList();
  }
}
