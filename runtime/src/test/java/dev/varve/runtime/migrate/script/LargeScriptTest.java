package dev.varve.runtime.migrate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twenty megabytes are cut and summed in a time and a memory that grow with the size only. */
class LargeScriptTest {
  private static final int SIZE = 20_000_000;

  /** Bytes for each character, in all and not at a time; most are for the statements and words. */
  private static final int TIMES_ALLOCATED = 24;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "statements       | ^^              | INSERT INTO t VALUES (1, 'a;b', $$c$$); | ^^",
        "one statement    | INSERT INTO t VALUES (0, '') | , (1, 'a;''b') | ;",
        "one string       | SELECT '        | a;''b                        | ';",
        "one body         | DO $a$          | BEGIN; $b$                   | $a$;",
        "one comment      | /*              | ; /* */                      | */ SELECT 1;",
        "empty statements | SELECT 1        | ;                            | ^^",
        "parentheses      | SELECT          | ((;))                        | ;",
        "spaces           | SELECT 1        | ^ \t ^                       | ;",
        "operators        | SELECT 1        | -+                           | 1;",
        "dollars          | SELECT $a$      | ^ $a^                        | ^ $a$;^",
      })
  void aLargeScriptTakesBoundedTimeAndMemory(
      String name, String start, String repeated, String end) {
    String script = start + repeated.repeat(SIZE / repeated.length()) + end;

    assertTrue(measured(script) > 0, name);
  }

  @ParameterizedTest
  @CsvSource({"1,SELECT 1;", "2,'copied'"})
  void dataAndLinesAreOfAnyNumber(int kind, String line) {
    String lines = (line + "\n").repeat(SIZE / (line.length() + 1));

    long statements = measured(kind == 1 ? lines : "COPY t FROM STDIN;\n" + lines + "\\.\n");

    assertEquals(kind == 1 ? SIZE / (line.length() + 1) : 1, statements);
  }

  private static long measured(String script) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    long statements = assertTimeout(Duration.ofSeconds(60), () -> {
      assertEquals(Checksum.of(script), Checksum.of(script + "\n"));
      return SqlScript.parse(script).steps().get(0).statements().stream().count();
    });
    long allocated = thread.getCurrentThreadAllocatedBytes() - before;
    assertTrue(
        allocated < (long) TIMES_ALLOCATED * SIZE,
        () -> allocated / SIZE + " bytes were allocated for each character");
    return statements;
  }
}
