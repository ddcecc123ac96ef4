/** Who somebody is: accounts, what they prefer, and where they are signed in. */
@NullMarked
package dev.varve.examples.learningcards.auth;

import org.jspecify.annotations.NullMarked;
