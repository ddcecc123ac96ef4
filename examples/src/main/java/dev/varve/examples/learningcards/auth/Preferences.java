package dev.varve.examples.learningcards.auth;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** How a user likes it; stored as one document. */
public record Preferences(
    Theme theme, int newCardsPerDay, Optional<Reminder> reminder, List<Shortcut> shortcuts) {

  /** What an account starts with. */
  public static Preferences standard() {
    return new Preferences(Theme.SYSTEM, 20, Optional.empty(), List.of());
  }

  /** Colours. */
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /** When to be reminded of due cards. */
  public record Reminder(LocalTime at, boolean weekends) {}

  /** A key and what it does. */
  public record Shortcut(String key, String action) {}
}
