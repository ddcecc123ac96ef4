package dev.varve.processor.queries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.testing.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What javac says to a use that would be wrong at run time. */
class MisuseTest {
  @TempDir
  static Path classes;

  @TempDir
  Path output;

  @BeforeAll
  static void compile() {
    List<Path> sources = new ArrayList<>(GeneratedClassesTest.sources("account"));
    sources.addAll(GeneratedClassesTest.sources("keys"));
    sources.addAll(GeneratedClassesTest.sources("budget"));
    assertEquals(List.of(), Compiled.of(Compiler.JAVAC, classes, sources).messages());
  }

  private Compiled expression(String expression) throws IOException {
    Path source = output.resolve("Use.java");
    Files.writeString(source, """
        package shop;

        import static budget.ItemTable.ITEMS;
        import static dev.varve.runtime.query.Expressions.*;
        import static shop.AccountTable.ACCOUNTS;
        import static shop.LineProjection.project;

        import budget.ItemInsert;
        import budget.ItemPatch;
        import dev.varve.runtime.query.*;
        import java.util.*;

        class Use {
          Object use(Database db, UUID id, Prefs prefs) {
            return %s;
          }
        }
        """.formatted(expression));
    return Compiled.of(
        Compiler.JAVAC, Files.createDirectories(output.resolve("out")), List.of(source), classes);
  }

  static Stream<Arguments> misuses() {
    String text = Compiled.read(Path.of("src/test/resources/queries-misuse.txt"));
    return Stream.of(text.strip().split("\n\n"))
        .map(use -> Arguments.of((Object[]) use.split("\n")));
  }

  /** Each in three lines: what is wrong, the expression, and what javac says. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("misuses")
  void isRefused(String what, String expression, String message) throws IOException {
    List<String> messages = expression(expression).messages();

    assertFalse(messages.isEmpty(), what);
    // javac prints the names of packages here, and not on the command line.
    String flat = String.join(" ", messages)
        .replaceAll("\\s+", " ")
        .replaceAll("\\b(?:[a-z][a-z0-9]*\\.)+(?=[A-Z])", "");
    assertTrue(flat.contains(message), () -> what + ": " + flat);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "db.update(ITEMS).set(ITEMS.name.to(\"x\"), ITEMS.note.toNull()).where(ITEMS.id.eq(1L)).execute()",
        "db.update(ACCOUNTS).set(AccountPatch.of().displayNameNull()).expecting(1).allRows().returning().list()",
        "db.from(ITEMS).where(ITEMS.note.eq(ITEMS.name), ITEMS.quantity.in(1, 2)).first()",
        "db.find(ACCOUNTS.uqEmail, \"a\").map(Account::displayName)",
        "db.select(project().email(ACCOUNTS.email).name(ITEMS.name).account(ACCOUNTS).mood(ACCOUNTS.mood).total(count()))",
        "db.insert(ITEMS).values(List.of(ItemInsert.of(\"a\", 1, 1, null, true, id, List.of()).note(\"n\"))).returning(ITEMS.id).list()"
      })
  void isAccepted(String expression) throws IOException {
    assertEquals(List.of(), expression(expression).messages());
  }
}
