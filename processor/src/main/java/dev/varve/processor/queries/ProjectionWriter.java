package dev.varve.processor.queries;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Writes {@code LineProjection}:
 *
 * <pre>{@code
 * public final class LineProjection extends Projection<Line> {
 *   public static EmailStep project() {
 *     return email -> title -> new LineProjection(email, title);
 *   }
 *
 *   public Line read(RowReader row, int at) throws SQLException {
 *     return new Line(row.getString(at), Optional.ofNullable(row.getStringOrNull(at + 1)));
 *   }
 *
 *   public interface EmailStep {
 *     TitleStep email(Expression<String> email);
 *   }
 *
 *   public interface TitleStep {
 *     LineProjection title(Operand<String, ?> title);
 *   }
 * }
 * }</pre>
 *
 * <p>A component that is itself a table's record or a projection takes the whole of it; an Optional
 * of one takes the outer side of a join.
 */
public final class ProjectionWriter {
  private static final Set<String> WHOLE =
      Set.of("jakarta.persistence.Table", "dev.varve.annotations.Projection");

  private final TypeElement record;
  private final TypeName type;
  private final ClassName name;
  private final List<Part> parts = new ArrayList<>();

  /**
   * A component.
   *
   * @param getter empty if the selection itself reads it, and so must be kept
   * @param whole it may take more than one column
   */
  private record Part(
      Component component,
      TypeName selection,
      ClassName step,
      Optional<String> getter,
      boolean whole) {}

  private ProjectionWriter(TypeElement record) {
    this.record = record;
    this.type = TypeName.get(record.asType());
    this.name = GeneratedNames.of(record, "Projection");
    Set<String> taken = new HashSet<>();
    for (Component component : Component.of(record)) {
      parts.add(part(component, taken));
    }
  }

  public static JavaFile write(TypeElement record) {
    return new ProjectionWriter(record).file();
  }

  private Part part(Component component, Set<String> taken) {
    String step =
        GeneratedNames.free(GeneratedNames.capitalized(component.name()) + "Step", "_", taken);
    boolean whole = isWhole(component.type());
    Optional<String> getter =
        whole ? Optional.empty() : Getters.kindOf(component.type()).flatMap(Getters::of);
    return new Part(component, selection(component, whole), name.nestedClass(step), getter, whole);
  }

  private static TypeName selection(Component component, boolean whole) {
    TypeName value = TypeName.get(component.type());
    TypeName boxed = value.isPrimitive() ? value.box() : value;
    if (whole) {
      TypeName selected = component.optional() || component.nullable()
          ? ParameterizedTypeName.get(ClassName.get(Optional.class), boxed)
          : boxed;
      return ParameterizedTypeName.get(RuntimeClasses.SELECTION, selected);
    }
    return component.optional() || component.nullable()
        ? ParameterizedTypeName.get(
            RuntimeClasses.OPERAND, boxed, WildcardTypeName.subtypeOf(Object.class))
        : ParameterizedTypeName.get(RuntimeClasses.EXPRESSION, boxed);
  }

  private static boolean isWhole(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)) {
      return false;
    }
    Element element = declared.asElement();
    return element.getAnnotationMirrors().stream()
        .map(mirror -> (TypeElement) mirror.getAnnotationType().asElement())
        .anyMatch(annotation -> WHOLE.contains(annotation.getQualifiedName().toString()));
  }

  private JavaFile file() {
    TypeSpec.Builder spec = TypeSpec.classBuilder(name)
        .addOriginatingElement(record)
        .addModifiers(GeneratedNames.modifiers(record))
        .addJavadoc("Selects a {@link $T}, each component from an expression.\n", type)
        .superclass(ParameterizedTypeName.get(RuntimeClasses.PROJECTION, type));
    for (Part part : parts) {
      if (part.getter().isEmpty()) {
        spec.addField(part.selection(), part.component().name(), Modifier.PRIVATE, Modifier.FINAL);
      }
    }
    spec.addMethod(constructor()).addMethod(project()).addMethod(read());
    for (int i = 0; i < parts.size(); i++) {
      spec.addType(step(i));
    }
    return JavaFile.builder(name.packageName(), spec.build())
        .skipJavaLangImports(true)
        .build();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
    List<String> names = new ArrayList<>();
    for (Part part : parts) {
      constructor.addParameter(part.selection(), part.component().name());
      names.add(part.component().name());
    }
    constructor.addStatement("super($L)", String.join(", ", names));
    for (Part part : parts) {
      if (part.getter().isEmpty()) {
        constructor.addStatement("this.$1L = $1L", part.component().name());
      }
    }
    return constructor.build();
  }

  private MethodSpec project() {
    List<String> names = parts.stream().map(part -> part.component().name()).toList();
    CodeBlock.Builder lambdas = CodeBlock.builder();
    names.forEach(component -> lambdas.add("$L -> ", component));
    return MethodSpec.methodBuilder("project")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(parts.isEmpty() ? name : parts.get(0).step())
        .addStatement("return $Lnew $T($L)", lambdas.build(), name, String.join(", ", names))
        .build();
  }

  private MethodSpec read() {
    CodeBlock.Builder values = CodeBlock.builder();
    boolean shifted = false;
    for (int i = 0; i < parts.size(); i++) {
      String at = shifted ? "at + offset(" + i + ")" : Getters.at(i);
      values.add(i == 0 ? "\n" : ",\n").add(read(parts.get(i), at));
      shifted |= parts.get(i).whole();
    }
    return MethodSpec.methodBuilder("read")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(RuntimeClasses.ROW_READER, "row")
        .addParameter(int.class, "at")
        .addException(RuntimeClasses.SQL_EXCEPTION)
        .returns(type)
        .addStatement("return new $T($L)", type, values.build())
        .build();
  }

  private static CodeBlock read(Part part, String at) {
    Component component = part.component();
    if (part.getter().isPresent()) {
      return Getters.read(part.getter().get(), component.optional(), component.nullable(), at);
    }
    String field = Getters.field(component.name());
    if (part.whole()) {
      return CodeBlock.of(
          "$L.read(row, $L)$L", field, at, component.nullable() ? ".orElse(null)" : "");
    }
    if (component.optional() || component.nullable()) {
      return CodeBlock.of(
          "$L.readOptional(row, $L)$L", field, at, component.nullable() ? ".orElse(null)" : "");
    }
    return CodeBlock.of("$L.read(row, $L)", field, at);
  }

  private TypeSpec step(int index) {
    Part part = parts.get(index);
    boolean last = index == parts.size() - 1;
    return TypeSpec.interfaceBuilder(part.step())
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addMethod(MethodSpec.methodBuilder(part.component().name())
            .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
            .addParameter(part.selection(), part.component().name())
            .returns(last ? name : parts.get(index + 1).step())
            .build())
        .build();
  }
}
