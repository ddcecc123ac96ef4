package dev.varve.examples.learningcards.auth;

import static dev.varve.examples.learningcards.auth.SessionTable.SESSIONS;
import static dev.varve.examples.learningcards.auth.UserTable.USERS;

import dev.varve.runtime.query.Operations;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Who is signed in where. */
public final class Sessions {
  private static final Duration LIFETIME = Duration.ofDays(30);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Operations db;

  public Sessions(Operations db) {
    this.db = db;
  }

  /** Returns the token that the device keeps. */
  public String open(User user, String userAgent, Instant now) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    db.insert(SESSIONS)
        .values(SessionInsert.of(user.id(), hash(token), now.plus(LIFETIME)).userAgent(userAgent))
        .execute();
    return token;
  }

  /** The account that a token stands for, if it still does. */
  public Optional<User> user(String token, Instant now) {
    return db.select(USERS)
        .from(SESSIONS)
        .join(USERS)
        .on(USERS.id.eq(SESSIONS.userId))
        .where(
            SESSIONS.tokenHash.eq(hash(token)),
            SESSIONS.expiresAt.gt(now),
            SESSIONS.revokedAt.isNull())
        .optional();
  }

  /** Signs the user out everywhere; returns from how many devices. */
  public long revokeAll(User user, Instant now) {
    return db.update(SESSIONS)
        .set(SESSIONS.revokedAt.to(now))
        .where(SESSIONS.userId.eq(user.id()), SESSIONS.revokedAt.isNull())
        .execute();
  }

  private static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
