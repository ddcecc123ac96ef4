package shop;

import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table(name = "decks")
public record Deck(@Id long id) {}
