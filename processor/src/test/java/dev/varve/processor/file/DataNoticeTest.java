package dev.varve.processor.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataNoticeTest {
  @Test
  void whatIsWrittenIsRead() {
    for (DataNotice notice : List.of(
        new DataNotice(Optional.empty(), Optional.empty()),
        new DataNotice(Optional.of("the values of users.age."), Optional.empty()),
        new DataNotice(Optional.empty(), Optional.of("NULL in users.city.")),
        new DataNotice(Optional.of("all rows of a."), Optional.of("NULL in b.c.")))) {
      String header = "-- V1\n--\n-- " + String.join("\n-- ", notice.lines()) + "\n--\n\nSELECT 1;";

      assertEquals(notice, DataNotice.read(header, true));
      assertEquals(notice.isHarmless(), notice.toString().isEmpty());
    }
  }

  @Test
  void silenceOfAHandWrittenScriptIsNoPromise() {
    assertFalse(DataNotice.read("UPDATE users SET age = 0;", false).isHarmless());
    assertFalse(
        DataNotice.read("-- Data lost: none.\nUPDATE t SET a = 0;", false).isHarmless());
    assertTrue(
        DataNotice.read("-- Data lost: none.\r\n-- Data rewritten: none.\r\nSELECT 1;", false)
            .isHarmless());
  }

  @Test
  void onlyTheHeaderCounts() {
    assertFalse(DataNotice.read("""
        CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$
        -- Data lost: none.
        -- Data rewritten: none.
        SELECT '' $$;
        """, false).isHarmless());
    assertEquals(
        "Data lost: a. Data rewritten: b.",
        DataNotice.read("--Data lost: a.\n  --   Data rewritten: b.\n", true).toString());
  }
}
