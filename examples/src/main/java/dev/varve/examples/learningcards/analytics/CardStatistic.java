package dev.varve.examples.learningcards.analytics;

import dev.varve.annotations.Default;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import dev.varve.examples.learningcards.content.Card;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** How a card is answered by everybody. */
@Table(name = "card_statistics")
public record CardStatistic(
    @Id @References(value = Card.class, onDelete = ReferentialAction.CASCADE)
    UUID cardId,

    @Default("0") long reviews,
    @Default("0") long lapses,
    @Default("0") long totalMillis) {

  /** How long an answer takes on average. */
  public long averageMillis() {
    return reviews == 0 ? 0 : totalMillis / reviews;
  }
}
