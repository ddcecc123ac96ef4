/** Who learns together: groups, their members, the decks they share and what they say. */
@NullMarked
package dev.varve.examples.learningcards.groups;

import org.jspecify.annotations.NullMarked;
