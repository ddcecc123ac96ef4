package dev.varve.processor.queries;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.varve.processor.read.JavaType;
import dev.varve.processor.read.JavaType.Composite.Part;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The type of a record that is a composite type.
 *
 * <pre>{@code
 * Composites.<Address>of("address", v -> new Address(v.get(0), v.find(1)),
 *     Composites.part(Type.STRING, Address::street),
 *     Composites.optional(Type.STRING, Address::zip))
 * }</pre>
 */
final class CompositeExpression {
  private static final ClassName COMPOSITES =
      ClassName.get("dev.varve.runtime.query", "Composites");

  private CompositeExpression() {}

  static CodeBlock of(JavaType.Composite composite, String sqlName) {
    TypeName record = TypeName.get(composite.mirror());
    List<Part> parts = composite.parts();
    CodeBlock arguments = IntStream.range(0, parts.size())
        .mapToObj(i -> CodeBlock.of("v.$L($L)", getter(parts.get(i)), i))
        .collect(CodeBlock.joining(", "));
    CodeBlock.Builder expression = CodeBlock.builder()
        .add("$T.<$T>of($S, v -> new $T($L)", COMPOSITES, record, sqlName, record, arguments);
    for (Part part : parts) {
      expression.add(
          ",\n$T.$L($L, $T::$L)",
          COMPOSITES,
          kind(part),
          TypeExpression.of(part.java(), part.column()),
          record,
          part.accessor());
    }
    return expression.add(")").build();
  }

  private static String getter(Part part) {
    return part.java().optional() ? "find" : part.nullable() ? "getOrNull" : "get";
  }

  private static String kind(Part part) {
    return part.java().optional() ? "optional" : part.nullable() ? "nullable" : "part";
  }
}
