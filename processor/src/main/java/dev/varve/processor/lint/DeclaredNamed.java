package dev.varve.processor.lint;

import dev.varve.processor.report.Problem;
import dev.varve.runtime.migrate.script.SqlToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a script declares to change it at least names. */
final class DeclaredNamed implements Rule {
  @Override
  public List<Fault> check(Reading reading) {
    Set<String> named = new HashSet<>();
    for (Command command : reading.commands()) {
      for (Phrase part : command.parts()) {
        part.tokens().stream().filter(SqlToken::isName).map(SqlToken::text).forEach(named::add);
      }
    }
    List<Fault> faults = new ArrayList<>();
    for (String declared : reading.declares()) {
      String last = declared.substring(declared.lastIndexOf('.') + 1);
      String bare = last.replaceAll("\\(.*", "").replace("\"", "");
      if (!named.contains(bare)) {
        faults.add(new Fault(
            Problem.SCRIPT_DECLARES,
            Problem.SCRIPT_DECLARES.kind(),
            0,
            "it declares that it changes " + declared + ", but none of its statements names " + bare
                + ". Write the statement, or take the name out of varve:declares."));
      }
    }
    return faults;
  }
}
