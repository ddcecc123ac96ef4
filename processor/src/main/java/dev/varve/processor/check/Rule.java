package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import java.util.List;

/** One thing that a model or a change must not be, or had better not. */
interface Rule {
  List<Finding> check(Situation situation);
}
