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
  private final List<Message> faults = new ArrayList<>();
  private boolean errors;

  /** {@code [CODE] where: text} at the place. */
  public void report(Problem problem, Origin origin, String text) {
    report(problem, problem.kind(), origin, text);
  }

  /** The same, louder or softer than usual. */
  public void report(Problem problem, Diagnostic.Kind kind, Origin origin, String text) {
    String line = "[" + problem + "] " + origin.where() + ": " + text;
    if (said.add(line)) {
      Message message = new Message(kind, line, origin);
      waiting.add(message);
      if (kind == Diagnostic.Kind.ERROR) {
        errors = true;
        faults.add(message);
      }
    }
  }

  /** Whether there was an error about an annotation, such as {@code @Index}, at this place. */
  public boolean hasError(Origin origin, String annotation) {
    return faults.stream()
        .filter(fault -> fault.origin().where().equals(origin.where())
            || fault.origin().element().equals(origin.element()))
        .anyMatch(fault -> fault.text().contains(annotation)
            || fault
                .origin()
                .annotation()
                .filter(mirror -> annotation.equals(
                    "@" + mirror.getAnnotationType().asElement().getSimpleName()))
                .isPresent());
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
