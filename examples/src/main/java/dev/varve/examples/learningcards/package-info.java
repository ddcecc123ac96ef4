/**
 * A learning-cards service: one package for each of its parts, and a tour that uses all of them.
 */
@NullMarked
package dev.varve.examples.learningcards;

import org.jspecify.annotations.NullMarked;
