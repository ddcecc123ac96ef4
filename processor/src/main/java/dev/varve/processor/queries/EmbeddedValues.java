package dev.varve.processor.queries;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.varve.processor.read.ColumnSource;
import dev.varve.processor.read.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** An embedded record taken apart into the values of its columns. */
final class EmbeddedValues {
  private EmbeddedValues() {}

  static boolean isOptional(Member.Embedded embedded) {
    return embedded.optional() || embedded.nullable();
  }

  /** {@code address.street(), address.zip().orElse(null)}. */
  static CodeBlock of(Member.Embedded embedded) {
    List<CodeBlock> values = new ArrayList<>();
    add(embedded, CodeBlock.of("$L", embedded.component()), false, values);
    return CodeBlock.join(values, ",$W");
  }

  /** The values of a record that an expression gives, or an expression of an Optional of it. */
  private static void add(
      Member.Embedded record, CodeBlock owner, boolean optional, List<CodeBlock> values) {
    TypeName type = TypeName.get(record.mirror());
    for (Member member : record.members()) {
      if (member instanceof Member.Embedded inner) {
        boolean maybe = inner.optional();
        CodeBlock value = get(owner, optional, type, inner.own(), maybe);
        boolean wrap = !optional && inner.nullable();
        add(
            inner,
            wrap ? CodeBlock.of("$T.ofNullable($L)", Optional.class, value) : value,
            optional || isOptional(inner),
            values);
      } else {
        ColumnSource column = (ColumnSource) member;
        String name = column.field().getSimpleName().toString();
        boolean maybe = column.type().optional();
        CodeBlock value = get(owner, optional, type, name, maybe);
        values.add(optional || maybe ? CodeBlock.of("$L.orElse(null)", value) : value);
      }
    }
  }

  private static CodeBlock get(
      CodeBlock owner, boolean optional, TypeName type, String component, boolean maybe) {
    return optional
        ? CodeBlock.of("$L.$L($T::$L)", owner, maybe ? "flatMap" : "map", type, component)
        : CodeBlock.of("$L.$L()", owner, component);
  }

  /** The method that gives the whole record, without its statement. */
  static MethodSpec.Builder with(ClassName owner, Member.Embedded embedded) {
    return MethodSpec.methodBuilder(embedded.component())
        .addModifiers(Modifier.PUBLIC)
        .addParameter(TypeName.get(embedded.mirror()), embedded.component())
        .returns(owner);
  }
}
