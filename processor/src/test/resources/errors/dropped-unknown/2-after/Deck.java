package shop;

import dev.varve.annotations.Dropped;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
@Dropped("deck.titel")
@Dropped("card")
public record Deck(@Id long id, String title) {}
