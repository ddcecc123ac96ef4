package dev.varve.examples.learningcards.content;

import static dev.varve.examples.learningcards.content.CardTable.CARDS;
import static dev.varve.examples.learningcards.content.DeckTable.DECKS;

import dev.varve.examples.learningcards.auth.User;
import dev.varve.runtime.query.Operations;
import dev.varve.runtime.query.StaleVersionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Decks and their cards. */
public final class Decks {
  private final Operations db;

  public Decks(Operations db) {
    this.db = db;
  }

  public Deck create(User owner, Folder folder, String title, List<String> tags) {
    return db.insert(DECKS)
        .values(
            DeckInsert.of(owner.id(), title, slug(title)).folderId(folder.id()).tags(tags))
        .returning()
        .one();
  }

  /** Adds the cards at the deck's end, in one statement; returns how many. */
  public long add(Deck deck, List<CardDraft> drafts) {
    int position = Math.toIntExact(count(deck));
    List<CardInsert> cards = new ArrayList<>(drafts.size());
    for (CardDraft draft : drafts) {
      cards.add(CardInsert.of(deck.id(), ++position, draft.front(), draft.back()));
    }
    return db.insert(CARDS).values(cards).execute();
  }

  /** The first cards of the deck, by their positions. */
  public List<Card> first(Deck deck, int limit) {
    return db.from(CARDS)
        .where(CARDS.deckId.eq(deck.id()))
        .orderBy(CARDS.position.asc())
        .limit(limit)
        .list();
  }

  public long count(Deck deck) {
    return db.from(CARDS).where(CARDS.deckId.eq(deck.id())).count();
  }

  /**
   * Renames a deck as it was read.
   *
   * @throws StaleVersionException if it was changed since
   */
  public Deck rename(Deck deck, String title) {
    return change(deck, DeckPatch.of().title(title).slug(slug(title)));
  }

  /**
   * Shows a deck, as it was read, to others.
   *
   * @throws StaleVersionException if it was changed since
   */
  public Deck show(Deck deck, Visibility visibility) {
    return change(deck, DeckPatch.of().visibility(visibility));
  }

  private Deck change(Deck deck, DeckPatch patch) {
    return db.update(DECKS)
        .set(patch)
        .expecting(deck.version())
        .where(DECKS.id.eq(deck.id()))
        .returning()
        .one();
  }

  /** Deletes the deck and, by their foreign keys, its cards and how they were learned. */
  public boolean delete(UUID id) {
    return db.delete(DECKS).where(DECKS.id.eq(id)).execute() > 0;
  }

  private static String slug(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
