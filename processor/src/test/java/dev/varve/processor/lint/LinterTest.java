package dev.varve.processor.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.file.DataNotice;
import dev.varve.processor.report.Problem;
import dev.varve.processor.testing.Golden;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each script of {@code lint} is as dangerous as the {@code .txt} beside it says, for a model of
 * users (id, email, name) and orders (id, user_id, total).
 */
class LinterTest {
  private static final Path SCRIPTS = Golden.resources().resolve("lint");
  private static final Schema MODEL = new Schema(
      List.of(table("users", "id", "email", "name"), table("orders", "id", "user_id", "total")),
      List.of());

  private static Table table(String name, String... columns) {
    return new Table(
        QualifiedName.of(name),
        "shop." + name,
        Arrays.stream(columns).map(LinterTest::column).toList(),
        List.of(),
        List.of());
  }

  private static Column column(String name) {
    return new Column(new Name(name), new ColumnType.Varchar(255), true, new Default.None());
  }

  @TestFactory
  Stream<DynamicTest> eachScriptIsAsDangerousAsItsFileSays() throws IOException {
    return scripts().stream()
        .map(file -> DynamicTest.dynamicTest(
            file.getFileName().toString(),
            () -> Golden.check(
                file.resolveSibling(file.getFileName().toString().replace(".sql", ".txt")),
                said(file, false))));
  }

  @Test
  void aCommittedScriptStopsNobody() throws IOException {
    for (Path file : scripts()) {
      String said = said(file, true);
      assertTrue(said.lines().noneMatch(line -> line.startsWith("ERROR")), said);
      long errors =
          said(file, false).lines().filter(line -> line.startsWith("ERROR")).count();
      assertEquals(
          errors, said.lines().filter(line -> line.startsWith("WARNING")).count());
    }
  }

  @Test
  void everyRuleHasAScript() throws IOException {
    Set<String> codes = Arrays.stream(Problem.values())
        .map(Problem::name)
        .filter(name -> name.startsWith("SCRIPT_"))
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> said = new TreeSet<>();
    for (Path file : scripts()) {
      said(file, false)
          .lines()
          .map(line -> line.replaceAll(".*\\[(\\w+)].*", "$1"))
          .forEach(said::add);
    }
    codes.removeAll(said);
    assertEquals(Set.of(), codes);
  }

  /** A script knows what those before it have made. */
  @Test
  void whatAScriptMakesTheNextOneKnows() {
    Linter linter = new Linter();
    assertEquals(List.of(), codes(linter, "CREATE TABLE IF NOT EXISTS audit (id int);"));
    assertEquals(
        List.of(), codes(linter, "ALTER TABLE audit ADD COLUMN IF NOT EXISTS at timestamptz;"));
    assertEquals(List.of(), codes(linter, "UPDATE audit SET at = now() WHERE at IS NULL;"));
    assertEquals(
        List.of(Problem.SCRIPT_UNKNOWN_NAME),
        codes(linter, "UPDATE audits SET at = now() WHERE at IS NULL;"));
  }

  private static List<Problem> codes(Linter linter, String sql) {
    return linter.lint(sql, Optional.of("SELECT 1;"), Optional.empty(), MODEL, false).stream()
        .map(Fault::problem)
        .toList();
  }

  private static List<Path> scripts() throws IOException {
    try (Stream<Path> list = Files.list(SCRIPTS)) {
      return list.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }

  private static String said(Path file, boolean firm) throws IOException {
    String sql = Files.readString(file);
    Optional<String> lost =
        DataNotice.read(sql, true).lost().filter(text -> !text.startsWith("not said"));
    Optional<String> undo = sql.contains("-- Without an undo.")
        ? Optional.empty()
        : Optional.of(sql.contains("-- With an empty undo.") ? "--\n" : "SELECT 1;");
    String said = new Linter()
        .lint(sql, undo, lost, MODEL, firm).stream()
            .map(fault -> fault.kind() + " " + fault.line() + " [" + fault.problem() + "] "
                + fault.text() + "\n")
            .collect(Collectors.joining());
    return said.isEmpty() ? "Nothing.\n" : said;
  }
}
