package dev.varve.examples.learningcards.auth;

import static dev.varve.examples.learningcards.auth.UserTable.USERS;

import dev.varve.runtime.query.ConstraintViolationException;
import dev.varve.runtime.query.Operations;
import dev.varve.runtime.query.StaleVersionException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The accounts. */
public final class Users {
  private final Operations db;

  /** With a {@code Database} each call commits by itself, with a {@code Transaction} it joins in. */
  public Users(Operations db) {
    this.db = db;
  }

  /**
   * Makes an account.
   *
   * @throws ConstraintViolationException if the address has one, in whatever case it is written
   */
  public User signUp(String email, String displayName, String password) {
    return db.insert(USERS)
        .values(UserInsert.of(
            email,
            normalized(email),
            displayName,
            PasswordHash.of(password).text(),
            Preferences.standard()))
        .returning()
        .one();
  }

  public Optional<User> byEmail(String email) {
    return db.find(USERS.uqNormalizedEmail, normalized(email));
  }

  /** The account, if this is its password. */
  public Optional<User> authenticate(String email, String password) {
    return byEmail(email).filter(user -> PasswordHash.parse(user.passwordHash()).matches(password));
  }

  /**
   * Replaces the preferences of an account as it was read.
   *
   * @throws StaleVersionException if it was changed since
   */
  public User prefer(User user, Preferences preferences) {
    return db.update(USERS)
        .set(UserPatch.of().preferences(preferences))
        .expecting(user.version())
        .where(USERS.id.eq(user.id()))
        .returning()
        .one();
  }

  /** Deletes the account and all that belongs to it. */
  public boolean close(UUID id) {
    return db.delete(USERS).where(USERS.id.eq(id)).execute() > 0;
  }

  private static String normalized(String email) {
    return email.trim().toLowerCase(Locale.ROOT);
  }
}
