package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.Grant;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.Policy;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may do what: roles, privileges, policies. */
final class AccessReader {
  private static final Map<String, ObjectKind> TARGETS = Map.of(
      "TABLE", ObjectKind.TABLE,
      "SCHEMA", ObjectKind.NAMESPACE,
      "SEQUENCE", ObjectKind.SEQUENCE,
      "ROUTINE", ObjectKind.ROUTINE,
      "FUNCTION", ObjectKind.ROUTINE,
      "PROCEDURE", ObjectKind.ROUTINE,
      "DOMAIN", ObjectKind.DOMAIN,
      "TYPE", ObjectKind.ENUM);

  private static final List<String> PRIVILEGES = List.of(
      "ALL",
      "CREATE",
      "DELETE",
      "EXECUTE",
      "INSERT",
      "MAINTAIN",
      "REFERENCES",
      "SELECT",
      "TRIGGER",
      "TRUNCATE",
      "UPDATE",
      "USAGE");

  private final Diagnostics diagnostics;
  private final Known known;

  AccessReader(Diagnostics diagnostics, Known known) {
    this.diagnostics = diagnostics;
    this.known = known;
  }

  Optional<Role> role(Annotated annotation, String source) {
    List<Name> memberOf = names(annotation, "memberOf");
    return name(annotation, "name", "role").map(name -> {
      List<String> options = new ArrayList<>();
      options.add(annotation.flag("login").orElse(false) ? "LOGIN" : "NOLOGIN");
      options.add(annotation.flag("inherit").orElse(true) ? "INHERIT" : "NOINHERIT");
      if (annotation.flag("bypassRowSecurity").orElse(false)) {
        options.add("BYPASSRLS");
      }
      return new Role(name, String.join(" ", options), memberOf, source);
    });
  }

  Optional<Policy> policy(Annotated annotation, QualifiedName table, String source) {
    String command = annotation.constant("command").orElse("ALL");
    Optional<String> using = annotation.text("using");
    Optional<String> check = annotation.text("check");
    if (command.equals("INSERT") && using.isPresent()) {
      refuse(
          annotation.at("using"),
          "the policy \"" + annotation.text("name").orElse("")
              + "\" is for INSERT, which makes rows, and using is about rows that are there. Write check instead.");
      return Optional.empty();
    }
    if ((command.equals("SELECT") || command.equals("DELETE")) && check.isPresent()) {
      refuse(
          annotation.at("check"),
          "the policy \"" + annotation.text("name").orElse("") + "\" is for " + command
              + ", which makes no rows, and check is about those. Write using instead.");
      return Optional.empty();
    }
    List<Name> roles = names(annotation, "to");
    List<ObjectId> uses = Stream.concat(using.stream(), check.stream())
        .flatMap(sql -> known.mentioned(sql).stream())
        .toList();
    return name(annotation, "name", "policy")
        .map(name -> new Policy(
            name,
            table,
            command,
            annotation.flag("restrictive").orElse(false),
            roles,
            using,
            check,
            uses,
            source));
  }

  /** @param table what the annotation stands on, if that is a table or a view */
  Optional<Grant> grant(Annotated annotation, Optional<ObjectId> table, String source) {
    Optional<ObjectId> target = annotation.text("on").isPresent()
        ? target(annotation.text("on").get(), annotation.at("on"))
        : table;
    if (target.isEmpty()) {
      if (annotation.text("on").isEmpty()) {
        refuse(
            annotation.origin(),
            "nothing says what this is a privilege on. Add on = \"SCHEMA billing\", or put it on"
                + " the record of a table.");
      }
      return Optional.empty();
    }
    for (String privilege : annotation.texts("value")) {
      String word = privilege.strip().split("[ (]", 2)[0].toUpperCase(Locale.ROOT);
      if (!PRIVILEGES.contains(word)) {
        refuse(
            annotation.at("value"),
            "\"" + privilege + "\" is no privilege. "
                + Suggestion.nearest(word.toLowerCase(Locale.ROOT), lower(PRIVILEGES))
                    .map(near -> "Did you mean \"" + near.toUpperCase(Locale.ROOT) + "\"?")
                    .orElse("Name one of " + String.join(", ", PRIVILEGES) + "."));
        return Optional.empty();
      }
    }
    String role = annotation.text("to").orElse("");
    if (!role.equals("PUBLIC") && !Name.isValid(role)) {
      Names.refuse(diagnostics, annotation.at("to"), "role", role);
      return Optional.empty();
    }
    return Optional.of(new Grant(
        target.get(),
        annotation.texts("value"),
        role.equals("PUBLIC") ? "" : role,
        annotation.flag("withGrantOption").orElse(false),
        source));
  }

  private Optional<ObjectId> target(String text, Origin origin) {
    int space = text.indexOf(' ');
    ObjectKind kind =
        space < 0 ? null : TARGETS.get(text.substring(0, space).toUpperCase(Locale.ROOT));
    if (kind == null) {
      refuse(
          origin,
          "\"" + text + "\" does not say of which kind it is. Write SCHEMA, TABLE, SEQUENCE,"
              + " ROUTINE, DOMAIN or TYPE before the name.");
      return Optional.empty();
    }
    return Optional.of(new ObjectId(kind, text.substring(space + 1).strip()));
  }

  private static List<String> lower(List<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  private List<Name> names(Annotated annotation, String member) {
    List<Name> names = new ArrayList<>();
    for (String text : annotation.texts(member)) {
      if (Name.isValid(text)) {
        names.add(new Name(text));
      } else {
        Names.refuse(diagnostics, annotation.at(member), "role", text);
      }
    }
    return names;
  }

  private Optional<Name> name(Annotated annotation, String member, String what) {
    String text = annotation.text(member).orElse("");
    if (!Name.isValid(text)) {
      Names.refuse(diagnostics, annotation.at(member), what, text);
      return Optional.empty();
    }
    return Optional.of(new Name(text));
  }

  private void refuse(Origin origin, String text) {
    diagnostics.report(Problem.ANNOTATION_VALUE, origin, text);
  }
}
