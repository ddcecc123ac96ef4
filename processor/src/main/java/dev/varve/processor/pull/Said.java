package dev.varve.processor.pull;

import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.ViewColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is said beside tables and their columns, and where: on the record that it is about, or else on
 * a package. It remembers which comments and privileges have found a place; SQL says the others.
 */
final class Said {
  private final Things things;
  private final Map<String, List<Row>> comments = new HashMap<>();
  private final Map<String, List<Row>> grants = new HashMap<>();
  private final Map<Long, List<Thing>> owned = new HashMap<>();
  private final Set<Row> placed = new HashSet<>();
  private final Set<Thing> onRecords = new HashSet<>();
  private final Map<QualifiedName, List<ViewColumn>> known;
  private final Set<String> grantees = new HashSet<>();

  Said(Things things) {
    this.things = things;
    this.known = Views.known(things);
    things
        .of(Thing.Kind.SEQUENCE)
        .forEach(sequence -> owned
            .computeIfAbsent(sequence.row().number("owner"), oid -> new ArrayList<>())
            .add(sequence));
    things
        .snapshot()
        .rows(Query.COMMENTS)
        .forEach(
            row -> comments.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row));
    things
        .snapshot()
        .rows(Query.GRANTS)
        .forEach(
            row -> grants.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row));
  }

  private static String key(Row row) {
    return row.text("class") + ":" + row.text("oid");
  }

  private static Annotation ours(JavaSource source, String type, Thing thing) {
    return new Annotation(source.use(Components.OURS + type), thing.key());
  }

  /** Whether a comment or a privilege stands in a source. */
  boolean isPlaced(Row row) {
    return placed.contains(row);
  }

  private Optional<Row> commentOn(Thing thing) {
    return comments.getOrDefault(thing.key(), List.of()).stream()
        .filter(row -> row.number("number") == 0)
        .findFirst();
  }

  Optional<String> comment(Thing thing) {
    return commentOn(thing).map(row -> row.text("text"));
  }

  /** The texts by the components' names in Java. */
  Map<String, String> columnComments(Thing thing, List<Components.Component> components) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Components.Component component : components) {
      commentOn(thing, component.column())
          .ifPresent(row -> texts.put(component.name(), row.text("text")));
    }
    return texts;
  }

  private Optional<Row> commentOn(Thing thing, String column) {
    Optional<Long> number = things.columns(thing).stream()
        .filter(row -> row.text("name").equals(column))
        .map(row -> row.number("number"))
        .findFirst();
    return comments.getOrDefault(thing.key(), List.of()).stream()
        .filter(row -> number.filter(n -> n == row.number("number")).isPresent())
        .findFirst();
  }

  Optional<Annotation> onColumn(Thing thing, Components.Component component, JavaSource source) {
    boolean has = thing.kind() == Thing.Kind.TABLE || thing.kind().isView();
    return has
        ? commentOn(thing, component.column())
            .map(row -> placed(row, ours(source, "Comment", thing).text("value", row.text("text"))))
        : Optional.empty();
  }

  private Annotation placed(Row row, Annotation annotation) {
    placed.add(row);
    return annotation;
  }

  /** Of a view or a type only what people say about it. */
  void onOther(Thing thing, JavaSource source, List<Annotation> annotations) {
    // A type of rows has its comment as a type.
    String key = thing.kind() == Thing.Kind.COMPOSITE_TYPE
        ? "pg_type:" + thing.row().text("row_type")
        : thing.key();
    comments.getOrDefault(key, List.of()).stream()
        .filter(row -> row.number("number") == 0)
        .forEach(row -> annotations.add(
            placed(row, ours(source, "Comment", thing).text("value", row.text("text")))));
  }

  void onTable(Thing table, JavaSource source, List<Annotation> annotations) {
    List<Thing> policies = on(table, Thing.Kind.POLICY);
    Row row = table.row();
    if (row.is("has_row_security") && (policies.isEmpty() || row.is("forces_row_security"))) {
      annotations.add(
          ours(source, "RowSecurity", table).flag("force", row.is("forces_row_security"), false));
    }
    policies.forEach(policy -> annotations.add(Access.policy(policy, source)));
    policies.forEach(policy -> grantees.addAll(policy.row().list("roles")));
    List<Thing> triggers = triggers(table, source, annotations);
    sequencesOf(table).forEach(sequence -> {
      onRecords.add(sequence);
      annotations.add(sequence(sequence, source));
    });
    grants(table, Optional.empty(), source, annotations);
    onOther(table, source, annotations);
    List<Thing> parts = new ArrayList<>(things.parts(table));
    parts.addAll(policies);
    parts.addAll(triggers);
    comments(parts, source, annotations);
  }

  void onView(Thing view, JavaSource source, List<Annotation> annotations) {
    List<Thing> triggers = triggers(view, source, annotations);
    grants(view, Optional.empty(), source, annotations);
    onOther(view, source, annotations);
    comments(triggers, source, annotations);
  }

  private List<Thing> triggers(Thing on, JavaSource source, List<Annotation> annotations) {
    List<Thing> triggers = on(on, Thing.Kind.TRIGGER);
    routinesOf(on, triggers).forEach(routine -> {
      onRecords.add(routine);
      annotations.add(Access.routine(routine, things, source));
    });
    triggers.forEach(trigger -> annotations.add(Access.trigger(trigger, source)));
    return triggers;
  }

  private void comments(List<Thing> parts, JavaSource source, List<Annotation> annotations) {
    for (Thing part : parts) {
      if (part.isInModel() && part.kind() != Thing.Kind.DEFAULT) {
        commentOn(part)
            .ifPresent(comment -> annotations.add(placed(
                comment,
                ours(source, "Comment", part)
                    .text("on", part.kind() + " " + part.name().name().value())
                    .text("value", comment.text("text")))));
      }
    }
  }

  private List<Thing> on(Thing table, Thing.Kind kind) {
    return things.on(table, kind).stream().filter(Thing::isInModel).toList();
  }

  /** The functions that only triggers of this table call. */
  private List<Thing> routinesOf(Thing table, List<Thing> triggers) {
    Set<Thing> routines =
        new TreeSet<>(Comparator.comparing(Thing::name).thenComparing(Thing::key));
    for (Thing trigger : triggers) {
      trigger.uses().stream()
          .flatMap(key -> things.find(key).stream())
          .filter(thing -> thing.kind() == Thing.Kind.ROUTINE && thing.isInModel())
          .filter(routine -> things.users(routine).stream()
              .allMatch(other -> other.kind() == Thing.Kind.TRIGGER
                  && other.owner().filter(table::equals).isPresent()))
          .forEach(routines::add);
    }
    return List.copyOf(routines);
  }

  private List<Thing> sequencesOf(Thing table) {
    return owned.getOrDefault(table.row().number("oid"), List.of()).stream()
        .filter(Thing::isInModel)
        .toList();
  }

  private Annotation sequence(Thing sequence, JavaSource source) {
    Row row = sequence.row();
    Annotation annotation = ours(source, "Sequence", sequence)
        .text("name", sequence.name().name().value())
        .text("schema", sequence.name().schema().map(Name::value));
    switch (Counters.type(row)) {
      case SMALLINT -> annotation.with("type", "short.class");
      case INTEGER -> annotation.with("type", "int.class");
      default -> {}
    }
    Counting.say(annotation, Counters.options(row, false));
    owner(sequence).ifPresent(column -> annotation.text("ownedBy", column));
    return annotation;
  }

  /** The column that owns it, if that is of a record and in the same schema. */
  private Optional<String> owner(Thing sequence) {
    return ownerOf(sequence, things)
        .filter(Thing::isInModel)
        .filter(table -> table.name().schema().equals(sequence.name().schema()))
        .map(table -> table.name() + "." + ownerColumn(sequence, table, things));
  }

  static Optional<Thing> ownerOf(Thing sequence, Things things) {
    return sequence.row().find("owner").flatMap(oid -> things.exact("pg_class:" + oid));
  }

  static String ownerColumn(Thing sequence, Thing table, Things things) {
    return things.columns(table).stream()
        .filter(column -> column.number("number") == sequence.row().number("owner_column"))
        .map(column -> column.text("name"))
        .findFirst()
        .orElseThrow();
  }

  private void grants(
      Thing thing, Optional<String> on, JavaSource source, List<Annotation> annotations) {
    Set<String> roles = new HashSet<>();
    for (Row row : grants.getOrDefault(thing.key(), List.of())) {
      String role = row.text("role");
      // One annotation for each role; who has some with the grant option has the others by SQL.
      if (role.equals("-") || !roles.add(role)) {
        continue;
      }
      if (!role.isEmpty()) {
        grantees.add(role);
      }
      annotations.add(placed(
          row,
          ours(source, "Grant", thing)
              .texts("value", row.list("privileges"))
              .text("to", role.isEmpty() ? "PUBLIC" : role)
              .text("on", on)
              .flag("withGrantOption", row.is("can_grant"), false)));
    }
  }

  /** What stands on packages, by their names; after all records are written. */
  Map<String, JavaSource> packages(JavaClasses classes, Map<String, String> names, Marks marks) {
    Map<String, JavaSource> sources = new TreeMap<>();
    Map<String, List<Annotation>> annotations = new TreeMap<>();
    String home = names.getOrDefault(things.snapshot().home().value(), "");
    for (Thing thing : things.all()) {
      String in = switch (thing.kind()) {
        case SCHEMA -> names.getOrDefault(thing.name().name().value(), home);
        case ROUTINE, SEQUENCE, DOMAIN, ENUM -> classes.packageOf(thing);
        default -> home;
      };
      if (thing.isInModel()) {
        JavaSource source =
            sources.computeIfAbsent(in, name -> new JavaSource(name, classes.in(name)));
        onPackage(
            thing, classes, source, annotations.computeIfAbsent(in, name -> new ArrayList<>()));
      }
    }
    things.snapshot().rows(Query.GRANTS).stream()
        .map(row -> row.text("role"))
        .filter(role -> !role.isEmpty() && !role.equals("-"))
        .forEach(grantees::add);
    JavaSource source =
        sources.computeIfAbsent(home, name -> new JavaSource(name, classes.in(name)));
    annotations
        .computeIfAbsent(home, name -> new ArrayList<>())
        .addAll(0, Access.roles(grantees, things, source));
    List<Annotation> last = annotations.getOrDefault(home, List.of());
    marks
        .on("")
        .forEach(mark ->
            last.add(new Annotation(source.use(Components.OURS + mark.type()), "pg_database")
                .text("value", mark.value())));
    sources.forEach((name, written) -> annotations
        .getOrDefault(name, List.of())
        .forEach(annotation -> written.add(annotation.thing(), annotation.at(0)).add("\n")));
    sources.keySet().removeIf(name -> annotations.getOrDefault(name, List.of()).isEmpty());
    return sources;
  }

  private void onPackage(
      Thing thing, JavaClasses classes, JavaSource source, List<Annotation> annotations) {
    String quoted = thing.name().quoted();
    switch (thing.kind()) {
      case EXTENSION -> {
        annotations.add(extension(thing, source));
        commentOnPackage(thing, "EXTENSION " + quoted, source, annotations);
      }
      case ROUTINE -> {
        if (!onRecords.contains(thing)) {
          annotations.add(Access.routine(thing, things, source));
        }
        String name = quoted + "(" + thing.row().text("arguments") + ")";
        grants(thing, Optional.of("ROUTINE " + name), source, annotations);
        commentOnPackage(thing, "ROUTINE " + name, source, annotations);
      }
      case SEQUENCE -> {
        if (!onRecords.contains(thing)) {
          annotations.add(sequence(thing, source));
        }
        grants(thing, Optional.of("SEQUENCE " + quoted), source, annotations);
        commentOnPackage(thing, "SEQUENCE " + quoted, source, annotations);
      }
      case DOMAIN -> {
        if (classes.of(thing.name()).isEmpty()) {
          annotations.add(domain(thing, source));
          commentOnPackage(thing, "DOMAIN " + quoted, source, annotations);
        }
        grants(thing, Optional.of("DOMAIN " + quoted), source, annotations);
      }
      case ENUM -> grants(thing, Optional.of("TYPE " + quoted), source, annotations);
      case SCHEMA -> {
        // The schema that migrations run in is there before them.
        if (!thing.name().name().equals(things.snapshot().home()) && isNamed(thing)) {
          grants(thing, Optional.of("SCHEMA " + quoted), source, annotations);
          commentOnPackage(thing, "SCHEMA " + quoted, source, annotations);
        }
      }
      default -> {}
    }
  }

  /** Whether something of the model is in the schema, so that the model has it, too. */
  private boolean isNamed(Thing schema) {
    return things.all().stream()
        .anyMatch(thing -> thing.isInModel()
            && thing.kind() != Thing.Kind.SCHEMA
            && thing.owner().isEmpty()
            && thing.name().schema().equals(Optional.of(schema.name().name())));
  }

  private void commentOnPackage(
      Thing thing, String on, JavaSource source, List<Annotation> annotations) {
    commentOn(thing)
        .ifPresent(row -> annotations.add(placed(
            row, ours(source, "Comment", thing).text("on", on).text("value", row.text("text")))));
  }

  private Annotation extension(Thing thing, JavaSource source) {
    String schema = thing.row().text("schema");
    boolean stated =
        !schema.equals(things.snapshot().home().value()) && !schema.equals("pg_catalog");
    return ours(source, "Extension", thing)
        .text("name", thing.name().name().value())
        .text("schema", Optional.of(schema).filter(name -> stated));
  }

  private Annotation domain(Thing thing, JavaSource source) {
    Row row = thing.row();
    Annotation annotation = ours(source, "Domain", thing)
        .text("name", thing.name().name().value())
        .text("schema", thing.name().schema().map(Name::value))
        .text("type", things.type(row.text("base")).sql())
        .flag("notNull", row.is("not_null"), false)
        .text("defaultValue", row.find("value").map(v -> Pretty.value(v, row.text("base"))));
    List<String> checks = things.checks(thing).stream()
        .map(check -> RecordWriter.checkOf(ours(source, "Check", thing), check, thing.name())
            .at(4))
        .toList();
    return checks.isEmpty()
        ? annotation
        : annotation.with(
            "checks", checks.size() == 1 ? checks.get(0) : "{" + String.join(", ", checks) + "}");
  }

  /** Whether the processor, too, sees all that the view's select rests on. */
  boolean isCovered(Thing view) {
    return Views.facts(view, known).faults().isEmpty();
  }
}
