package dev.varve.processor.lint;

import dev.varve.runtime.migrate.script.SqlScript;
import dev.varve.runtime.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads scripts that were written by hand, in the order in which they run, and says what is
 * dangerous about them.
 */
public final class Linter {
  private static final List<Rule> RULES = List.of(
      new TransactionPossible(),
      new EnumValueCommitted(),
      new NamesKnown(),
      new ModelLeftAlone(),
      new DeclaredNamed(),
      new LossesSaid(),
      new NoCascade(),
      new Guarded(),
      new LocksMomentary(),
      new RowsInBatches(),
      new UndoThere());

  private final Known known = Known.nothing();

  /**
   * Checks the next script.
   *
   * @param sql its text, which can be cut into statements
   * @param undo the text of its undo script
   * @param lost what its header says is lost
   * @param before the schema that the migrations before it have made
   * @param firm whether a commit has it: it cannot be edited, so that only what would be an error
   *     is said, and stops nobody
   */
  public List<Fault> lint(
      String sql, Optional<String> undo, Optional<String> lost, Schema before, boolean firm) {
    SqlScript script = SqlScript.parse(sql);
    List<Command> commands = Command.of(script);
    Known there = known.with(before);
    List<Fault> found = new ArrayList<>();
    Reading reading = new Reading(
        commands,
        there,
        there.after(commands),
        undo.map(text -> Command.of(SqlScript.parse(text))),
        lost,
        script.declares());
    RULES.forEach(rule -> found.addAll(rule.check(reading)));
    commands.forEach(there::learn);
    List<Fault> left = Allowances.read(sql, commands).apply(found);
    return firm ? left.stream().filter(Fault::isError).map(Fault::softened).toList() : left;
  }
}
