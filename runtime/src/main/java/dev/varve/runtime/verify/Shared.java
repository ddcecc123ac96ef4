package dev.varve.runtime.verify;

import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.catalog.Difference;
import dev.varve.runtime.catalog.Installed;
import dev.varve.runtime.schema.Extension;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Role;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaObject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Extensions and roles: a schema shares them with others, so they are compared without being made,
 * and those that the model does not know are none of its business.
 */
final class Shared {
  private final List<Installed> installed;
  private final List<Difference> differences = new ArrayList<>();

  private Shared(List<Installed> installed) {
    this.installed = installed;
  }

  static List<Difference> differences(Connection connection, Schema fold) {
    List<Name> roles = new ArrayList<>();
    for (SchemaObject object : fold.objects()) {
      if (object instanceof Role role) {
        roles.add(role.name());
      }
    }
    Shared shared = new Shared(CatalogReader.installed(connection, roles));
    for (SchemaObject object : fold.objects()) {
      if (object instanceof Role role) {
        shared.compare(role);
      } else if (object instanceof Extension extension) {
        shared.compare(extension);
      }
    }
    return shared.differences;
  }

  private void compare(Extension extension) {
    Optional<Installed> there = find("extension", extension.name());
    if (there.isEmpty()) {
      add("extension", extension.name(), "", Optional.empty());
      return;
    }
    String place = there.get().place();
    extension
        .schema()
        .filter(schema -> !schema.value().equals(place))
        .ifPresent(schema -> add(
            "extension",
            extension.name(),
            "in schema " + schema.value(),
            Optional.of("in schema " + place)));
    // An undo knows no way back from a later version, so only an earlier one is drift.
    extension
        .version()
        .filter(version -> isEarlier(there.get().definition(), version))
        .ifPresent(version -> add(
            "extension",
            extension.name(),
            "of version " + version,
            Optional.of("of version " + there.get().definition())));
  }

  private void compare(Role role) {
    Optional<Installed> there = find("role", role.name());
    if (there.isEmpty()) {
      add("role", role.name(), role.options(), Optional.empty());
      return;
    }
    List<String> attributes = List.of(there.get().definition().split(" "));
    for (String option : role.options().split(" ")) {
      String opposite = option.startsWith("NO") ? option.substring(2) : "NO" + option;
      if (attributes.contains(opposite)) {
        add("role", role.name(), option, Optional.of(opposite));
      }
    }
    for (Name group : role.memberOf()) {
      if (!there.get().groups().contains(group.value())) {
        add("role", role.name(), "a member of " + group, Optional.of("no member of " + group));
      }
    }
  }

  private Optional<Installed> find(String kind, Name name) {
    return installed.stream()
        .filter(one -> one.kind().equals(kind) && one.name().equals(name))
        .findFirst();
  }

  private void add(String kind, Name name, String expected, Optional<String> found) {
    differences.add(
        new Difference(kind, Optional.empty(), name.quoted(), Optional.of(expected), found));
  }

  private static boolean isEarlier(String version, String than) {
    String[] one = version.split("\\D+");
    String[] two = than.split("\\D+");
    for (int i = 0; i < Math.min(one.length, two.length); i++) {
      int order = Long.compare(number(one[i]), number(two[i]));
      if (order != 0) {
        return order < 0;
      }
    }
    return one.length < two.length;
  }

  private static long number(String digits) {
    return digits.isEmpty() || digits.length() > 15 ? 0 : Long.parseLong(digits);
  }
}
