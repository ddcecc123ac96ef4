/** How it is learned: which cards are due, how they were answered, and paths through decks. */
@NullMarked
package dev.varve.examples.learningcards.learning;

import org.jspecify.annotations.NullMarked;
