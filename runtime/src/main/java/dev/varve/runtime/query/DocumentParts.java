package dev.varve.runtime.query;

import java.util.List;

/** How parts of documents are told. */
final class DocumentParts {
  private static final Type<List<String>> TEXTS = Type.STRING.list();

  private DocumentParts() {}

  static Operand<?, ?> path(String... path) {
    return Calls.value(TEXTS, List.of(path));
  }

  static Operand<?, ?> jsonPath(String path) {
    return new Computed<>(Type.STRING, sql -> {
      sql.parameter(Type.STRING, path);
      sql.append("::jsonpath");
    });
  }
}
