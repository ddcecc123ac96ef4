package dev.varve.processor.ddl;

import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Policy;
import dev.varve.runtime.schema.RowSecurity;
import java.util.List;

/** SQL about row level security. */
final class PolicyDdl {
  private PolicyDdl() {}

  static List<Sql> enable(RowSecurity security) {
    return List.of(
        Sql.of("""
            ALTER TABLE {}
              ENABLE ROW LEVEL SECURITY,
              {} ROW LEVEL SECURITY;
            """, security.table(), Sql.raw(security.forced() ? "FORCE" : "NO FORCE")));
  }

  static List<Sql> disable(RowSecurity security) {
    return List.of(Sql.of("""
            ALTER TABLE IF EXISTS {}
              NO FORCE ROW LEVEL SECURITY,
              DISABLE ROW LEVEL SECURITY;
            """, security.table()));
  }

  /** PostgreSQL replaces no policy; in one transaction nobody sees the table without it. */
  static List<Sql> replace(Policy policy) {
    return List.of(
        dropIfThere(policy),
        Sql.of(
            "CREATE POLICY {} ON {}\n  AS {}\n  FOR {}\n  TO {}{}{};",
            policy.name(),
            policy.table(),
            Sql.raw(policy.restrictive() ? "RESTRICTIVE" : "PERMISSIVE"),
            Sql.raw(policy.command()),
            roles(policy.roles()),
            policy.using().map(sql -> Sql.raw("\n  USING (" + sql + ")")).orElse(Sql.raw("")),
            policy
                .check()
                .map(sql -> Sql.raw("\n  WITH CHECK (" + sql + ")"))
                .orElse(Sql.raw(""))));
  }

  static List<Sql> drop(Policy policy) {
    return List.of(dropIfThere(policy));
  }

  private static Sql dropIfThere(Policy policy) {
    return Sql.of("DROP POLICY IF EXISTS {} ON {};", policy.name(), policy.table());
  }

  private static Sql roles(List<Name> roles) {
    return roles.isEmpty() ? Sql.raw("PUBLIC") : Sql.of("{}", roles);
  }
}
