/** What happened, in numbers. */
@NullMarked
package dev.varve.examples.learningcards.analytics;

import org.jspecify.annotations.NullMarked;
