package dev.varve.processor.report;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Messages at annotations that an element has more than once. The compiler puts them into a
 * container that stands nowhere in the source, and would print the place of the element.
 */
final class RepeatedAnnotations {
  private final @Nullable Trees trees;

  RepeatedAnnotations(ProcessingEnvironment environment) {
    trees = trees(environment);
  }

  private static @Nullable Trees trees(ProcessingEnvironment environment) {
    try {
      return Trees.instance(environment);
    } catch (IllegalArgumentException | LinkageError anotherCompiler) {
      return null;
    }
  }

  /** Whether it was such a place, and the message is printed. */
  boolean print(Diagnostic.Kind kind, String text, Origin origin) {
    if (trees == null || origin.element().isEmpty() || origin.annotation().isEmpty()) {
      return false;
    }
    Element element = origin.element().get();
    AnnotationMirror mirror = origin.annotation().get();
    TreePath path = trees.getPath(element);
    int place = place(element, mirror);
    if (path == null || place < 0) {
      return false;
    }
    List<? extends AnnotationTree> same =
        modifiers(path.getLeaf()).map(ModifiersTree::getAnnotations).orElse(List.of()).stream()
            .filter(tree -> isOf(tree, mirror))
            .toList();
    if (place >= same.size()) {
      return false;
    }
    AnnotationTree annotation = same.get(place);
    Tree tree = origin
        .value()
        .flatMap(value -> value(annotation, mirror, value))
        .map(Tree.class::cast)
        .orElse(annotation);
    trees.printMessage(kind, text, tree, path.getCompilationUnit());
    return true;
  }

  /** Which one it is among those of its type; -1 if it is in no container. */
  private static int place(Element element, AnnotationMirror mirror) {
    for (AnnotationMirror container : element.getAnnotationMirrors()) {
      for (AnnotationValue value : container.getElementValues().values()) {
        if (value.getValue() instanceof List<?> list) {
          for (int i = 0; i < list.size(); i++) {
            if (((AnnotationValue) list.get(i)).getValue() == mirror) {
              return i;
            }
          }
        }
      }
    }
    return -1;
  }

  private static Optional<ModifiersTree> modifiers(Tree tree) {
    if (tree instanceof ClassTree type) {
      return Optional.of(type.getModifiers());
    }
    return tree instanceof VariableTree variable
        ? Optional.of(variable.getModifiers())
        : Optional.empty();
  }

  /** By the name that is written there, alone or with a package. */
  private static boolean isOf(AnnotationTree tree, AnnotationMirror mirror) {
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    String written = tree.getAnnotationType().toString();
    return type.getSimpleName().contentEquals(written.substring(written.lastIndexOf('.') + 1));
  }

  private static Optional<ExpressionTree> value(
      AnnotationTree annotation, AnnotationMirror mirror, AnnotationValue value) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getValue() == value) {
        String member = entry.getKey().getSimpleName().toString();
        for (ExpressionTree argument : annotation.getArguments()) {
          if (argument instanceof AssignmentTree assignment
              && assignment.getVariable().toString().equals(member)) {
            return Optional.of(assignment.getExpression());
          }
        }
      }
    }
    return Optional.empty();
  }
}
