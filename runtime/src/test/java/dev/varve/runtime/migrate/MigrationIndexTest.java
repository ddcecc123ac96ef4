package dev.varve.runtime.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.json.JsonException;
import dev.varve.runtime.migrate.MigrationIndex.Entry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MigrationIndexTest {
  private static final MigrationId USERS = new MigrationId("20261120153045", "create_users");
  private static final MigrationId EMAIL = new MigrationId("20261121080000", "add__email");

  private static final MigrationIndex INDEX = MigrationIndex.of(
      "shop",
      Optional.of("../../src/main/resources/db/migration"),
      List.of(
          new Entry(EMAIL, "v1:bb", List.of(USERS), false, false),
          new Entry(USERS, "v1:aa", List.of(), true, true)));

  @Test
  void theFileIsInVersionOrder() {
    assertEquals("""
        {
          "format": 1,
          "module": "shop",
          "digest": "v1:ca68559e2e5836bf43b4e6a08fb637886cbd95f02ad627331e80c5824b8b5360",
          "folder": "../../src/main/resources/db/migration",
          "migrations": [
            {
              "version": "20261120153045",
              "name": "create_users",
              "checksum": "v1:aa",
              "after": [],
              "generated": true,
              "undo": true
            },
            {
              "version": "20261121080000",
              "name": "add__email",
              "checksum": "v1:bb",
              "after": ["20261120153045__create_users"],
              "generated": false,
              "undo": false
            }
          ]
        }
        """, INDEX.toJson().pretty());
  }

  @Test
  void whatWasWrittenIsRead() {
    assertEquals(INDEX, MigrationIndex.fromJson(Json.parse(INDEX.toJson().pretty())));
    assertEquals(INDEX, MigrationIndex.fromJson(Json.parse(INDEX.toJson().compact())));
    MigrationIndex empty = MigrationIndex.of("empty", Optional.empty(), List.of());
    assertEquals(empty, MigrationIndex.fromJson(empty.toJson()));
  }

  @Test
  void theDigestIsFoundWithoutReadingTheMigrations() {
    assertEquals(INDEX.digest(), MigrationIndex.digestIn(INDEX.toJson().pretty()));
    assertEquals(INDEX.digest(), MigrationIndex.digestIn(INDEX.toJson().compact()));
    assertThrows(JsonException.class, () -> MigrationIndex.digestIn("{}"));
  }

  @Test
  void theDigestChangesWithNameAndChecksum() {
    assertEquals("v1:", MigrationIndex.digest(List.of()));
    assertNotEquals(
        INDEX.digest(),
        MigrationIndex.digest(
            List.of(INDEX.migrations().get(0), new Entry(EMAIL, "v1:bc", List.of(), true, true))));
  }

  @Test
  void aDamagedOrNewerIndexIsRefused() {
    String text = INDEX.toJson().compact();
    assertEquals(
        "The digest is not that of the migrations.",
        assertThrows(
                IllegalArgumentException.class,
                () -> MigrationIndex.fromJson(Json.parse(text.replace("v1:bb", "v1:bc"))))
            .getMessage());
    assertEquals(
        "The index has format 2, this runtime reads format 1.",
        assertThrows(
                JsonException.class,
                () -> MigrationIndex.fromJson(
                    Json.parse(text.replace("\"format\":1", "\"format\":2"))))
            .getMessage());
    assertEquals(
        "Migrations are listed once and in version order, but V20261120153045__create_users"
            + " follows V20261120153045__create_users.",
        assertThrows(
                IllegalArgumentException.class,
                () -> MigrationIndex.of(
                    "shop",
                    Optional.empty(),
                    List.of(INDEX.migrations().get(0), INDEX.migrations().get(0))))
            .getMessage());
  }

  @Test
  void anIdIsVersionAndName() {
    assertEquals(EMAIL, MigrationId.parse("20261121080000__add__email"));
    assertEquals("V20261121080000__add__email.sql", EMAIL.fileName());
    assertEquals("U20261121080000__add__email.sql", EMAIL.undoFileName());
    assertThrows(IllegalArgumentException.class, () -> MigrationId.parse("1__x"));
    assertThrows(IllegalArgumentException.class, () -> MigrationId.parse("20261121080000_x"));
    assertThrows(IllegalArgumentException.class, () -> MigrationId.parse("20261121080000__"));
    assertThrows(IllegalArgumentException.class, () -> MigrationId.parse("20261121080000__a/b"));
  }
}
