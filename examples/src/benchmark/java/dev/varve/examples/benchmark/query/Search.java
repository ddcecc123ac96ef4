package dev.varve.examples.benchmark.query;

import org.jspecify.annotations.Nullable;

/** What a user may look for; what is null or zero is not asked for. */
record Search(@Nullable String name, int least, boolean active) {
  static final Search ALL = new Search("a%", 5, true);
}
