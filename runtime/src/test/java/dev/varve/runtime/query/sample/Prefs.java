package dev.varve.runtime.query.sample;

import java.util.List;
import java.util.Optional;

public record Prefs(String theme, int daily, Optional<String> voice, List<String> decks) {}
