package dev.varve.processor.pull;

import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Partitioning;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Records for tables, views, composite types and domains; enums. */
final class RecordWriter {
  private final Things things;
  private final JavaClasses classes;
  private final Said said;
  private final Marks marks;

  RecordWriter(Things things, JavaClasses classes, Said said, Marks marks) {
    this.marks = marks;
    this.things = things;
    this.classes = classes;
    this.said = said;
  }

  private JavaSource source(Thing thing) {
    String in = classes.packageOf(thing);
    return new JavaSource(in, classes.in(in));
  }

  private static Annotation ours(JavaSource source, String type, Thing thing) {
    return new Annotation(source.use(Components.OURS + type), thing.key());
  }

  private String simple(Thing thing) {
    String full = classes.of(thing.name()).orElseThrow();
    return full.substring(full.lastIndexOf('.') + 1);
  }

  private void name(Annotation annotation, Thing thing) {
    String name = thing.name().name().value();
    if (!dev.varve.processor.read.Naming.words(simple(thing)).equals(name)) {
      annotation.text("name", name);
    }
    annotation.text("schema", thing.name().schema().map(Name::value));
  }

  /** @param given names of components by column, where there are some already */
  JavaSource.Written table(Thing table, Map<String, String> given) {
    JavaSource source = source(table);
    Components components = new Components(things, classes, source, table, given);
    List<Components.Component> all = components.all();
    List<Annotation> annotations = new ArrayList<>();
    Annotation head = new Annotation(source.use(Components.JAKARTA + "Table"), table.key());
    name(head, table);
    annotations.add(head);
    boolean divided = Partitions.partitioning(table.row())
        .filter(Partitioning::hasExpressions)
        .isPresent();
    if (components.primaryKey().isEmpty() && !divided) {
      annotations.add(ours(source, "Keyless", table));
    }
    options(table, source, annotations);
    annotations.addAll(Partitions.annotations(table, things, source));
    keys(table, source, components, annotations);
    said.onTable(table, source, annotations);
    marked(table, table.name().toString(), source, annotations);
    return written(table, source, annotations, all);
  }

  private void marked(Thing thing, String what, JavaSource source, List<Annotation> annotations) {
    marks
        .on(what)
        .forEach(
            mark -> annotations.add(ours(source, mark.type(), thing).text("value", mark.value())));
  }

  private void options(Thing table, JavaSource source, List<Annotation> annotations) {
    Row row = table.row();
    if (row.is("is_unlogged")) {
      annotations.add(ours(source, "Unlogged", table));
    }
    if (!row.list("parameters").isEmpty()) {
      annotations.add(ours(source, "With", table).texts("value", row.list("parameters")));
    }
    row.find("tablespace")
        .ifPresent(
            space -> annotations.add(ours(source, "Tablespace", table).text("value", space)));
  }

  private void keys(
      Thing table, JavaSource source, Components components, List<Annotation> annotations) {
    Keys keys = new Keys(things, classes, source, table);
    for (Thing part : things.parts(table)) {
      if (!part.isInModel()
          || components.said().contains(part)
          || part.kind() == Thing.Kind.DEFAULT) {
        continue;
      }
      if (part.kind() == Thing.Kind.INDEX) {
        annotations.add(keys.index(part, things.index(part).orElseThrow(), false));
        continue;
      }
      things.constraint(part).orElseThrow().accept(new Constraint.Visitor<Void>() {
        @Override
        public Void primaryKey(Constraint.PrimaryKey key) {
          List<Name> ids = things.columns(table).stream()
              .map(column -> new Name(column.text("name")))
              .filter(key.columns()::contains)
              .toList();
          keys.primaryKey(part, key, ids).ifPresent(annotations::add);
          return null;
        }

        @Override
        public Void unique(Constraint.Unique unique) {
          annotations.add(keys.unique(part, unique, false));
          return null;
        }

        @Override
        public Void check(Constraint.Check check) {
          annotations.add(keys.check(part, check, Optional.empty()));
          return null;
        }

        @Override
        public Void exclusion(Constraint.Exclusion exclusion) {
          annotations.add(keys.exclusion(part, exclusion));
          return null;
        }

        @Override
        public Void foreignKey(Constraint.ForeignKey key) {
          annotations.add(keys.foreignKey(part, key));
          return null;
        }
      });
    }
  }

  JavaSource.Written view(Thing view, Map<String, String> given) {
    JavaSource source = source(view);
    Components components = new Components(things, classes, source, view, given);
    List<Components.Component> all = components.all();
    boolean materialized = view.kind() == Thing.Kind.MATERIALIZED_VIEW;
    Annotation head = ours(source, materialized ? "MaterializedView" : "View", view);
    name(head, view);
    for (String option : view.row().list("options")) {
      String value = option.substring(option.indexOf('=') + 1);
      boolean on = List.of("true", "on", "yes", "1").contains(value);
      if (option.startsWith("security_barrier=")) {
        head.flag("securityBarrier", on, false);
      } else if (option.startsWith("security_invoker=")) {
        head.flag("securityInvoker", on, false);
      } else if (option.startsWith("check_option=")) {
        head.with(
            "check",
            source.member(Components.OURS + "View", "CheckOption") + "."
                + value.toUpperCase(java.util.Locale.ROOT));
      }
    }
    if (materialized) {
      head.flag("populated", view.row().is("is_populated"), true);
    }
    head.flag("checked", said.isCovered(view), true);
    head.text("select", Pretty.select(view.row().text("select")));
    List<Annotation> annotations = new ArrayList<>(List.of(head));
    Keys keys = new Keys(things, classes, source, view);
    for (Thing part : things.parts(view)) {
      if (part.isInModel()
          && part.kind() == Thing.Kind.INDEX
          && !components.said().contains(part)) {
        Index index = things.index(part).orElseThrow();
        annotations.add(keys.index(part, index, false));
      }
    }
    said.onView(view, source, annotations);
    return written(view, source, annotations, all);
  }

  JavaSource.Written composite(Thing type, Map<String, String> given) {
    JavaSource source = source(type);
    List<Components.Component> all = new Components(things, classes, source, type, given).all();
    Annotation head = ours(source, "CompositeType", type);
    name(head, type);
    List<Annotation> annotations = new ArrayList<>(List.of(head));
    said.onOther(type, source, annotations);
    return written(type, source, annotations, all);
  }

  JavaSource.Written domain(Thing domain) {
    JavaSource source = source(domain);
    Row row = domain.row();
    Annotation head = ours(source, "Domain", domain);
    name(head, domain);
    head.flag("notNull", row.is("not_null"), false);
    List<Annotation> annotations = new ArrayList<>(List.of(head));
    for (Row check : things.checks(domain)) {
      annotations.add(checkOf(ours(source, "Check", domain), check, domain.name()));
    }
    said.onOther(domain, source, annotations);
    JavaTypes types = JavaTypes.of(things.type(row.text("base")), source, classes);
    List<Annotation> own = new ArrayList<>();
    row.find("value")
        .ifPresent(value -> own.add(
            ours(source, "Default", domain).text("value", Pretty.value(value, row.text("base")))));
    Annotation column = new Annotation(source.use(Components.JAKARTA + "Column"), domain.key());
    types.length().ifPresent(length -> column.with("length", Integer.toString(length)));
    types.digits().ifPresent(digits -> {
      column.with("precision", Integer.toString(digits[0]));
      if (digits[1] != 0) {
        column.with("scale", Integer.toString(digits[1]));
      }
    });
    types.seconds().ifPresent(digits -> column.with("secondPrecision", Integer.toString(digits)));
    types.definition().ifPresent(definition -> column.text("columnDefinition", definition));
    if (!column.isEmpty()) {
      own.add(column);
    }
    row.find("collation")
        .ifPresent(name -> own.add(ours(source, "Collation", domain)
            .text("value", name)
            .text("schema", row.find("collation_schema"))));
    return written(
        domain,
        source,
        annotations,
        List.of(new Components.Component("value", "value", types.plain(), own)));
  }

  /** A check of a domain; several without names would get others than they have. */
  static Annotation checkOf(Annotation annotation, Row check, QualifiedName domain) {
    annotation.text("value", Pretty.condition(check.text("short_expression")));
    String derived = dev.varve.processor.read.Naming.check(domain, List.of()).value();
    return check.text("name").equals(derived)
        ? annotation
        : annotation.text("name", check.text("name"));
  }

  JavaSource.Written enumType(Thing type) {
    JavaSource source = source(type);
    List<Annotation> annotations = new ArrayList<>();
    Annotation named = ours(source, "NamedEnum", type);
    name(named, type);
    if (!named.isEmpty()) {
      annotations.add(named);
    }
    said.onOther(type, source, annotations);
    marked(type, type.name().toString(), source, annotations);
    doc(source, said.comment(type), Map.of());
    int from = source.length();
    annotations.forEach(
        annotation -> source.add(annotation.thing(), annotation.at(0)).add("\n"));
    source.add("public enum " + simple(type) + " {\n");
    source.add(type.row().list("labels").stream()
        .map(label -> "  " + label)
        .collect(Collectors.joining(",\n")));
    source.add("\n}\n");
    source.mark(type.key(), from);
    return source.finish(simple(type));
  }

  private JavaSource.Written written(
      Thing thing,
      JavaSource source,
      List<Annotation> annotations,
      List<Components.Component> components) {
    doc(source, said.comment(thing), said.columnComments(thing, components));
    int from = source.length();
    annotations.forEach(
        annotation -> source.add(annotation.thing(), annotation.at(0)).add("\n"));
    source.add("public record " + simple(thing) + (components.isEmpty() ? "() {}\n" : "(\n"));
    for (int i = 0; i < components.size(); i++) {
      Components.Component component = components.get(i);
      List<Annotation> all = new ArrayList<>(component.annotations());
      said.onColumn(thing, component, source).ifPresent(all::add);
      if (thing.kind() == Thing.Kind.TABLE) {
        marked(thing, thing.name() + "." + component.column(), source, all);
      }
      component(source, all, component, thing);
      source.add(i < components.size() - 1 ? ",\n" : ") {}\n");
    }
    source.mark(thing.key(), from);
    return source.finish(simple(thing));
  }

  private static void component(
      JavaSource source,
      List<Annotation> annotations,
      Components.Component component,
      Thing thing) {
    String declaration = component.type() + " " + component.name();
    List<String> lines =
        annotations.stream().map(annotation -> annotation.line().orElse("\n")).toList();
    String line = String.join(" ", lines) + (lines.isEmpty() ? "" : " ") + declaration;
    boolean one = !line.contains("\n") && line.length() + 7 <= Annotation.WIDTH;
    int from = source.length();
    source.add("    ");
    for (Annotation annotation : annotations) {
      source
          .add(annotation.thing(), one ? annotation.line().orElseThrow() : annotation.at(8))
          .add(one ? " " : "\n        ");
    }
    source.add(declaration);
    source.mark(thing.key(), component.column(), from);
  }

  /** What the database says of it, for readers of the source. */
  private static void doc(
      JavaSource source, Optional<String> text, Map<String, String> components) {
    if (text.isEmpty() && components.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    text.ifPresent(comment -> comment.lines().map(RecordWriter::safe).forEach(lines::add));
    if (!components.isEmpty() && !lines.isEmpty()) {
      lines.add("");
    }
    components.forEach((name, comment) ->
        lines.add("@param " + name + " " + safe(comment.replaceAll("\\s+", " "))));
    if (lines.size() == 1 && lines.get(0).length() < Annotation.WIDTH - 8) {
      source.add("/** " + lines.get(0).strip() + " */\n");
      return;
    }
    source.add("/**\n");
    lines.forEach(line -> source.add((" * " + line).stripTrailing() + "\n"));
    source.add(" */\n");
  }

  private static String safe(String line) {
    return line.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("*/", "*&#47;")
        .replace("@", "&#64;")
        .replace("\\u", "&#92;u");
  }
}
