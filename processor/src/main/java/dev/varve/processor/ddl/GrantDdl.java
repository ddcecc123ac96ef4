package dev.varve.processor.ddl;

import dev.varve.runtime.schema.Grant;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** SQL about privileges. */
final class GrantDdl {
  private GrantDdl() {}

  static List<Sql> grant(Grant grant) {
    return List.of(Sql.of(
        "GRANT {} ON {} TO {}{};",
        Sql.raw(String.join(", ", grant.privileges())),
        target(grant.target()),
        Sql.raw(grant.roleSql()),
        Sql.raw(grant.withGrantOption() ? " WITH GRANT OPTION" : "")));
  }

  static List<Sql> revoke(Grant grant) {
    return List.of(revoke("", grant, grant.privileges()));
  }

  /** What is granted stays granted all the time. */
  static List<Sql> change(Grant from, Grant to) {
    List<Sql> statements = new ArrayList<>(grant(to));
    List<String> less =
        from.privileges().stream().filter(p -> !to.privileges().contains(p)).toList();
    if (!less.isEmpty()) {
      statements.add(revoke("", from, less));
    }
    if (from.withGrantOption() && !to.withGrantOption()) {
      statements.add(revoke("GRANT OPTION FOR ", to, to.privileges()));
    }
    return statements;
  }

  /** Nothing to do if what it was on is gone already, or a column of it. */
  private static Sql revoke(String what, Grant grant, List<String> privileges) {
    return Sql.block(Sql.of(
        """
            IF {} THEN
              REVOKE {}{} ON {} FROM {};
            END IF;
            """,
        isThere(grant.target(), privileges),
        Sql.raw(what),
        Sql.raw(String.join(", ", privileges)),
        target(grant.target()),
        Sql.raw(grant.roleSql())));
  }

  private static Sql isThere(ObjectId id, List<String> privileges) {
    String find = switch (id.kind()) {
      case NAMESPACE -> "to_regnamespace";
      case ROUTINE -> "to_regprocedure";
      case ENUM, DOMAIN, COMPOSITE_TYPE -> "to_regtype";
      default -> "to_regclass";
    };
    String name = id.kind() == ObjectKind.ROUTINE ? RoutineTypes.of(id.name()) : id.name();
    Sql there = Sql.of("{}({}) IS NOT NULL", Sql.raw(find), name);
    List<String> columns = privileges.stream().flatMap(p -> columns(p).stream()).toList();
    return columns.isEmpty() ? there : Sql.of("""
            {}
                AND {} <@ ARRAY(
                  SELECT attname FROM pg_attribute
                  WHERE attrelid = to_regclass({}) AND NOT attisdropped
                )
            """, there, Sql.array(columns, "name"), id.name());
  }

  /** {@code email} of {@code UPDATE (email)}. */
  private static List<String> columns(String privilege) {
    int open = privilege.indexOf('(');
    return open < 0
        ? List.of()
        : Stream.of(privilege.substring(open + 1, privilege.lastIndexOf(')')).split(","))
            .map(String::strip)
            .map(name -> name.startsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT))
            .toList();
  }

  /** Views count as tables here. */
  private static Sql target(ObjectId id) {
    return Sql.raw(
        switch (id.kind()) {
          case NAMESPACE -> "SCHEMA " + id.name();
          case ROUTINE -> "ROUTINE " + id.name();
          case VIEW, MATERIALIZED_VIEW, PARTITION -> "TABLE " + id.name();
          case ENUM, DOMAIN, COMPOSITE_TYPE -> "TYPE " + id.name();
          default -> id.kind().words().toUpperCase(Locale.ROOT) + " " + id.name();
        });
  }
}
