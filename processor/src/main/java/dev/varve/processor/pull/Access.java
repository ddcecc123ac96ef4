package dev.varve.processor.pull;

import dev.varve.runtime.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Annotations for routines, triggers, policies and roles. */
final class Access {
  private static final String WHEN = " WHEN (";
  private static final String EXECUTE = " EXECUTE FUNCTION ";

  private Access() {}

  private static Annotation ours(JavaSource source, String type, Thing thing) {
    return new Annotation(source.use(Components.OURS + type), thing.key());
  }

  static Annotation policy(Thing policy, JavaSource source) {
    Row row = policy.row();
    Annotation annotation =
        ours(source, "Policy", policy).text("name", policy.name().name().value());
    if (!row.text("command").equals("ALL")) {
      annotation.with(
          "command",
          source.member(Components.OURS + "Policy", "Command") + "." + row.text("command"));
    }
    return annotation
        .flag("restrictive", !row.is("permissive"), false)
        .texts("to", row.list("roles"))
        .text("using", row.find("using").map(Pretty::condition))
        .text("check", row.find("check").map(Pretty::condition));
  }

  static Annotation routine(Thing routine, Things things, JavaSource source) {
    List<String> requires = routine.uses().stream()
        .flatMap(key -> things.find(key).stream())
        .filter(Thing::isInModel)
        .flatMap(used -> required(used).stream())
        .sorted()
        .toList();
    return ours(source, "Routine", routine)
        .text("value", definition(routine, things.snapshot()))
        .texts("requires", requires);
  }

  private static Optional<String> required(Thing used) {
    return switch (used.kind()) {
      case TABLE, VIEW, MATERIALIZED_VIEW -> Optional.of(used.name().quoted());
      case ROUTINE -> Optional.of(used.name().quoted() + "(" + used.row().text("arguments") + ")");
      default -> Optional.empty();
    };
  }

  /** The whole statement; a routine of the home schema goes where migrations run. */
  static String definition(Thing routine, Snapshot snapshot) {
    String text = routine.row().text("definition").stripTrailing();
    String kind = routine.row().text("kind").equals("p") ? "PROCEDURE " : "FUNCTION ";
    String head = "CREATE OR REPLACE " + kind;
    String home = snapshot.home().quoted() + ".";
    String rest = text.substring(head.length());
    return "CREATE " + kind + (rest.startsWith(home) ? rest.substring(home.length()) : rest);
  }

  static Annotation trigger(Thing trigger, JavaSource source) {
    Row row = trigger.row();
    String type = Components.OURS + "Trigger";
    long bits = row.number("type");
    Annotation annotation =
        ours(source, "Trigger", trigger).text("name", trigger.name().name().value());
    String timing = (bits & 2) != 0 ? "BEFORE" : (bits & 64) != 0 ? "INSTEAD_OF" : "AFTER";
    annotation.with("timing", source.member(type, "Timing") + "." + timing);
    List<String> events = new ArrayList<>();
    String event = source.member(type, "Event") + ".";
    addIf(events, (bits & 4) != 0, event + "INSERT");
    addIf(events, (bits & 16) != 0, event + "UPDATE");
    addIf(events, (bits & 8) != 0, event + "DELETE");
    addIf(events, (bits & 32) != 0, event + "TRUNCATE");
    annotation.with(
        "on", events.size() == 1 ? events.get(0) : "{" + String.join(", ", events) + "}");
    annotation.texts("columns", row.list("columns"));
    if ((bits & 1) == 0) {
      annotation.with("forEach", source.member(type, "Level") + ".STATEMENT");
    }
    String definition = row.text("definition");
    int execute = definition.lastIndexOf(EXECUTE);
    int when = definition.indexOf(WHEN);
    if (when > 0 && when < execute) {
      // The condition stands in parentheses of its own.
      annotation.text("when", definition.substring(when + WHEN.length(), execute - 1));
    }
    annotation.text("execute", definition.substring(execute + EXECUTE.length()));
    annotation.text("oldTable", row.find("old_table")).text("newTable", row.find("new_table"));
    if (row.is("is_constraint")) {
      String deferral = !row.is("is_deferrable")
          ? "NOT_DEFERRABLE"
          : row.is("is_deferred") ? "INITIALLY_DEFERRED" : "INITIALLY_IMMEDIATE";
      annotation.with("constraint", source.member(type, "Deferral") + "." + deferral);
    }
    return annotation;
  }

  private static void addIf(List<String> list, boolean condition, String element) {
    if (condition) {
      list.add(element);
    }
  }

  /** The roles that are named, and those whose privileges they have. */
  static List<Annotation> roles(Set<String> named, Things things, JavaSource source) {
    List<Row> all = things.snapshot().rows(Query.ROLES);
    Set<String> wanted = new TreeSet<>(named);
    boolean more = true;
    while (more) {
      more = false;
      for (Row role : all) {
        if (wanted.contains(role.text("name"))) {
          more |= wanted.addAll(role.list("member_of"));
        }
      }
    }
    List<Annotation> annotations = new ArrayList<>();
    for (Row role : all) {
      if (wanted.contains(role.text("name"))) {
        List<String> groups = role.list("member_of").stream()
            .filter(group -> !group.toLowerCase(Locale.ROOT).startsWith("pg_"))
            .toList();
        annotations.add(new Annotation(source.use(Components.OURS + "Role"), "pg_authid")
            .text("name", new Name(role.text("name")).value())
            .flag("login", role.is("can_login"), false)
            .flag("inherit", role.is("inherits"), true)
            .flag("bypassRowSecurity", role.is("bypasses_row_security"), false)
            .texts("memberOf", groups));
      }
    }
    return annotations;
  }
}
