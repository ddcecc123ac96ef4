package dev.varve.processor.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/** Collects what is to be said about one compilation, and says each of it once. */
public final class Diagnostics {
  private record Message(Diagnostic.Kind kind, String text, Origin origin) {}

  private final Set<String> said = new LinkedHashSet<>();
  private final List<Message> waiting = new ArrayList<>();
  private boolean errors;

  /** {@code [CODE] where: text} at the place. */
  public void report(Problem problem, Origin origin, String text) {
    report(problem, problem.kind(), origin, text);
  }

  /** The same, louder or softer than usual. */
  public void report(Problem problem, Diagnostic.Kind kind, Origin origin, String text) {
    String line = "[" + problem + "] " + origin.where() + ": " + text;
    if (said.add(line)) {
      waiting.add(new Message(kind, line, origin));
      errors |= kind == Diagnostic.Kind.ERROR;
    }
  }

  /** Whether there was an error, printed or not. */
  public boolean hasErrors() {
    return errors;
  }

  /** What has come since the last call of {@link #print}, for where there is no compiler. */
  public List<String> texts() {
    return waiting.stream().map(Message::text).toList();
  }

  /** Prints what has come since the last call. */
  public void print(ProcessingEnvironment environment) {
    RepeatedAnnotations repeated = new RepeatedAnnotations(environment);
    for (Message message : waiting) {
      Origin origin = message.origin();
      if (!repeated.print(message.kind(), message.text(), origin)) {
        environment
            .getMessager()
            .printMessage(
                message.kind(),
                message.text(),
                origin.element().orElse(null),
                origin.annotation().orElse(null),
                origin.value().orElse(null));
      }
    }
    waiting.clear();
  }
}
