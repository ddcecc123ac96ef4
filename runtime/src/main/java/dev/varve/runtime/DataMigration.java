package dev.varve.runtime;

/**
 * A migration written in Java: a class with {@code dev.varve.annotations.Migration}, which names its
 * place among the others.
 *
 * <pre>{@code
 * @Migration("20261121101500__fill_slugs")
 * public final class FillSlugs implements DataMigration {
 *   @Override
 *   public void run(Batch batch) {
 *     long after = batch.position().map(Long::parseLong).orElse(0L);
 *     List<Deck> decks = batch.transaction().from(DECKS)
 *         .where(DECKS.id.gt(after)).orderBy(DECKS.id.asc()).limit(1_000).list();
 *     for (Deck deck : decks) {
 *       batch.transaction().update(DECKS)
 *           .set(DECKS.slug.to(Slugs.of(deck.title()))).where(DECKS.id.eq(deck.id())).execute();
 *     }
 *     if (decks.size() == 1_000) {
 *       batch.goOn(String.valueOf(decks.get(999).id()), decks.size());
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>The records and tables to use are those that Varve generates for it, of the schema as it was at
 * that place ({@code import shop.v20261121101500.*}): they never change, so it compiles and runs
 * years later.
 *
 * <p>The class is public, with a public constructor without parameters, and keeps no state.
 */
public interface DataMigration {
  /**
   * Does all of the work, or a batch of it. A batch that did not commit is done again, so nothing is
   * to be left outside of its transaction.
   *
   * @throws RuntimeException if it cannot be done: the batch is rolled back, the migration fails
   */
  void run(Batch batch);
}
