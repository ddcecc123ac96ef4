package dev.varve.processor.lint;

import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tables and columns that a script names are there when it runs, as far as the model and the
 * scripts before it can tell.
 */
final class NamesKnown implements Rule {
  @Override
  public List<Fault> check(Reading reading) {
    List<Fault> faults = new ArrayList<>();
    for (Command command : reading.commands()) {
      Mentions mentions = Mentions.of(command);
      Set<QualifiedName> unknown = new LinkedHashSet<>(mentions.relations());
      unknown.removeIf(name -> isKnown(reading, name));
      for (QualifiedName name : unknown) {
        faults.add(new Fault(
            Problem.SCRIPT_UNKNOWN_NAME,
            command,
            "there is no table or view " + name + " at this point: neither the records nor the"
                + " scripts before this one make it." + nearest(reading, name)
                + " Correct the name, or say who makes it: -- varve-allow SCRIPT_UNKNOWN_NAME:"
                + " reason."));
      }
      for (Mentions.Column column : mentions.columns()) {
        if (reading.after().lacks(column.table(), column.name())) {
          faults.add(new Fault(
              Problem.SCRIPT_UNKNOWN_NAME,
              command,
              "the table " + column.table() + " has no column " + column.name()
                  + " at this point."
                  + suggestion(column.name().value(), reading.known().columns(column.table()))
                  + " Correct the name, or say who makes it: -- varve-allow SCRIPT_UNKNOWN_NAME:"
                  + " reason."));
        }
      }
    }
    return faults;
  }

  /** What only the server knows is left to it. */
  private static boolean isKnown(Reading reading, QualifiedName name) {
    String schema = name.schema().map(Name::value).orElse("");
    return reading.after().has(name)
        || reading.known().has(name)
        || schema.startsWith("pg_")
        || schema.equals("information_schema")
        || name.name().value().startsWith("pg_")
        || name.name().value().startsWith("varve_");
  }

  private static String nearest(Reading reading, QualifiedName name) {
    return suggestion(name.name().value(), reading.known().tables());
  }

  private static String suggestion(String written, List<Name> known) {
    Optional<Name> nearest = known.stream()
        .filter(name -> distance(written, name.value()) <= (written.length() < 4 ? 1 : 2))
        .findFirst();
    return nearest.map(name -> " Did you mean " + name + "?").orElse("");
  }

  /** How many letters must be changed, added or left out. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int same = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
