package dev.varve.processor.ddl;

import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Role;
import java.util.ArrayList;
import java.util.List;

/** SQL about roles, which belong to the whole server and are never dropped. */
final class RoleDdl {
  private RoleDdl() {}

  static List<Sql> create(Role role) {
    List<Sql> statements = new ArrayList<>();
    statements.add(
        Sql.block(Sql.of("""
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = {}) THEN
                  CREATE ROLE {}{};
                END IF;
                """, role.name().value(), role.name(), Sql.raw(options(role)))));
    role.memberOf().forEach(group -> statements.add(member("GRANT {} TO {};", group, role)));
    return statements;
  }

  static List<Sql> change(Role from, Role to) {
    List<Sql> statements = new ArrayList<>();
    if (!from.options().equals(to.options())) {
      statements.add(Sql.of("ALTER ROLE {}{};", to.name(), Sql.raw(options(to))));
    }
    to.memberOf().stream()
        .filter(group -> !from.memberOf().contains(group))
        .forEach(group -> statements.add(member("GRANT {} TO {};", group, to)));
    from.memberOf().stream()
        .filter(group -> !to.memberOf().contains(group))
        .forEach(group -> statements.add(member("REVOKE {} FROM {};", group, to)));
    return statements;
  }

  private static Sql member(String template, Name group, Role role) {
    return Sql.of(template, group, role.name());
  }

  private static String options(Role role) {
    return role.options().isEmpty() ? "" : " " + role.options();
  }
}
