package dev.varve.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Runs something when javac has compiled everything without an error.
 *
 * <p>Processors are done before javac looks into methods, so an error in one is found only
 * afterwards: javac then analyses classes that it does not generate. Compilers other than javac
 * cannot be listened to.
 */
final class AfterCompilation implements TaskListener {
  private final Set<String> analysed = new HashSet<>();
  private final Set<String> generated = new HashSet<>();
  private final Runnable action;

  private AfterCompilation(Collection<String> expected, Runnable action) {
    analysed.addAll(expected);
    this.action = action;
  }

  /**
   * False if the compiler is not javac; nothing will run then.
   *
   * @param expected types that become classes if there is no error; javac may stop before it
   *     analyses any
   */
  static boolean run(
      ProcessingEnvironment environment, Collection<String> expected, Runnable action) {
    try {
      JavacTask.instance(environment).addTaskListener(new AfterCompilation(expected, action));
      return true;
    } catch (IllegalArgumentException | LinkageError anotherCompiler) {
      return false;
    }
  }

  @Override
  public void finished(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    if (event.getKind() == TaskEvent.Kind.ANALYZE && type != null) {
      // A package-info is analysed without a name, and need not become a class.
      if (!type.getQualifiedName().isEmpty()) {
        analysed.add(type.getQualifiedName().toString());
      }
    } else if (event.getKind() == TaskEvent.Kind.GENERATE && type != null) {
      generated.add(type.getQualifiedName().toString());
    } else if (event.getKind() == TaskEvent.Kind.COMPILATION && generated.containsAll(analysed)) {
      action.run();
    }
  }
}
