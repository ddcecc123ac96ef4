package dev.varve.processor.lint;

import dev.varve.processor.report.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;

/**
 * The suppressions of a script: comments {@code -- varve-allow CODE: reason} above the statement
 * that they are about. They are no directives, so that the checksum passes over them and a script
 * that was committed can be given one. {@code SCRIPT} in place of a code, above the first statement,
 * allows everything in the script: that is for what was taken over from a database as it is.
 */
final class Allowances {
  private static final Pattern ALLOWANCE =
      Pattern.compile("\\s*--\\s*varve-allow\\b:?\\s*([A-Za-z_]*)\\s*:?\\s*(.*)");

  private static final String WHOLE = "SCRIPT";

  /** What can be accepted with a reason; all else fails whatever is said of it. */
  private static final Set<Problem> ALLOWABLE = EnumSet.of(
      Problem.SCRIPT_UNKNOWN_NAME,
      Problem.SCRIPT_MODEL_CHANGED,
      Problem.SCRIPT_DATA_LOST,
      Problem.SCRIPT_CASCADE,
      Problem.SCRIPT_UNGUARDED,
      Problem.SCRIPT_LOCKS,
      Problem.SCRIPT_ROWS_AT_ONCE,
      Problem.SCRIPT_UNDO_MISSING);

  /**
   * One of them.
   *
   * @param target the line of the statement behind it; 0 if there is none
   * @param whole whether it is about the whole script
   */
  private record Allowance(int line, String code, String reason, int target, boolean whole) {
    boolean covers(Fault fault) {
      return whole
          || fault.problem().name().equals(code) && (fault.line() == target || fault.line() == 0);
    }
  }

  private final List<Allowance> all;

  private Allowances(List<Allowance> all) {
    this.all = all;
  }

  static Allowances read(String sql, List<Command> commands) {
    List<Allowance> found = new ArrayList<>();
    List<String> lines = sql.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int line = i + 1;
      Matcher comment = ALLOWANCE.matcher(lines.get(i));
      boolean within = commands.stream()
          .anyMatch(command -> command.line() <= line && line <= command.lastLine());
      if (!within && comment.matches()) {
        int target = commands.stream()
            .mapToInt(Command::line)
            .filter(start -> start > line)
            .findFirst()
            .orElse(0);
        String code = comment.group(1);
        boolean whole = code.equals(WHOLE) && target > 0 && commands.get(0).line() == target;
        found.add(new Allowance(line, code, comment.group(2).strip(), target, whole));
      }
    }
    return new Allowances(found);
  }

  /** The faults that are left, and what is wrong with the suppressions themselves. */
  List<Fault> apply(List<Fault> faults) {
    Set<Allowance> used = new HashSet<>();
    List<Fault> left = new ArrayList<>();
    for (Fault fault : faults) {
      boolean allowed = false;
      for (Allowance allowance : all) {
        if (ALLOWABLE.contains(fault.problem()) && allowance.covers(fault)) {
          used.add(allowance);
          allowed |= !allowance.reason().isEmpty();
        }
      }
      if (!allowed) {
        left.add(fault);
      }
    }
    for (Allowance allowance : all) {
      String code = allowance.code();
      if (!allowance.whole()
          && ALLOWABLE.stream().noneMatch(problem -> problem.name().equals(code))) {
        left.add(fault(
            allowance,
            Diagnostic.Kind.ERROR,
            (code.isEmpty() ? "it names no code" : code + " is no code that can be allowed")
                + ". Write: -- varve-allow CODE: reason. docs/errors.md lists the codes."));
      } else if (allowance.reason().isEmpty()) {
        left.add(fault(
            allowance,
            Diagnostic.Kind.ERROR,
            "it gives no reason, so it allows nothing. Write why it is safe here: -- varve-allow "
                + code + ": reason."));
      } else if (!used.contains(allowance) && !allowance.whole()) {
        left.add(fault(
            allowance,
            Diagnostic.Kind.WARNING,
            "there is no " + code
                + " to allow in the statement behind it. Take the line out, or put it directly above"
                + " the statement that it is about."));
      }
    }
    return left;
  }

  private static Fault fault(Allowance allowance, Diagnostic.Kind kind, String text) {
    return new Fault(Problem.SCRIPT_ALLOW, kind, allowance.line(), text);
  }
}
