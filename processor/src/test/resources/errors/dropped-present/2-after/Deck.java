package shop;

import dev.varve.annotations.Dropped;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
@Dropped("deck.mood")
@Dropped("sound")
@Dropped("mood.FAIR")
public record Deck(@Id long id, Mood mood) {}
