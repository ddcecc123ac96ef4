package dev.varve.processor.ddl;

import dev.varve.processor.plan.Action;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Domain;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** SQL about domains. */
final class DomainDdl {
  private DomainDdl() {}

  /** One that is there must be the one that is meant. */
  static List<Sql> create(Domain domain) {
    QualifiedName expected = QualifiedName.of("pg_temp", "varve_expected");
    return List.of(
        ParkedTypeDdl.create("DOMAIN", domain, statement(domain.name(), domain)),
        Sql.block(Sql.of(
            """
            {}
            IF (
              SELECT count(DISTINCT (
                typbasetype, typtypmod, typcollation, typnotnull, typdefault,
                ARRAY(
                  SELECT conname || replace(pg_get_constraintdef(pg_constraint.oid), ' NOT VALID', '')
                  FROM pg_constraint WHERE contypid = pg_type.oid AND contype = 'c' ORDER BY 1
                )))
              FROM pg_type WHERE oid IN ({}, {})
            ) > 1 THEN
              RAISE EXCEPTION {};
            END IF;
            DROP DOMAIN {};
            """,
            statement(expected, domain),
            Sql.type(domain.name()),
            Sql.type(expected),
            Sql.anotherShape("Domain " + domain.name()),
            expected)));
  }

  private static Sql statement(QualifiedName name, Domain domain) {
    List<Sql> clauses = new ArrayList<>();
    domain.collation().ifPresent(collation -> clauses.add(Sql.of("COLLATE {}", collation)));
    domain.defaultValue().ifPresent(value -> clauses.add(Sql.raw("DEFAULT " + value)));
    if (domain.notNull()) {
      clauses.add(Sql.raw("NOT NULL"));
    }
    domain
        .checks()
        .forEach(
            check -> clauses.add(Sql.of("CONSTRAINT {} {}", check.name(), Sql.raw(check.sql()))));
    String more = clauses.stream().map(clause -> "\n  " + clause.text()).reduce("", String::concat);
    return Sql.of("CREATE DOMAIN {} AS {}{};", name, ColumnDdl.type(domain.type()), Sql.raw(more));
  }

  static List<Sql> drop(Domain domain) {
    return List.of(ParkedTypeDdl.drop("DOMAIN", domain, statement(domain.name(), domain)));
  }

  /** New checks are for values to come; a later step looks at those that are there. */
  static List<Sql> change(Domain from, Domain to) {
    List<Sql> statements = new ArrayList<>();
    if (!from.defaultValue().equals(to.defaultValue())) {
      statements.add(Sql.of(
          "ALTER DOMAIN {} {};",
          to.name(),
          Sql.raw(to.defaultValue().map(value -> "SET DEFAULT " + value).orElse("DROP DEFAULT"))));
    }
    for (Constraint.Check check : from.checks()) {
      if (to.check(check.name()).isEmpty()) {
        statements.add(dropCheck(to, check));
      }
    }
    for (Constraint.Check check : to.newChecks(from)) {
      statements.add(dropCheck(to, check));
      statements.add(Sql.of(
          "ALTER DOMAIN {}\n  ADD CONSTRAINT {} {} NOT VALID;",
          to.name(),
          check.name(),
          Sql.raw(check.sql())));
    }
    if (from.notNull() != to.notNull()) {
      statements.add(Sql.of(
          "ALTER DOMAIN {} {} NOT NULL;", to.name(), Sql.raw(to.notNull() ? "SET" : "DROP")));
    }
    return statements;
  }

  private static Sql dropCheck(Domain domain, Constraint.Check check) {
    return Sql.of("ALTER DOMAIN {}\n  DROP CONSTRAINT IF EXISTS {};", domain.name(), check.name());
  }

  static List<Sql> validate(Action.ValidateDomain action) {
    return action.checks().stream()
        .map(check ->
            Sql.of("ALTER DOMAIN {}\n  VALIDATE CONSTRAINT {};", action.domain().name(), check))
        .toList();
  }
}
