package dev.varve.processor.pull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A source that is being written: its text, its imports, and which part of it says which thing. */
final class JavaSource {
  /**
   * What a stretch of the text is about.
   *
   * @param column of a component its column
   */
  record Span(int from, int to, String thing, Optional<String> column) {
    boolean has(long offset) {
      return from <= offset && offset < to;
    }

    int length() {
      return to - from;
    }
  }

  /**
   * A source.
   *
   * @param type the full name of what it declares; of a package-info the package with that name
   */
  record Written(String type, String text, List<Span> spans) {
    Written {
      spans = List.copyOf(spans);
    }

    /** Its file below the folder of sources. */
    String path() {
      return type.replace('.', '/') + ".java";
    }
  }

  private final String packageName;
  private final Set<String> siblings;
  private final TreeMap<String, String> imports = new TreeMap<>();
  private final Set<String> full = new TreeSet<>();
  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();

  /** @param siblings the simple names of all types of the package */
  JavaSource(String packageName, Set<String> siblings) {
    this.packageName = packageName;
    this.siblings = siblings;
  }

  /** How the source names a type: imported, unless that name is taken. */
  String use(String qualified) {
    int dot = qualified.lastIndexOf('.');
    String simple = qualified.substring(dot + 1);
    String in = qualified.substring(0, Math.max(0, dot));
    if (in.equals(packageName) || in.equals("java.lang")) {
      return simple;
    }
    if (siblings.contains(simple) || full.contains(simple)) {
      return qualified;
    }
    String other = imports.putIfAbsent(simple, qualified);
    return other == null || other.equals(qualified) ? simple : qualified;
  }

  /** The member of a type, such as a constant, by the type's name. */
  String member(String qualified, String member) {
    return use(qualified) + "." + member;
  }

  JavaSource add(String more) {
    text.append(more);
    return this;
  }

  /** Text that says a thing. */
  JavaSource add(String thing, String more) {
    int from = text.length();
    text.append(more);
    spans.add(new Span(from, text.length(), thing, Optional.empty()));
    return this;
  }

  /** What was added since is the component of a column. */
  void mark(String thing, String column, int from) {
    spans.add(new Span(from, text.length(), thing, Optional.of(column)));
  }

  /** What was added since is about the thing. */
  void mark(String thing, int from) {
    spans.add(new Span(from, text.length(), thing, Optional.empty()));
  }

  int length() {
    return text.length();
  }

  private boolean mentions(String simple) {
    for (int at = text.indexOf(simple); at >= 0; at = text.indexOf(simple, at + 1)) {
      int end = at + simple.length();
      boolean starts = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
      boolean ends = end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end));
      if (starts && ends) {
        return true;
      }
    }
    return false;
  }

  /** The whole file; of a package-info the package's declaration comes last. */
  Written finish(String name) {
    // What was asked for and then left unsaid is not imported.
    imports.keySet().removeIf(simple -> !mentions(simple));
    StringBuilder head = new StringBuilder();
    boolean info = name.equals("package-info");
    if (!info) {
      head.append("package ").append(packageName).append(";\n\n");
      imports.values().stream()
          .sorted()
          .forEach(type -> head.append("import ").append(type).append(";\n"));
      head.append(imports.isEmpty() ? "" : "\n");
    }
    StringBuilder all = new StringBuilder(head).append(text);
    if (info) {
      all.append("package ").append(packageName).append(";\n");
      all.append(imports.isEmpty() ? "" : "\n");
      imports.values().stream()
          .sorted()
          .forEach(type -> all.append("import ").append(type).append(";\n"));
    }
    List<Span> moved = spans.stream()
        .map(span -> new Span(
            span.from() + head.length(), span.to() + head.length(), span.thing(), span.column()))
        .toList();
    return new Written(packageName + "." + name, all.toString(), moved);
  }
}
