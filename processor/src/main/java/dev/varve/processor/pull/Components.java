package dev.varve.processor.pull;

import dev.varve.processor.read.Naming;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.IdentityOptions;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The components of a record: of each its annotations, its type and its name. */
final class Components {
  static final String OURS = "dev.varve.annotations.";
  static final String JAKARTA = "jakarta.persistence.";

  /**
   * A component that is written.
   *
   * @param column as the database has it
   * @param type in Java
   */
  record Component(String column, String name, String type, List<Annotation> annotations) {
    Component {
      annotations = List.copyOf(annotations);
    }
  }

  private final Things things;
  private final JavaClasses classes;
  private final JavaSource source;
  private final Thing relation;
  private final Map<String, String> given;
  private final Map<String, String> names = new HashMap<>();
  private final Set<Thing> said = new HashSet<>();

  /** @param given names that columns have in Java already */
  Components(
      Things things,
      JavaClasses classes,
      JavaSource source,
      Thing relation,
      Map<String, String> given) {
    this.things = things;
    this.classes = classes;
    this.source = source;
    this.relation = relation;
    this.given = given;
    nameAll();
  }

  private void nameAll() {
    Set<String> taken = new HashSet<>(given.values());
    for (Row column : things.columns(relation)) {
      String name = column.text("name");
      String java = given.get(name);
      if (java == null) {
        String base = JavaNames.component(name);
        java = base;
        for (int i = 2; !taken.add(java); i++) {
          java = base + i;
        }
      }
      names.put(name, java);
    }
  }

  /** The parts of the table that components say: no annotation of the record need. */
  Set<Thing> said() {
    return said;
  }

  List<Component> all() {
    List<Component> components = new ArrayList<>();
    for (Row column : things.columns(relation)) {
      components.add(component(column));
    }
    return components;
  }

  private Component component(Row column) {
    String name = column.text("name");
    String java = names.getOrDefault(name, name);
    ColumnType type = things.type(column);
    JavaTypes types = JavaTypes.of(type, source, classes);
    boolean nullable = isNullable(column);
    List<Annotation> annotations = new ArrayList<>();
    boolean table = relation.kind() == Thing.Kind.TABLE;
    if (table && keyColumns().contains(name)) {
      annotations.add(jakarta("Id", relation));
    }
    if (table) {
      value(column, type).ifPresent(annotations::add);
    }
    Annotation described = described(column, java, types);
    if (!described.isEmpty()) {
      annotations.add(described);
    }
    if (table) {
      options(column, annotations);
      parts(name, annotations);
    } else if (relation.kind() == Thing.Kind.MATERIALIZED_VIEW) {
      indexes(name, annotations);
    }
    return new Component(
        name,
        java,
        nullable ? source.use("java.util.Optional") + "<" + types.boxed() + ">" : types.plain(),
        annotations);
  }

  private boolean isNullable(Row column) {
    return relation.kind().isView()
        || relation.kind() == Thing.Kind.COMPOSITE_TYPE
        || !column.is("not_null");
  }

  private List<String> keyColumns() {
    return primaryKey().map(part -> part.row().list("columns")).orElse(List.of());
  }

  Optional<Thing> primaryKey() {
    return things.parts(relation).stream()
        .filter(part -> part.kind() == Thing.Kind.CONSTRAINT)
        .filter(part -> part.row().text("kind").equals("p") && part.isInModel())
        .findFirst();
  }

  private Annotation ours(String type, Thing thing) {
    return new Annotation(source.use(OURS + type), thing.key());
  }

  private Annotation jakarta(String type, Thing thing) {
    return new Annotation(source.use(JAKARTA + type), thing.key());
  }

  /** {@code @Column}, with what the Java type and name do not say. */
  private Annotation described(Row column, String java, JavaTypes types) {
    Annotation annotation = jakarta("Column", relation);
    String name = column.text("name");
    if (!Naming.words(java).equals(name)) {
      annotation.text("name", name);
    }
    types.length().ifPresent(length -> annotation.with("length", Integer.toString(length)));
    types.digits().ifPresent(digits -> {
      annotation.with("precision", Integer.toString(digits[0]));
      if (digits[1] != 0) {
        annotation.with("scale", Integer.toString(digits[1]));
      }
    });
    types
        .seconds()
        .ifPresent(digits -> annotation.with("secondPrecision", Integer.toString(digits)));
    types.definition().ifPresent(definition -> annotation.text("columnDefinition", definition));
    if (relation.kind() == Thing.Kind.TABLE) {
      plainUnique(name).ifPresent(unique -> {
        said.add(unique);
        annotation.with("unique", "true");
      });
    }
    return annotation;
  }

  /** A unique key of this column alone that says nothing else, under the name that it would get. */
  private Optional<Thing> plainUnique(String column) {
    return things.parts(relation).stream()
        .filter(Thing::isInModel)
        .filter(part -> part.kind() == Thing.Kind.CONSTRAINT)
        .filter(part -> part.row().text("kind").equals("u"))
        .filter(part -> things
            .constraint(part)
            .filter(constraint -> constraint.equals(new Constraint.Unique(
                Naming.unique(relation.name(), List.of(new Name(column))),
                List.of(new Name(column)))))
            .isPresent())
        .findFirst();
  }

  private Optional<Annotation> value(Row column, ColumnType type) {
    String identity = column.text("identity");
    if (!identity.isEmpty()) {
      IdentityOptions options =
          Counters.options(things.counter(column).orElseThrow(), identity.equals("d"));
      return Optional.of(
          options.equals(IdentityOptions.ALWAYS)
              ? jakarta("GeneratedValue", relation)
              : Counting.say(
                  ours("Identity", relation).flag("byDefault", options.byDefault(), false),
                  options));
    }
    if (things.counter(column).isPresent()) {
      return Optional.of(ours("Serial", relation));
    }
    Optional<Thing> value = things.find("pg_attrdef:" + column.find("value_oid").orElse(""));
    if (value.isEmpty() || !value.get().isInModel()) {
      return Optional.empty();
    }
    String sql = column.text("value");
    if (!column.text("generated").isEmpty()) {
      return Optional.of(ours("Generated", relation)
          .text("value", Pretty.condition(sql))
          .flag("virtual", column.text("generated").equals("v"), false));
    }
    if (sql.equals("gen_random_uuid()") && type == ColumnType.Scalar.UUID) {
      return Optional.of(jakarta("GeneratedValue", value.get()));
    }
    return Optional.of(
        ours("Default", value.get()).text("value", Pretty.value(sql, column.text("type"))));
  }

  private void options(Row column, List<Annotation> annotations) {
    column
        .find("collation")
        .ifPresent(name -> annotations.add(ours("Collation", relation)
            .text("value", name)
            .text("schema", column.find("collation_schema"))));
    column
        .find("storage")
        .ifPresent(code -> annotations.add(ours("Storage", relation)
            .with(
                "value",
                source.member(
                    OURS + "StorageMode",
                    switch (code) {
                      case "p" -> "PLAIN";
                      case "e" -> "EXTERNAL";
                      case "x" -> "EXTENDED";
                      default -> "MAIN";
                    }))));
    column
        .find("compression")
        .ifPresent(code -> annotations.add(ours("Compression", relation)
            .with(
                "value",
                source.member(OURS + "CompressionMethod", code.equals("l") ? "LZ4" : "PGLZ"))));
  }

  /** The rules about this column alone. */
  private void parts(String column, List<Annotation> annotations) {
    Keys keys = new Keys(things, classes, source, relation);
    boolean referenced = false;
    for (Thing part : things.parts(relation)) {
      if (!part.isInModel() || part.kind() != Thing.Kind.CONSTRAINT || said.contains(part)) {
        continue;
      }
      Constraint constraint = things.constraint(part).orElseThrow();
      if (constraint instanceof Constraint.ForeignKey key
          && !referenced
          && key.columns().equals(List.of(new Name(column)))
          && Keys.isSimple(key)) {
        referenced = true;
        said.add(part);
        annotations.add(keys.references(part, key));
      } else if (constraint instanceof Constraint.Unique unique
          && unique.columns().equals(List.of(new Name(column)))) {
        said.add(part);
        annotations.add(keys.unique(part, unique, true));
      } else if (constraint instanceof Constraint.Check check
          && check.name().equals(Naming.check(relation.name(), List.of(new Name(column))))) {
        said.add(part);
        annotations.add(keys.check(part, check, Optional.of(new Name(column))));
      }
    }
    indexes(column, annotations);
  }

  private void indexes(String column, List<Annotation> annotations) {
    Keys keys = new Keys(things, classes, source, relation);
    for (Thing part : things.parts(relation)) {
      if (part.isInModel() && part.kind() == Thing.Kind.INDEX && !said.contains(part)) {
        Index index = things.index(part).orElseThrow();
        if (index.keys().size() == 1
            && index.keys().get(0).isPlain()
            && index.columns().equals(List.of(new Name(column)))) {
          said.add(part);
          annotations.add(keys.index(part, index, true));
        }
      }
    }
  }
}
