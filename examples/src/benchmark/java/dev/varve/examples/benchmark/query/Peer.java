package dev.varve.examples.benchmark.query;

import java.util.List;

/** One way to do each kind of work. Rows to insert come without an id. */
interface Peer {
  /** The item with this id. */
  Object find(long id) throws Exception;

  /** So many items. */
  List<?> list(int count) throws Exception;

  /** Takes every item, a page of 1,000 in memory at a time; gives the sum of their amounts. */
  long stream() throws Exception;

  /** Inserts one; gives its id. */
  long insert(Item item) throws Exception;

  /** Inserts a thousand. */
  void insertAll(List<Item> items) throws Exception;

  /** Inserts a hundred thousand. */
  void load(List<Item> items) throws Exception;

  /**
   * Makes the statement of a search and does not run it; throws if what it is made of cannot be
   * separated from the run, or is a text that the application makes by hand.
   */
  default Object search(Search search) {
    throw new UnsupportedOperationException();
  }
}
