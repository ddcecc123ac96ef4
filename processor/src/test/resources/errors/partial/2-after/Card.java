package shop;

import dev.varve.annotations.References;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Table
public record Card(@Id long id, @References(Deck.class) long deck) {}
