package dev.varve.processor.lint;

import dev.varve.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;

/** Nothing goes that nobody named. */
final class NoCascade implements Rule {
  @Override
  public List<Fault> check(Reading reading) {
    List<Fault> faults = new ArrayList<>();
    for (Command command : reading.commands()) {
      for (Phrase part : command.parts()) {
        if (cascades(part)) {
          faults.add(new Fault(
              Problem.SCRIPT_CASCADE,
              command,
              "CASCADE takes away whatever hangs on it, here and on databases where more does. Name"
                  + " what is to go, each in a statement of its own."));
        }
      }
    }
    return faults;
  }

  /** {@code ON DELETE CASCADE} of a key is something else. */
  private static boolean cascades(Phrase phrase) {
    if (phrase.is("drop") || phrase.is("truncate")) {
      return phrase.has("cascade");
    }
    return AlterTable.of(phrase)
        .filter(alter ->
            alter.actions().stream().anyMatch(action -> action.is("drop") && action.has("cascade")))
        .isPresent();
  }
}
