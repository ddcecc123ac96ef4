package dev.varve.processor.check;

import dev.varve.processor.report.Finding;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import java.util.Optional;

/** The oldest PostgreSQL that the SQL must run on, by {@code -Avarve.server}. */
public record Server(int oldest) {

  /** What is said about a feature that came with a later version; empty if none is that old. */
  Optional<Finding> needs(int since, String feature, Subject subject, String where) {
    return oldest >= since
        ? Optional.empty()
        : Optional.of(new Finding(
            Problem.SERVER_TOO_OLD,
            subject,
            where,
            feature
                + " needs PostgreSQL "
                + since
                + ", and the SQL must run on "
                + oldest
                + ". Set -Avarve.server="
                + since
                + " if no server is older, or do without."));
  }
}
