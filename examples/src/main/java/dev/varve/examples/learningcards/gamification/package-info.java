/** What keeps people going: achievements, streaks and points. */
@NullMarked
package dev.varve.examples.learningcards.gamification;

import org.jspecify.annotations.NullMarked;
