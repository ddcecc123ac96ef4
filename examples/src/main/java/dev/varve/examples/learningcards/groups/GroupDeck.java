package dev.varve.examples.learningcards.groups;

import dev.varve.annotations.Default;
import dev.varve.annotations.Index;
import dev.varve.annotations.References;
import dev.varve.annotations.ReferentialAction;
import dev.varve.examples.learningcards.auth.User;
import dev.varve.examples.learningcards.content.Deck;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A deck that a group learns. It stays when the account of whoever shared it goes. */
@Table(name = "group_decks")
public record GroupDeck(
    @Id @References(value = StudyGroup.class, onDelete = ReferentialAction.CASCADE)
    UUID groupId,

    @Id @References(value = Deck.class, onDelete = ReferentialAction.CASCADE) @Index
    UUID deckId,

    @References(value = User.class, onDelete = ReferentialAction.SET_NULL) @Index
    Optional<UUID> sharedBy,

    @Default("now()") Instant sharedAt) {}
