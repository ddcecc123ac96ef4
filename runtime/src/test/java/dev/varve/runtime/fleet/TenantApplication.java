package dev.varve.runtime.fleet;

import dev.varve.runtime.Varve;
import dev.varve.runtime.migrate.MigrationSource;
import dev.varve.runtime.migrate.MigrationSource.Script;
import java.util.ArrayList;
import java.util.List;

/** An application with a schema for each tenant, run in a JVM of its own so that it can die. */
final class TenantApplication {
  static final int TENANTS = 200;

  static final MigrationSource SOURCE = MigrationSource.of(
      "shop",
      List.of(
          new Script("20260101000000__create_item", "CREATE TABLE item (id int PRIMARY KEY);"),
          new Script("20260102000000__index_item", """
              -- varve:step transaction
              ALTER TABLE item ADD COLUMN code text;
              -- varve:step outside transaction
              -- varve:drop-invalid-index item_code
              CREATE INDEX CONCURRENTLY IF NOT EXISTS item_code ON item (code);
              """),
          new Script("20260103000000__fill_item", "INSERT INTO item VALUES (1, 'a;b');")));

  private TenantApplication() {}

  static String tenant(int number) {
    return "tenant-" + number;
  }

  static Fleet fleet(String url) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < TENANTS; i++) {
      members.add(Member.schema(url, tenant(i)));
    }
    return Varve.fleet(members)
        .each(dataSource -> Varve.of(dataSource).sources(List.of(SOURCE)).migrate())
        .canaries(tenant(7), tenant(8))
        .parallel(4)
        .stopAfter(10);
  }

  /** Migrates the fleet of the database at the URL and tells of each member. */
  public static void main(String[] args) {
    fleet(args[0]).listener(System.out::println).migrate();
  }
}
