package dev.varve.runtime.migrate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ChecksumTest {
  private static final String SCRIPT = """
      -- Adds a tax.
      -- varve:step transaction
      UPDATE item SET price = price*-1.20 WHERE name <> 'it''s' AND note = $$a  b$$;
      """;

  @Test
  void theAlgorithmOfVersionOneStaysForEver() {
    assertEquals(
        "v1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Checksum.of(""));
    assertEquals(
        "v1:3325aec4ca952602e15e0f97b0f01ea343d7fe6bf387099d92f07294c5871462", Checksum.of(SCRIPT));
  }

  @Test
  void lineEndsSpaceAndCommentsDoNotCount() {
    String same = Checksum.of(SCRIPT);

    assertEquals(same, Checksum.of(SCRIPT.replace("\n", "\r\n")));
    assertEquals(same, Checksum.of("\uFEFF" + SCRIPT));
    assertEquals(same, Checksum.of(SCRIPT.replace("-- Adds a tax.", "/* Nothing. */")));
    assertEquals(same, Checksum.of(SCRIPT.replace(" SET", "\n  SET -- the price\n")));
    assertEquals(same, Checksum.of(SCRIPT.replace("price*-1.20", "price * -1.20")));
    assertEquals(same, Checksum.of(SCRIPT + "\n\n"));
  }

  @Test
  void everyLiteralNameOperatorAndDirectiveCounts() {
    differs("'it''s'", "'it''S'");
    differs("'it''s'", "'it'  's'");
    differs("$$a  b$$", "$$a b$$");
    differs("$$a  b$$", "'a  b'");
    differs("1.20", "1.2");
    differs("<>", "< >");
    differs("price*", "pricе*");
    differs("-- varve:step transaction", "-- a step");
    differs("step transaction", "step outside transaction");
  }

  private static void differs(String part, String other) {
    assertNotEquals(Checksum.of(SCRIPT), Checksum.of(SCRIPT.replace(part, other)), other);
  }
}
