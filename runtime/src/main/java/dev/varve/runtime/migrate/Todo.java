package dev.varve.runtime.migrate;

import java.util.List;

/**
 * What is to be run, in this order: what an earlier run began to undo, what is created at once,
 * what is applied; and which migrations then count as applied, since all that they replace is.
 */
record Todo(
    List<Work> undoing,
    List<Creation> creating,
    List<Work> applying,
    List<Outstanding.Joined> joining,
    List<String> notes) {

  static Todo undoing(List<Work> undoing) {
    return new Todo(undoing, List.of(), List.of(), List.of(), List.of());
  }

  boolean isEmpty() {
    return size() == 0 && joining.isEmpty();
  }

  int size() {
    return undoing.size() + creating.size() + applying.size();
  }

  int steps() {
    int steps = creating.size();
    for (Work work : undoing) {
      steps += work.remaining().size();
    }
    for (Work work : applying) {
      steps += work.remaining().size();
    }
    return steps;
  }

  int statements() {
    int statements = 0;
    for (Work work : undoing) {
      statements += work.statements();
    }
    for (Creation creation : creating) {
      statements += creation.script().steps().get(0).statements().size();
    }
    for (Work work : applying) {
      statements += work.statements();
    }
    return statements;
  }
}
