package shop;

import java.util.List;
import java.util.Map;
import java.util.Optional;

public record Prefs(
    String theme, int daily, Optional<String> voice, List<Deck> decks, Map<String, Mood> moods) {
  public record Deck(String name, double weight, Optional<Deck> parent) {}
}
