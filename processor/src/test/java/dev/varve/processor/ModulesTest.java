package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.Varve;
import dev.varve.runtime.catalog.Catalog;
import dev.varve.runtime.catalog.CatalogReader;
import dev.varve.runtime.migrate.MigrationException;
import dev.varve.runtime.migrate.MigrationResult;
import dev.varve.runtime.testing.NoDrift;
import dev.varve.runtime.testing.TestDatabase;
import dev.varve.runtime.testing.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several jars with tables share a database; each has a history of its own. */
class ModulesTest {
  private static final String IMPORTS = """
      import dev.varve.annotations.*;
      import jakarta.persistence.*;
      import java.util.*;
      """;

  private final TestProject people = new TestProject(Compiler.JAVAC);

  /** Its name sorts before that of the module which it rests on. */
  private final TestProject billing = new TestProject(Compiler.JAVAC).withLibrary(people);

  private final TestDatabase database = TestServer.newDatabase();

  @AfterEach
  void close() {
    database.close();
    billing.close();
    people.close();
  }

  private void people(String user) {
    people.withSources(Map.of(
        "people/Rank.java",
        "package people; public enum Rank { GUEST, MEMBER }",
        "people/User.java",
        "package people; " + IMPORTS
            + "@Table(name = \"users\") public record User(@Id long id, Rank rank" + user
            + ") {}"));
    compile(people);
  }

  private void billing(String invoice) {
    billing.withSources(Map.of(
        "billing/Invoice.java",
        "package billing; " + IMPORTS + "import people.*; @Table(name = \"invoices\")"
            + " public record Invoice(@Id long id, @References(User.class) long userId" + invoice
            + ") {}"));
    compile(billing);
  }

  private static void compile(TestProject project) {
    TestProject.Result result = project.compile();
    assertTrue(result.success(), result.messages().toString());
  }

  private MigrationResult migrate(TestDatabase target, boolean atOnce) throws IOException {
    try (URLClassLoader loader = billing.loader()) {
      Varve varve = Varve.of(target.dataSource()).classLoader(loader).create(atOnce);
      MigrationResult result = varve.migrate();
      NoDrift.isIn(varve.verify());
      return result;
    }
  }

  private List<String> history(String module) {
    return database.rows("SELECT name FROM varve_history WHERE module = '" + module
        + "' AND event IN ('applied', 'stamped') ORDER BY entry");
  }

  @Test
  void aTableReferencesOneOfAnotherJar() throws IOException {
    people("");
    billing("");
    migrate(database, false);

    assertEquals(List.of("create_users"), history("people"));
    assertEquals(List.of("create_invoices"), history("billing"));
    database.execute("INSERT INTO users VALUES (1, 'MEMBER')");
    database.execute("INSERT INTO invoices VALUES (1, 1)");
    AssertionError refused = assertThrows(
        AssertionError.class, () -> database.execute("INSERT INTO invoices VALUES (2, 2)"));
    assertTrue(refused.getMessage().contains("invoices_user_id_fkey"), refused.getMessage());
  }

  @Test
  void theyAreCreatedAtOnceInTheirOrder() throws IOException {
    people("");
    billing(", Rank rank");
    assertEquals(2, migrate(database, true).applied().size());
    assertEquals(
        2, database.rows("SELECT FROM varve_history WHERE event = 'stamped'").size());

    try (TestDatabase other = TestServer.newDatabase()) {
      migrate(other, false);
      assertEquals(catalog(other), catalog(database));
    }
  }

  private static Catalog catalog(TestDatabase of) {
    try (Connection connection = of.dataSource().getConnection()) {
      return CatalogReader.read(connection);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anEnumBelongsToTheJarThatHasIt() throws IOException {
    people("");
    billing(", Rank rank");
    String script = String.join("\n", billing.migrationFiles().values());
    assertTrue(!script.contains("CREATE TYPE"), script);

    migrate(database, false);
    people(", Optional<String> name");
    billing(", Rank rank, Optional<String> note");
    migrate(database, false);
    assertEquals(List.of("create_users", "add_name_to_users"), history("people"));
    assertEquals(List.of("create_invoices", "add_note_to_invoices"), history("billing"));
    TestProject.Result again = billing.compile();
    assertEquals(
        List.of("[UP_TO_DATE]"), codes(again), () -> billing.migrationFiles().toString());
  }

  @Test
  void aDomainAndACompositeTypeBelongToTheJarThatHasThem() throws IOException {
    people.withSources(Map.of(
        "people/Mail.java",
        "package people; " + IMPORTS
            + "@Domain @Check(\"VALUE <> ''\") @Comment(\"A mail\")"
            + " public record Mail(String value) {}",
        "people/Place.java",
        "package people; " + IMPORTS
            + "@CompositeType public record Place(String street, List<Mail> mails) {}",
        "people/User.java",
        "package people; " + IMPORTS
            + "@Table(name = \"users\") public record User(@Id long id, Mail mail, Place place)"
            + " {}"));
    compile(people);
    billing(", Mail mail, List<Mail> others, Place place, Optional<Place> second");
    String script = String.join("\n", billing.migrationFiles().values());
    assertTrue(!script.contains("CREATE DOMAIN") && !script.contains("CREATE TYPE"), script);
    assertTrue(!script.contains("COMMENT ON"), script);

    migrate(database, false);
    database.execute("INSERT INTO users VALUES (1, 'a', ROW('s', '{a}'))");
    database.execute("INSERT INTO invoices VALUES (1, 1, 'a', '{b}', ROW('s', '{a}'), NULL)");
    assertThrows(AssertionError.class, () -> database.execute("UPDATE invoices SET mail = ''"));
    try (TestDatabase other = TestServer.newDatabase()) {
      migrate(other, true);
      assertEquals(catalog(other), catalog(database));
    }
    assertEquals(List.of("[UP_TO_DATE]"), codes(billing.compile()), () -> script);
  }

  @Test
  void oneDomainInTwoJarsIsRefused() throws IOException {
    String mail = IMPORTS + "@Domain public record Mail(String value) {}";
    people.withSources(Map.of(
        "people/Mail.java",
        "package people; " + mail,
        "people/User.java",
        "package people; " + IMPORTS
            + "@Table(name = \"users\") public record User(@Id long id, Mail mail) {}"));
    compile(people);
    billing.withSources(Map.of(
        "billing/Mail.java",
        "package billing; " + mail,
        "billing/Invoice.java",
        "package billing; " + IMPORTS
            + "@Table(name = \"invoices\") public record Invoice(@Id long id, Mail mail) {}"));
    compile(billing);

    MigrationException refused =
        assertThrows(MigrationException.class, () -> migrate(database, false));
    assertTrue(
        refused.getMessage().startsWith("Domain mail is in module billing and in module people."),
        refused.getMessage());
  }

  private static List<String> codes(TestProject.Result result) {
    return result.ours().stream()
        .map(message -> message.substring(0, message.indexOf(']') + 1))
        .toList();
  }

  @Test
  void whatRestsOnAnotherJarIsLaterThanIt() {
    people("");
    billing("");
    assertTrue(versions(billing).get(0).compareTo(versions(people).get(0)) > 0);

    people(", Optional<String> name");
    billing(", Optional<Rank> rank");
    assertTrue(versions(billing).get(1).compareTo(versions(people).get(1)) > 0);
  }

  private static List<String> versions(TestProject project) {
    return project.migrationFiles().keySet().stream()
        .filter(name -> name.startsWith("V") && name.endsWith(".sql"))
        .map(name -> name.substring(1, 15))
        .toList();
  }

  @Test
  void oneTableInTwoJarsIsRefused() throws IOException {
    people("");
    billing.withSources(Map.of(
        "billing/User.java",
        "package billing; " + IMPORTS
            + "@Table(name = \"users\") public record User(@Id long id) {}"));
    compile(billing);

    MigrationException refused =
        assertThrows(MigrationException.class, () -> migrate(database, true));
    assertEquals(
        "Table users is in module billing and in module people. Nothing was changed. It belongs to"
            + " one of them: take it out of the other, or give it another name there.",
        refused.getMessage());
    assertEquals(List.of(), database.rows("SELECT FROM pg_tables WHERE schemaname = 'public'"));
  }

  @Test
  void twoJarsOfOneModuleAreRefused() throws IOException {
    people("");
    billing.withSources(Map.of(
        "billing/Invoice.java",
        "package billing; " + IMPORTS
            + "@Table(name = \"invoices\") public record Invoice(@Id long id) {}"));
    TestProject.Result result = billing.compile("-Avarve.module=people");
    assertTrue(result.success(), result.messages().toString());

    MigrationException refused =
        assertThrows(MigrationException.class, () -> migrate(database, true));
    assertEquals(
        "Module people is twice on the class path, in "
            + url(billing) + " and in " + url(people)
            + ". Nothing was changed. Take the older one out; if they are two, compile the new one"
            + " under another name: -Avarve.module=….",
        refused.getMessage());
  }

  private static String url(TestProject project) {
    return "file:" + project.classes() + "/";
  }

  @Test
  void aShadedJarWithMergedFilesWorks() throws IOException {
    people("");
    billing("");
    Path jar = Files.createTempFile("shaded", ".jar");
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Path classes : List.of(people.classes(), billing.classes())) {
      for (Path file : TestProject.files(classes, "")) {
        // Files of one name are joined, as the service transformers of build tools do it.
        files.merge(
            classes.relativize(file).toString(),
            Files.readAllBytes(file),
            (one, other) -> (new String(one) + "\n" + new String(other)).getBytes());
      }
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream shaded = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        shaded.putNextEntry(new JarEntry(file.getKey()));
        shaded.write(file.getValue());
        shaded.closeEntry();
      }
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
      assertEquals(
          2,
          Varve.of(database.dataSource())
              .classLoader(loader)
              .migrate()
              .applied()
              .size());
    }
    assertEquals(List.of("create_invoices"), history("billing"));
    Files.delete(jar);
  }
}
