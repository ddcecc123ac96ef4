package dev.varve.processor.queries;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.varve.processor.read.ColumnSource;
import dev.varve.processor.read.JavaType;
import dev.varve.processor.read.TableSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The Java types that a document may be made of: the scalar kinds, enums, records without type
 * parameters, {@code List}, {@code Map} by String, {@code Optional}, and {@code Json} itself.
 */
public final class Documents {
  private static final String LIST = "java.util.List";
  private static final String MAP = "java.util.Map";
  private static final String OPTIONAL = "java.util.Optional";

  private Documents() {}

  /** The first part of a document's type that has no place in one, by where it stands. */
  public static Optional<String> unsupportedPart(TypeMirror document) {
    return unsupportedPart(document, "", new TreeMap<>());
  }

  private static Optional<String> unsupportedPart(
      TypeMirror type, String path, Map<String, TypeElement> seen) {
    if (Getters.kindOf(type).isPresent() || isKind(type, ElementKind.ENUM)) {
      return Optional.empty();
    }
    if (isContainer(type)) {
      List<? extends TypeMirror> arguments = Component.arguments(type);
      return unsupportedPart(arguments.get(arguments.size() - 1), path, seen);
    }
    if (!isRecord(type)) {
      return Optional.of(path.isEmpty() ? "the document itself" : path);
    }
    TypeElement record = element(type);
    if (seen.putIfAbsent(record.getQualifiedName().toString(), record) != null) {
      return Optional.empty();
    }
    for (Component component : Component.of(record)) {
      Optional<String> part =
          unsupportedPart(component.type(), record.getSimpleName() + "." + component.name(), seen);
      if (part.isPresent()) {
        return part;
      }
    }
    return Optional.empty();
  }

  /** Every record that a document of these tables holds, at any depth, sorted by name. */
  static Collection<TypeElement> recordsOf(Collection<TableSource> tables) {
    Map<String, TypeElement> records = new TreeMap<>();
    for (TableSource table : tables) {
      for (ColumnSource column : table.columns()) {
        if (column.type().core() instanceof JavaType.Document document) {
          collect(document.mirror(), records);
        }
      }
    }
    return records.values();
  }

  private static void collect(TypeMirror type, Map<String, TypeElement> records) {
    if (isContainer(type)) {
      Component.arguments(type).forEach(argument -> collect(argument, records));
    } else if (isRecord(type)
        && records.putIfAbsent(element(type).getQualifiedName().toString(), element(type))
            == null) {
      Component.of(element(type)).forEach(component -> collect(component.type(), records));
    }
  }

  /** The expression of a codec for the type. */
  static CodeBlock codec(TypeMirror type) {
    Optional<JavaType.Kind> kind = Getters.kindOf(type);
    if (kind.isPresent()) {
      return kind.get() == JavaType.Kind.JSON
          ? CodeBlock.of("$T.JSON", RuntimeClasses.JSON_CODEC)
          : CodeBlock.of("$T.$L", RuntimeClasses.JSON_CODECS, kind.get().name());
    }
    if (isKind(type, ElementKind.ENUM)) {
      return CodeBlock.of("$T.enumOf($T.class)", RuntimeClasses.JSON_CODECS, TypeName.get(type));
    }
    if (isContainer(type)) {
      List<? extends TypeMirror> arguments = Component.arguments(type);
      String method = element(type).getSimpleName().toString().toLowerCase(java.util.Locale.ROOT);
      return CodeBlock.of(
          "$T.$L($L)",
          RuntimeClasses.JSON_CODECS,
          method,
          codec(arguments.get(arguments.size() - 1)));
    }
    return isRecord(type)
        ? CodeBlock.of("$T.CODEC", GeneratedNames.of(element(type), "Json"))
        : CodeBlock.of("$T.unsupported()", RuntimeClasses.JSON_CODECS);
  }

  /** Whether the codec is made by a call, and so is worth a constant of its own. */
  static boolean isComposed(TypeMirror type) {
    return Getters.kindOf(type).isEmpty() && !isRecord(type);
  }

  private static boolean isContainer(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)) {
      return false;
    }
    int arguments = declared.getTypeArguments().size();
    return (arguments == 1 && (Component.isNamed(type, LIST) || Component.isNamed(type, OPTIONAL)))
        || (arguments == 2
            && Component.isNamed(type, MAP)
            && Component.isNamed(declared.getTypeArguments().get(0), "java.lang.String"));
  }

  private static boolean isRecord(TypeMirror type) {
    return isKind(type, ElementKind.RECORD) && element(type).getTypeParameters().isEmpty();
  }

  private static boolean isKind(TypeMirror type, ElementKind kind) {
    return type instanceof DeclaredType declared && declared.asElement().getKind() == kind;
  }

  private static TypeElement element(TypeMirror type) {
    return (TypeElement) ((DeclaredType) type).asElement();
  }
}
