package dev.varve.processor.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A password is found where psql would find it, and never printed. */
class PasswordsTest {
  private static final String SECRET = "s3cret@:/%+";
  private static final String ENCODED = "s3cret%40%3A%2F%25%2B";

  private final TestDatabase database = TestServer.newDatabase();
  private final PGSimpleDataSource source = database.dataSource();
  private final String server = source.getServerNames()[0] + ":" + source.getPortNumbers()[0];
  private final String role =
      "varve_ada_" + database.name().substring(database.name().length() - 8);

  @TempDir
  private Path project;

  @BeforeEach
  void makeARole() {
    new Migrations(project);
    database.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + SECRET + "'; GRANT ALL ON SCHEMA"
        + " public TO " + role);
  }

  @AfterEach
  void drop() {
    database.execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
    database.close();
  }

  @Test
  void isNeverPrinted() {
    String url = "postgresql://" + role + ":" + ENCODED + "@" + server + "/";
    String jdbc = "jdbc:postgresql://" + server + "/" + database.name() + "?user=" + role
        + "&password=" + ENCODED;
    Shell shell = new Shell(project).with("PGPASSWORD", SECRET);
    for (List<String> arguments : List.of(
        List.of("status", "--url", url + database.name()),
        List.of("status", "--url", jdbc, "--json"),
        List.of("migrate", "--url", url + database.name(), "--verbose"),
        List.of("migrate", "--url", url + "nowhere"),
        List.of("migrate", "--url", url + "nowhere", "--json"),
        List.of("migrate", "--url", "postgresql://ada:" + ENCODED + "@127.0.0.1:1/shop"),
        List.of("migrate", "--url", url + "%zz"),
        List.of("migrate", "--password", SECRET),
        List.of("migrate", "--password=" + SECRET, "--json"),
        List.of("migrate", url + database.name()),
        List.of("migrate", "--json", jdbc),
        List.of("migrate", "--uri=" + url),
        List.of("migrate", "--url", "jdbc:mysql://ada:" + ENCODED + "@localhost/shop"),
        List.of("migrate", "--user", role, "--url", jdbc + "&sslmode=sometimes"))) {
      Shell.Run run = shell.varve(arguments.toArray(String[]::new));
      String said = run.out() + run.err();
      assertFalse(said.isBlank());
      assertFalse(said.contains("s3cret"), said);
      assertFalse(said.contains("\tat "), said);
    }
  }

  @Test
  void isNoArgument() {
    assertEquals(
        new Shell.Run(2, "", """
            varve status: --password: takes no value, because others could read it; it asks for one.
            See varve status --help.
            """), new Shell(project).varve("status", "--password", SECRET));
  }

  @Test
  void comesFromTheVariableOrThePasswordFileOrAQuestion() throws Exception {
    String url = "postgresql://" + server + "/" + database.name();
    Path file = project.resolve("pass");
    Files.writeString(
        file, "*:*:" + database.name() + ":" + role + ":" + SECRET.replace(":", "\\:") + "\n");
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    for (Shell shell : List.of(
        new Shell(project).with("PGPASSWORD", SECRET),
        new Shell(project).with("PGPASSFILE", file.toString()))) {
      Shell.Run run = shell.varve("status", "--url", url, "--user", role);
      assertEquals(3, run.exitCode(), run.err());
    }
    Shell.Run asked = new Shell(project)
        .typing(SECRET + "\n")
        .varve("status", "--url", url, "--user", role, "--password");
    assertEquals(3, asked.exitCode(), asked.err());
    assertEquals("Password: ", asked.err());
    assertTrue(asked.out().contains(database.name()));
  }
}
