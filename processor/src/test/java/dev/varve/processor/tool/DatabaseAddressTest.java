package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseAddressTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          postgresql://ada:s%40cret%2B+@db.example.org:6432/my%20shop?sslmode=require | \
          db.example.org | 6432 | my shop  | ada     | s@cret++ | require
          postgres://ada@db.example.org/shop                                         | \
          db.example.org | 5432 | shop     | ada     |          |
          postgresql:///shop?host=db.example.org&user=grace                          | \
          db.example.org | 5432 | shop     | grace   |          |
          postgresql://[::1]:6432/shop?user=ada                                      | \
          [::1]          | 6432 | shop     | ada     |          |
          jdbc:postgresql://db.example.org:6432/my%20shop?user=ada&password=s%40&sslmode=require | \
          db.example.org | 6432 | my shop  | ada     | s@       | require
          jdbc:postgresql:shop?user=ada                                              | \
          localhost      | 5432 | shop     | ada     |          |
          """)
  void urlsOfBothKindsAreRead(
      String url, String host, int port, String name, String user, String password, String ssl) {
    PGSimpleDataSource source = DatabaseAddress.of(Optional.of(url), Map.of()).dataSource();

    assertEquals(host, source.getServerNames()[0]);
    assertEquals(port, source.getPortNumbers()[0]);
    assertEquals(name, source.getDatabaseName());
    assertEquals(user, source.getUser());
    assertEquals(password, source.getPassword());
    assertEquals(ssl, source.getSslMode());
  }

  @Test
  void whatTheUrlLeavesOutComesFromPsqlsVariables() {
    Map<String, String> environment = Map.of(
        "PGHOST", "db.example.org",
        "PGPORT", "6432",
        "PGDATABASE", "shop",
        "PGUSER", "ada",
        "PGPASSWORD", "secret",
        "PGSSLMODE", "verify-full",
        "PGOPTIONS", "-c work_mem=1MB",
        "PGAPPNAME", "deployment");

    PGSimpleDataSource variables =
        DatabaseAddress.of(Optional.empty(), environment).dataSource();
    assertEquals("db.example.org", variables.getServerNames()[0]);
    assertEquals(6432, variables.getPortNumbers()[0]);
    assertEquals("shop", variables.getDatabaseName());
    assertEquals("ada", variables.getUser());
    assertEquals("secret", variables.getPassword());
    assertEquals("verify-full", variables.getSslMode());
    assertEquals("-c work_mem=1MB", variables.getOptions());
    assertEquals("deployment", variables.getApplicationName());

    PGSimpleDataSource mixed = DatabaseAddress.of(
            Optional.of("postgresql://other.example.org/stock"), environment)
        .dataSource();
    assertEquals("other.example.org", mixed.getServerNames()[0]);
    assertEquals("stock", mixed.getDatabaseName());
    assertEquals("ada", mixed.getUser());

    PGSimpleDataSource jdbc =
        DatabaseAddress.of(Optional.of("jdbc:postgresql:stock"), environment).dataSource();
    assertEquals("db.example.org", jdbc.getServerNames()[0]);
    assertEquals(6432, jdbc.getPortNumbers()[0]);
    assertEquals("stock", jdbc.getDatabaseName());
  }

  @Test
  void theUrlOfTheCommandLineCountsMoreThanThatOfTheEnvironment() {
    Map<String, String> environment = Map.of("DATABASE_URL", "postgresql://ada@one/shop");

    assertEquals(
        "shop on one:5432", DatabaseAddress.of(Optional.empty(), environment).toString());
    assertEquals(
        "stock on two:5433",
        DatabaseAddress.of(Optional.of("postgres://two:5433/stock"), environment)
            .toString());
  }

  @Test
  void severalServersMayBeNamed() {
    PGSimpleDataSource source = DatabaseAddress.of(
            Optional.of("postgresql://one,two:6432/shop?target_session_attrs=read-write"), Map.of())
        .dataSource();

    assertEquals("one", source.getServerNames()[0]);
    assertEquals(5432, source.getPortNumbers()[0]);
    assertEquals("two", source.getServerNames()[1]);
    assertEquals(6432, source.getPortNumbers()[1]);
    assertEquals("primary", source.getTargetServerType());
  }

  @Test
  void aMissingPasswordIsLeftToTheDriver() {
    assertNull(DatabaseAddress.of(Optional.of("postgresql://ada@one/shop"), Map.of())
        .dataSource()
        .getPassword());
  }

  @Test
  void schemasAreQuoted() {
    assertEquals(
        "\"a \"\"b\"",
        DatabaseAddress.of(Optional.of("postgresql://ada@one/shop"), Map.of())
            .withSchema("a \"b")
            .dataSource()
            .getCurrentSchema());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          mysql://ada:secret@one/shop          | it is not the address of a PostgreSQL database.
          jdbc:postgresql://one:secret/shop    | it is not the address of a PostgreSQL database.
          postgresql://ada:secret%4@one/shop   | a % is not followed by two hexadecimal digits.
          postgresql://ada:secret@one/shop?ssl | a parameter has no value.
          """)
  void whatCannotBeReadIsNotRepeated(String url, String problem) {
    Failure failure =
        assertThrows(Failure.class, () -> DatabaseAddress.of(Optional.of(url), Map.of()));

    assertEquals(ExitCode.USAGE, failure.exitCode());
    assertEquals(
        "--url: the URL cannot be read, " + problem
            + " Write postgresql://USER:PASSWORD@HOST:PORT/NAME?PARAMETER=VALUE or"
            + " jdbc:postgresql:…; what is special in a URL is written %XX.",
        failure.getMessage());
    assertFalse(failure.getMessage().contains("secret"));
  }

  @Test
  void aFolderOfSocketsIsRefused() {
    Failure failure = assertThrows(
        Failure.class,
        () -> DatabaseAddress.of(Optional.empty(), Map.of("PGHOST", "/var/run/postgresql")));

    assertEquals(
        "PGHOST: /var/run/postgresql is a folder of Unix sockets, and the driver connects through"
            + " TCP only. Name a host, such as localhost.",
        failure.getMessage());
  }

  @Test
  void withoutAnyNameNothingIsGuessed() {
    Failure failure = assertThrows(
        Failure.class, () -> DatabaseAddress.of(Optional.empty(), Map.of("PGUSER", "ada")));

    assertEquals(
        "No database is named. Give --url postgresql://USER@HOST/NAME, or set DATABASE_URL, or"
            + " PGHOST and PGDATABASE.",
        failure.getMessage());
  }
}
