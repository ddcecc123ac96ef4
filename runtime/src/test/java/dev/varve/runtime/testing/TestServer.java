package dev.varve.runtime.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL server of this JVM's tests, started when the first test asks for a database and
 * stopped when the JVM ends.
 *
 * <p>Which one it is: the server at {@code VARVE_TEST_URL} (environment variable or system
 * property; a JDBC URL whose user may create databases) if that is set; else a container if Docker
 * answers; else the embedded binaries. {@code -Dvarve.test.server=15} asks for another major
 * version than the bundled one; see {@link EmbeddedServer}.
 */
public final class TestServer {
  /** Held, so that its level stays: a test's output need not list every migration. */
  private static final Logger VARVE = Logger.getLogger("dev.varve");

  private static final TestServer RUNNING = start();

  private final String description;
  private final PGSimpleDataSource admin;

  private TestServer(String description, String url) {
    this.description = description;
    this.admin = new PGSimpleDataSource();
    this.admin.setURL(url);
  }

  /** A new, empty database. Close it at the end of the test: that drops it. */
  public static TestDatabase newDatabase() {
    return newDatabase(newName());
  }

  /** A new, empty database of this name, which no other test may use at the same time. */
  public static TestDatabase newDatabase(String name) {
    RUNNING.execute("CREATE DATABASE " + TestDatabase.quoted(name));
    return new TestDatabase(name);
  }

  static TestDatabase copy(String database) {
    String name = newName();
    RUNNING.execute("CREATE DATABASE "
        + TestDatabase.quoted(name)
        + " TEMPLATE "
        + TestDatabase.quoted(database));
    return new TestDatabase(name);
  }

  private static String newName() {
    return "varve_test_" + UUID.randomUUID().toString().replace("-", "");
  }

  /** Where the server came from, for a test's output, such as {@code embedded PostgreSQL 18}. */
  public static String description() {
    return RUNNING.description;
  }

  /** The server's major version, such as 18. */
  public static int majorVersion() {
    try (TestDatabase database = newDatabase()) {
      return Integer.parseInt(database.value("SHOW server_version_num")) / 10_000;
    }
  }

  /** A data source for a database of this server; each call makes a new one. */
  static PGSimpleDataSource dataSource(String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(RUNNING.admin.getURL());
    source.setUser(RUNNING.admin.getUser());
    source.setPassword(RUNNING.admin.getPassword());
    source.setDatabaseName(database);
    return source;
  }

  static void drop(String database) {
    RUNNING.execute("DROP DATABASE IF EXISTS " + TestDatabase.quoted(database) + " WITH (FORCE)");
  }

  private static TestServer start() {
    VARVE.setLevel(Level.OFF);
    String url = setting("VARVE_TEST_URL");
    if (!url.isEmpty()) {
      return new TestServer("the server of VARVE_TEST_URL", url);
    }
    String version = setting("varve.test.server");
    return DockerServer.answers()
        ? new TestServer("PostgreSQL in a container", DockerServer.start(version))
        : new TestServer("embedded PostgreSQL", EmbeddedServer.start(version));
  }

  /** A system property, else the environment variable, else empty. */
  private static String setting(String name) {
    String property = System.getProperty(name, "");
    return property.isEmpty() ? System.getenv().getOrDefault(name, "") : property;
  }

  private void execute(String sql) {
    try (Connection connection = admin.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql + ": " + e.getMessage(), e);
    }
  }
}
