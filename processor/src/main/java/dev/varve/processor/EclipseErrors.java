package dev.varve.processor;

import javax.annotation.processing.ProcessingEnvironment;

/**
 * Whether ecj has found an error already. Unlike javac it runs processors in spite of one and does
 * not tell them; it cannot be listened to either. So its own fields are looked at, by name since it
 * is not there under javac. An error inside a method is found too late for us even so.
 */
final class EclipseErrors {
  private EclipseErrors() {}

  static boolean raised(ProcessingEnvironment environment) {
    try {
      Object compiler = environment.getClass().getMethod("getCompiler").invoke(environment);
      Object units = compiler.getClass().getField("unitsToProcess").get(compiler);
      if (units instanceof Object[] array) {
        for (Object unit : array) {
          if (unit != null && hasErrors(unit)) {
            return true;
          }
        }
      }
      return false;
    } catch (ReflectiveOperationException | RuntimeException anotherCompiler) {
      return false;
    }
  }

  private static boolean hasErrors(Object unit) throws ReflectiveOperationException {
    Object result = unit.getClass().getField("compilationResult").get(unit);
    return result != null
        && Boolean.TRUE.equals(result.getClass().getMethod("hasErrors").invoke(result));
  }
}
