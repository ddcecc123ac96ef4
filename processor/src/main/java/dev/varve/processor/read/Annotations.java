package dev.varve.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;

/**
 * The annotations of elements. Readers ask each component for dozens, and a compiler works the answer
 * out each time: it is kept until the end of the processor's turn, as another round has other
 * elements.
 */
public final class Annotations {
  /** Compilers may run several processors at once, each in a thread of its own. */
  private static final ThreadLocal<Map<Element, List<Named>>> KNOWN =
      ThreadLocal.withInitial(HashMap::new);

  /** An annotation, and the full name of its type. */
  record Named(String name, AnnotationMirror mirror) {
    private static Named of(AnnotationMirror mirror) {
      return new Named(Annotated.nameOf(mirror), mirror);
    }
  }

  private Annotations() {}

  /** At the end of the processor's turn. */
  public static void forget() {
    KNOWN.remove();
  }

  /**
   * The annotations of an element. Those of a component are on its field; but ecj 3.43 and later
   * lose there what has an enum among its values, and have it on the accessor and the component.
   */
  static List<Named> of(Element element) {
    Map<Element, List<Named>> known = KNOWN.get();
    List<Named> found = known.get(element);
    if (found == null
        && isField(element)
        && element.getEnclosingElement() instanceof TypeElement owner) {
      if (owner.getKind() == ElementKind.RECORD) {
        ofFields(owner, known);
        found = known.get(element);
      }
    }
    if (found == null) {
      found = own(element);
      known.put(element, found);
    }
    return found;
  }

  private static boolean isField(Element element) {
    return element.getKind() == ElementKind.FIELD;
  }

  /** All at once: to look for each among the members takes a while where there are many. */
  private static void ofFields(TypeElement owner, Map<Element, List<Named>> known) {
    Map<Name, List<Named>> fields = new HashMap<>();
    List<? extends Element> members = owner.getEnclosedElements();
    for (Element member : members) {
      if (isField(member)) {
        List<Named> found = own(member);
        fields.put(member.getSimpleName(), found);
        known.put(member, found);
      }
    }
    for (Element member : members) {
      List<Named> found = fields.get(member.getSimpleName());
      if (found != null
          && (member.getKind() == ElementKind.RECORD_COMPONENT
              || (member instanceof ExecutableElement method
                  && method.getParameters().isEmpty()))) {
        addMissing(own(member), found);
      }
    }
  }

  private static List<Named> own(Element element) {
    List<Named> own = new ArrayList<>();
    element.getAnnotationMirrors().forEach(mirror -> own.add(Named.of(mirror)));
    return own;
  }

  private static void addMissing(List<Named> more, List<Named> found) {
    List<String> names = found.stream().map(Named::name).toList();
    more.stream().filter(named -> !names.contains(named.name())).forEach(found::add);
  }
}
