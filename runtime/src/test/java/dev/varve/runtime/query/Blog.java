package dev.varve.runtime.query;

import static dev.varve.runtime.query.sample.PostTable.POSTS;
import static dev.varve.runtime.query.sample.UserTable.USERS;

import dev.varve.runtime.query.sample.Mood;
import dev.varve.runtime.query.sample.PostInsert;
import dev.varve.runtime.query.sample.Prefs;
import dev.varve.runtime.query.sample.UserInsert;
import dev.varve.runtime.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The sample's tables with a few rows: ada invited bob; ada has written alpha and beta, bob gamma,
 * eve nothing.
 */
final class Blog implements AutoCloseable {
  static final UUID ADA = new UUID(0, 1);
  static final UUID BOB = new UUID(0, 2);
  static final UUID EVE = new UUID(0, 3);

  private final TestDatabase server = SampleDatabase.create();
  private final RecordingDataSource recording = new RecordingDataSource(server.dataSource());
  final Database db = Database.of(recording.dataSource());

  Blog() {
    db.insert(USERS)
        .values(List.of(
            user(ADA, "ada", Mood.EAGER, "dark", List.of("java", "sql"), 1).displayName("Ada L."),
            user(BOB, "bob", Mood.CALM, "light", List.of("sql"), 2).invitedBy(ADA),
            user(EVE, "eve", Mood.CALM, "dark", List.of(), 3)))
        .execute();
    db.insert(POSTS)
        .values(List.of(
            PostInsert.of(ADA, 1, "alpha").likes(10),
            PostInsert.of(ADA, 2, "beta").likes(20),
            PostInsert.of(BOB, 1, "gamma").likes(5)))
        .execute();
  }

  private static UserInsert user(
      UUID id, String email, Mood mood, String theme, List<String> tags, int day) {
    Prefs prefs = new Prefs(theme, 10 * day, Optional.empty(), List.of("deck" + day));
    return UserInsert.of(email, mood, prefs, tags)
        .id(id)
        .createdAt(Instant.parse("2026-01-0" + day + "T12:30:00Z"));
  }

  TestDatabase server() {
    return server;
  }

  /** The text of the statements that the last call of this sent. */
  String text(Runnable statement) {
    recording.clear();
    statement.run();
    return String.join("\n;\n", recording.texts());
  }

  @Override
  public void close() {
    server.close();
  }
}
