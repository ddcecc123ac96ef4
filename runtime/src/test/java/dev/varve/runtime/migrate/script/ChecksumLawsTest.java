package dev.varve.runtime.migrate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.runtime.migrate.script.RandomScript.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a checksum passes over, and what it does not, over the corpus and over random scripts. */
class ChecksumLawsTest {
  private static final int ROUNDS = Boolean.getBoolean("varve.test.full") ? 200_000 : 5_000;
  private static final long SEED = Long.getLong("varve.test.seed", 17);

  static Stream<Path> corpus() throws IOException {
    return PsqlTest.corpus();
  }

  /** A token of a file, by the lexer whose cuts psql confirms. */
  private record Found(SqlLexer.Kind kind, String text, int start, int end) {}

  @ParameterizedTest
  @MethodSource("corpus")
  void aScriptWrittenInAnotherWayIsTheSame(Path file) throws IOException {
    String script = read(file);
    String same = Checksum.of(script);
    Random random = new Random(SEED);
    RandomScript spaces = new RandomScript(random, false);
    for (int i = 0; i < 20; i++) {
      StringBuilder other = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
      Found before = new Found(SqlLexer.Kind.END, "", 0, 0);
      for (Found token : tokens(script)) {
        boolean held = before.kind() == token.kind() && token.kind() == SqlLexer.Kind.STRING
            || token.kind() == SqlLexer.Kind.COPY_DATA
            || before.kind() == SqlLexer.Kind.COPY_DATA;
        String between = script.substring(before.end(), token.start());
        other.append(between);
        // Between the lines of one string a comment is a matter of PostgreSQL's rules.
        if (!held && !between.isEmpty()) {
          other.append(spaces.space());
        }
        other.append(token.text());
        before = token;
      }
      String text = other + script.substring(before.end());
      String lineEnds = random.nextBoolean() ? text.replace("\n", "\r\n") : text;
      assertEquals(same, Checksum.of(lineEnds), () -> "seed " + SEED + ": " + lineEnds);
    }
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void anyTokenThatChangesIsNoticed(Path file) throws IOException {
    String script = read(file);
    String same = Checksum.of(script);
    int noticed = 0;
    for (Found token : tokens(script)) {
      for (int at = token.start(); at < token.end(); at++) {
        char c = script.charAt(at);
        String other = script.substring(0, at) + changed(c) + script.substring(at + 1);
        assertNotEquals(same, checksumOrMessage(other), () -> file + ": " + other);
        noticed++;
      }
      String without = script.substring(0, token.start()) + " " + script.substring(token.end());
      assertNotEquals(same, checksumOrMessage(without), () -> file + " without " + token.text());
    }
    assertTrue(noticed > 10, file.toString());
  }

  @Test
  void anyLiteralNameOrOperatorOfARandomStatementCounts() {
    Random random = new Random(SEED);
    RandomScript scripts = new RandomScript(random, false);
    int mutations = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Token> statement = List.copyOf(scripts.statement());
      String same = Checksum.of(scripts.write(statement, scripts::space));

      assertEquals(
          same,
          Checksum.of(scripts.write(statement, () -> " ")),
          () -> "seed " + SEED + ": " + statement);
      for (int i = 0; i < statement.size(); i++) {
        if (statement.get(i).counts()) {
          List<Token> other = new ArrayList<>(statement);
          other.set(i, new Token(changed(statement.get(i).text(), random), true));
          assertNotEquals(
              same,
              checksumOrMessage(scripts.write(other, () -> " ")),
              () -> "seed " + SEED + ": " + statement + " and " + other);
          mutations++;
        }
      }
    }
    assertTrue(mutations > ROUNDS, mutations + " mutations");
  }

  /** One character more, less or other; anywhere, unless space between two lines may be hit. */
  private static String changed(String text, Random random) {
    if (text.contains("\n")) {
      return text.substring(0, text.length() - 1) + "z" + text.substring(text.length() - 1);
    }
    int at = random.nextInt(text.length());
    String other = switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at) + changed(text.charAt(at)) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + 'z' + text.substring(at);
      default -> text.substring(0, at) + text.substring(at + 1);
    };
    return other.strip().equals(text) || other.isBlank() ? text + "z" : other;
  }

  private static char changed(char c) {
    return c == 'q' ? 'k' : 'q';
  }

  /** A change may end in a text that is no script any more, which is noticed as well. */
  private static String checksumOrMessage(String script) {
    try {
      return Checksum.of(script);
    } catch (SqlScriptException e) {
      return e.getMessage();
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file).replace("\r\n", "\n").replace('\r', '\n');
  }

  private static List<Found> tokens(String script) {
    List<Found> found = new ArrayList<>();
    SqlLexer lexer = new SqlLexer(script);
    for (SqlLexer.Kind kind = lexer.next(); kind != SqlLexer.Kind.END; kind = lexer.next()) {
      found.add(new Found(kind, lexer.text(), lexer.start(), lexer.end()));
    }
    return found;
  }
}
