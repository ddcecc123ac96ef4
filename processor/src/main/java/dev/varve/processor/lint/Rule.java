package dev.varve.processor.lint;

import java.util.List;

/** One thing that a script must not do, or had better not. */
interface Rule {
  List<Fault> check(Reading reading);
}
