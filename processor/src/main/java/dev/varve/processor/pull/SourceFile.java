package dev.varve.processor.pull;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.varve.processor.read.Naming;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A source as the compiler's parser sees it: where its annotations, components and imports are. */
final class SourceFile {
  private static final List<String> OURS =
      List.of("dev.varve.annotations.", "jakarta.persistence.");
  private static final Pattern NAME = Pattern.compile("\\bname\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern SCHEMA =
      Pattern.compile("\\bschema\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** A stretch of the text. */
  record Part(int from, int to, String text) {
    /** Without what the layout of a source may change. */
    String plain() {
      return text.replaceAll("\\s+", " ")
          .replace("( ", "(")
          .replace(" )", ")")
          .replace("{ ", "{")
          .replace(" }", "}")
          .replaceAll("\\b(dev\\.varve\\.annotations|jakarta\\.persistence)\\.", "");
    }
  }

  /** An annotation; {@code type} is its full name. */
  record Noted(String type, Part part) {
    boolean isOurs() {
      return OURS.stream().anyMatch(type::startsWith);
    }

    String simple() {
      return type.substring(type.lastIndexOf('.') + 1);
    }
  }

  /** A component of a record, or a constant of an enum. */
  record Member(String name, Part whole, Part type, List<Noted> annotations) {
    Optional<Noted> annotation(String full) {
      return annotations.stream().filter(noted -> noted.type().equals(full)).findFirst();
    }

    /** The name that its column has. */
    String column() {
      return annotation(Components.JAKARTA + "Column")
          .flatMap(noted -> member(NAME, noted.part().text()))
          .orElseGet(() -> Naming.words(name));
    }
  }

  private final String text;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final Map<String, String> imports = new LinkedHashMap<>();

  private SourceFile(String text, CompilationUnitTree unit, SourcePositions positions) {
    this.text = text;
    this.unit = unit;
    this.positions = positions;
    for (ImportTree imported : unit.getImports()) {
      String name = imported.getQualifiedIdentifier().toString();
      imports.put(name.endsWith("*") ? name : name.substring(name.lastIndexOf('.') + 1), name);
    }
  }

  static SourceFile parse(String text) {
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("source:///Source.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(file));
    try {
      return new SourceFile(
          text, task.parse().iterator().next(), Trees.instance(task).getSourcePositions());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return text;
  }

  /** The imported types, by their simple names. */
  Map<String, String> imports() {
    return imports;
  }

  /** Where another import goes. */
  int afterImports() {
    List<? extends ImportTree> all = unit.getImports();
    if (!all.isEmpty()) {
      return part(all.get(all.size() - 1)).to();
    }
    return unit.getPackage() == null ? 0 : part(unit.getPackage()).to();
  }

  /** The imports of types, in order. */
  List<Noted> importLines() {
    return unit.getImports().stream()
        .filter(imported -> !imported.isStatic())
        .map(imported -> new Noted(imported.getQualifiedIdentifier().toString(), part(imported)))
        .toList();
  }

  Optional<String> packageName() {
    return Optional.ofNullable(unit.getPackageName()).map(Object::toString);
  }

  /** The record or the enum that the file is for. */
  Optional<ClassTree> type() {
    return unit.getTypeDecls().stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast)
        .filter(type -> type.getKind() == Tree.Kind.RECORD || type.getKind() == Tree.Kind.ENUM)
        .findFirst();
  }

  boolean isEnum() {
    return type().filter(type -> type.getKind() == Tree.Kind.ENUM).isPresent();
  }

  /** Where the type's own declaration begins, its annotations included. */
  int start() {
    return type()
        .map(type -> part(type).from())
        .orElseGet(() -> unit.getPackage() == null ? 0 : part(unit.getPackage()).from());
  }

  /** The annotations of the type, or of a package-info those of the package. */
  List<Noted> annotations() {
    return type()
        .map(type -> annotations(type.getModifiers()))
        .orElseGet(() -> noted(unit.getPackageAnnotations()));
  }

  List<Member> members() {
    List<Member> members = new ArrayList<>();
    type().ifPresent(type -> {
      for (Tree member : type.getMembers()) {
        if (member instanceof VariableTree variable && isMember(variable)) {
          Part whole = part(variable);
          Part of = variable.getType() == null ? whole : part(variable.getType());
          members.add(new Member(
              variable.getName().toString(), whole, of, annotations(variable.getModifiers())));
        }
      }
    });
    return members;
  }

  /** A component, or a constant: it stands before the body's methods and fields. */
  private boolean isMember(VariableTree variable) {
    return isEnum()
        ? variable.toString().startsWith("/*public static final*/")
        : !variable.getModifiers().getFlags().contains(Modifier.STATIC);
  }

  private List<Noted> annotations(ModifiersTree modifiers) {
    return noted(modifiers.getAnnotations());
  }

  private List<Noted> noted(List<? extends AnnotationTree> annotations) {
    List<Noted> noted = new ArrayList<>();
    for (AnnotationTree annotation : annotations) {
      String name = annotation.getAnnotationType().toString();
      noted.add(new Noted(full(name), part(annotation)));
    }
    return noted;
  }

  private String full(String name) {
    String imported = imports.get(name);
    if (imported != null) {
      return imported;
    }
    boolean all = !name.contains(".");
    for (String prefix : OURS) {
      if (all && imports.containsValue(prefix + "*")) {
        return prefix + name;
      }
    }
    return name;
  }

  private Part part(Tree tree) {
    int from = (int) positions.getStartPosition(unit, tree);
    int to = (int) positions.getEndPosition(unit, tree);
    return new Part(from, to, from < 0 || to < from ? "" : text.substring(from, to));
  }

  /** The name in the database that an annotation of the type gives it. */
  record Stated(Optional<String> schema, String own) {
    boolean isValid() {
      return Name.isValid(own) && schema.map(Name::isValid).orElse(true);
    }

    QualifiedName name() {
      return new QualifiedName(schema.map(Name::new), new Name(own));
    }
  }

  /** Empty if the annotation is not there. */
  Optional<Stated> stated(String annotation) {
    return annotations().stream()
        .filter(noted -> noted.type().equals(annotation))
        .findFirst()
        .map(noted -> new Stated(
            member(SCHEMA, noted.part().text()),
            member(NAME, noted.part().text())
                .orElseGet(
                    () -> Naming.words(type().orElseThrow().getSimpleName().toString()))));
  }

  private static Optional<String> member(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? Optional.of(matcher.group(1).replace("\\\"", "\"").replace("\\\\", "\\"))
        : Optional.empty();
  }
}
