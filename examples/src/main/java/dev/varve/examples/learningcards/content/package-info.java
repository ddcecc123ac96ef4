/** What is learned: cards in decks, decks in folders. */
@NullMarked
package dev.varve.examples.learningcards.content;

import org.jspecify.annotations.NullMarked;
