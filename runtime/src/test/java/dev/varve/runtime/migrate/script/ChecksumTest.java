package dev.varve.runtime.migrate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  @Test
  void aScriptForWhichVersionOneIsBlindHasVersionTwo() {
    String name = "CREATE TABLE t\u3000 (a int)";
    String data = "COPY t FROM STDIN;\na  b\n\\.\n";

    assertEquals(
        "v2:f50e372043fb7bce373de9c3817a0d69da44ff68ce42c47342109dae4b6a132d", Checksum.of(name));
    assertEquals(
        "v2:02d0a753525e23ad980542bea029b1a1275aad3e87ada715efc0057b0b6e507d", Checksum.of(data));
    assertNotEquals(Checksum.of(name), Checksum.of(name.replace("\u3000", "")));
    assertNotEquals(Checksum.of(data), Checksum.of(data.replace("a  b", "a b")));
    assertEquals(Checksum.of(data), Checksum.of(data.replace("\n", "\r\n")));
    assertEquals(Checksum.of(data), Checksum.of(data.replace("COPY", "--\n COPY /* */")));
  }

  @Test
  void whatVersionOneSaidStaysTrue() {
    String name = "CREATE TABLE t\u3000 (a int)";
    String old = Checksum.of(name.replace("\u3000", ""));

    assertEquals("v1:", old.substring(0, 3));
    assertTrue(Checksum.matches(old, name));
    assertTrue(Checksum.matches(Checksum.of(name), name));
    assertTrue(Checksum.matches(Checksum.of(SCRIPT), SCRIPT + " "));
    assertFalse(Checksum.matches(Checksum.of(SCRIPT), SCRIPT + "1"));
    assertFalse(Checksum.matches(Checksum.of(name), name + "1"));
    assertFalse(Checksum.matches("tampered", SCRIPT));
    assertTrue(Checksum.isOfNewerVersion("v3:00"));
    assertFalse(Checksum.isOfNewerVersion(old));
    assertFalse(Checksum.isOfNewerVersion(Checksum.of(name)));
    assertFalse(Checksum.isOfNewerVersion("tampered"));
    assertFalse(Checksum.isOfNewerVersion("vx:00"));
  }

  private static void differs(String part, String other) {
    assertNotEquals(Checksum.of(SCRIPT), Checksum.of(SCRIPT.replace(part, other)), other);
  }
}
