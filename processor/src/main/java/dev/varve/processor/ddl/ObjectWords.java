package dev.varve.processor.ddl;

import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.SchemaObject;
import java.util.Set;

/** Objects in words, for comments and names of files. */
final class ObjectWords {
  /** What comes along with something else, and gives a file its name only if nothing else does. */
  private static final Set<ObjectKind> SIDE =
      Set.of(ObjectKind.NAMESPACE, ObjectKind.EXTENSION, ObjectKind.COMMENT, ObjectKind.GRANT);

  private ObjectWords() {}

  /** {@code View totals}. */
  static String subject(SchemaObject object) {
    String words = object.id().toString();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  static String added(SchemaObject object) {
    return "new " + object.id().kind().words();
  }

  /** {@code view_totals}. */
  static String name(SchemaObject object) {
    return object.id().kind().words() + "_" + object.id().name();
  }

  static boolean isMain(SchemaObject object) {
    return !SIDE.contains(object.id().kind());
  }
}
