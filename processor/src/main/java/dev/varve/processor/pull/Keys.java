package dev.varve.processor.pull;

import dev.varve.processor.read.Naming;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.IndexKey;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Annotations for keys, rules and indexes; names stand there only where others would come out. */
final class Keys {
  private final Things things;
  private final JavaClasses classes;
  private final JavaSource source;
  private final Thing table;

  Keys(Things things, JavaClasses classes, JavaSource source, Thing table) {
    this.things = things;
    this.classes = classes;
    this.source = source;
    this.table = table;
  }

  private Annotation ours(String type, Thing thing) {
    return new Annotation(source.use(Components.OURS + type), thing.key());
  }

  private static List<String> texts(List<Name> names) {
    return names.stream().map(Name::value).toList();
  }

  private static Annotation named(Annotation annotation, Name name, Name derived) {
    return name.equals(derived) ? annotation : annotation.text("name", name.value());
  }

  private void timing(Annotation annotation, Timing timing) {
    if (timing != Timing.AT_ONCE) {
      annotation.with(
          "deferrable",
          source.member(
              Components.OURS + "Deferrable",
              timing == Timing.DEFERRED ? "INITIALLY_DEFERRED" : "INITIALLY_IMMEDIATE"));
    }
  }

  private void action(Annotation annotation, String member, Constraint.Action action) {
    if (action != Constraint.Action.NO_ACTION) {
      annotation.with(member, source.member(Components.OURS + "ReferentialAction", action.name()));
    }
  }

  /** Whether {@code @References} on a component says all of it. */
  static boolean isSimple(Constraint.ForeignKey key) {
    return key.columns().size() == 1
        && key.traits().onDeleteColumns().isEmpty()
        && !key.traits().matchFull()
        && !key.traits().period();
  }

  Annotation references(Thing part, Constraint.ForeignKey key) {
    Annotation annotation = ours("References", part);
    annotation.with("value", target(key) + ".class");
    List<Name> primary = keyOf(part);
    if (!key.targetColumns().equals(primary)) {
      annotation.text("column", key.targetColumns().get(0).value());
    }
    action(annotation, "onDelete", key.onDelete());
    action(annotation, "onUpdate", key.onUpdate());
    timing(annotation, key.timing());
    annotation.flag("enforced", key.enforced(), true);
    return named(annotation, key.name(), Naming.foreignKey(table.name(), key.columns()));
  }

  private String target(Constraint.ForeignKey key) {
    return source.use(classes
        .of(key.target())
        .orElseThrow(() -> new IllegalStateException(key.target() + " has no record")));
  }

  /** The primary key of what is referenced. */
  private List<Name> keyOf(Thing part) {
    return things
        .find("pg_class:" + part.row().text("target"))
        .flatMap(target -> things.parts(target).stream()
            .filter(other -> other.kind() == Thing.Kind.CONSTRAINT)
            .filter(other -> other.row().text("kind").equals("p"))
            .findFirst())
        .map(other -> other.row().names("columns"))
        .orElse(List.of());
  }

  Annotation foreignKey(Thing part, Constraint.ForeignKey key) {
    Annotation annotation = ours("ForeignKey", part)
        .texts("columns", texts(key.columns()))
        .with("references", target(key) + ".class");
    if (!key.targetColumns().equals(keyOf(part))) {
      annotation.texts("referencedColumns", texts(key.targetColumns()));
    }
    action(annotation, "onDelete", key.onDelete());
    annotation.texts("onDeleteColumns", texts(key.traits().onDeleteColumns()));
    action(annotation, "onUpdate", key.onUpdate());
    if (key.traits().matchFull()) {
      annotation.with("match", source.member(Components.OURS + "Match", "FULL"));
    }
    timing(annotation, key.timing());
    annotation
        .flag("enforced", key.enforced(), true)
        .flag("period", key.traits().period(), false);
    return named(annotation, key.name(), Naming.foreignKey(table.name(), key.columns()));
  }

  /** Empty if the components with {@code @Id} say all of it. */
  Optional<Annotation> primaryKey(Thing part, Constraint.PrimaryKey key, List<Name> ids) {
    Annotation annotation = ours("PrimaryKey", part);
    if (!ids.equals(key.columns())) {
      annotation.texts("columns", texts(key.columns()));
    }
    annotation
        .texts("include", texts(key.include()))
        .flag("withoutOverlaps", key.withoutOverlaps(), false);
    timing(annotation, key.timing());
    named(annotation, key.name(), Naming.primaryKey(table.name()));
    return annotation.isEmpty() ? Optional.empty() : Optional.of(annotation);
  }

  Annotation unique(Thing part, Constraint.Unique unique, boolean onComponent) {
    Annotation annotation = ours("Unique", part);
    if (!onComponent) {
      annotation.texts("columns", texts(unique.columns()));
    }
    annotation
        .texts("include", texts(unique.include()))
        .flag("nullsNotDistinct", unique.nullsNotDistinct(), false)
        .flag("withoutOverlaps", unique.withoutOverlaps(), false);
    timing(annotation, unique.timing());
    return named(annotation, unique.name(), Naming.unique(table.name(), unique.columns()));
  }

  Annotation check(Thing part, Constraint.Check check, Optional<Name> column) {
    Annotation annotation = ours("Check", part)
        .text("value", check.expression())
        .flag("noInherit", check.noInherit(), false)
        .flag("enforced", check.enforced(), true);
    return named(
        annotation, check.name(), Naming.check(table.name(), column.stream().toList()));
  }

  Annotation exclusion(Thing part, Constraint.Exclusion exclusion) {
    List<IndexKey> keys =
        exclusion.elements().stream().map(Constraint.Exclusion.Element::key).toList();
    Annotation annotation = ours("Exclude", part)
        .texts(
            "value",
            exclusion.elements().stream().map(Constraint.Exclusion.Element::sql).toList());
    if (!exclusion.method().value().equals("gist")) {
      annotation.text("method", exclusion.method().value());
    }
    annotation.text("where", exclusion.where()).texts("include", texts(exclusion.include()));
    timing(annotation, exclusion.timing());
    return named(annotation, exclusion.name(), Naming.exclusion(table.name(), keys));
  }

  Annotation index(Thing part, Index index, boolean onComponent) {
    Annotation annotation = ours("Index", part);
    if (!onComponent) {
      annotation.texts("columns", index.keys().stream().map(Keys::key).toList());
    }
    annotation
        .flag("unique", index.unique(), false)
        .flag("nullsNotDistinct", index.nullsNotDistinct(), false)
        .texts("include", texts(index.include()));
    if (!index.method().equals(Index.BTREE)) {
      annotation.text("method", index.method().value());
    }
    List<String> with = new ArrayList<>();
    for (Map.Entry<String, String> parameter : index.parameters().entrySet()) {
      with.add(parameter.getKey() + "=" + parameter.getValue());
    }
    annotation
        .texts("with", with)
        .text("tablespace", index.tablespace().map(Name::value))
        .text("where", index.where());
    return named(annotation, index.name(), Naming.index(table.name(), index.keys()));
  }

  /** A column by its bare name. */
  static String key(IndexKey key) {
    return key.isPlain() ? key.column().orElseThrow().value() : key.sql();
  }
}
