package dev.varve.processor.queries;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.varve.processor.read.Member;
import dev.varve.processor.read.TableSource;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code UserPatch}:
 *
 * <pre>{@code
 * public final class UserPatch extends Patch<UserTable> {
 *   public static UserPatch of() {
 *     return new UserPatch();
 *   }
 *
 *   public UserPatch displayName(String displayName) {
 *     return new UserPatch(with(2, displayName));
 *   }
 *
 *   public UserPatch displayNameNull() {
 *     return new UserPatch(withNull(2));
 *   }
 * }
 * }</pre>
 *
 * <p>An identity column takes no value, nor does a generated one, and a version counts itself: they
 * are left out.
 */
public final class PatchWriter {
  private final TableSource source;
  private final List<ColumnKind> columns;
  private final ClassName name;

  private PatchWriter(TableSource source) {
    this.source = source;
    this.columns = source.columns().stream().map(ColumnKind::new).toList();
    this.name = GeneratedNames.of(source.type(), "Patch");
  }

  public static JavaFile write(TableSource source) {
    return new PatchWriter(source).file();
  }

  private JavaFile file() {
    ClassName table = GeneratedNames.of(source.type(), "Table");
    TypeSpec.Builder type = TypeSpec.classBuilder(name)
        .addOriginatingElement(source.type())
        .addModifiers(GeneratedNames.modifiers(source.type()))
        .addJavadoc("Changes to rows of {@code $L}.\n", source.table().name())
        .superclass(ParameterizedTypeName.get(RuntimeClasses.PATCH, table))
        .addMethod(MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addStatement("super($L)", columns.size())
            .build())
        .addMethod(MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Object[].class, "values")
            .addStatement("super(values)")
            .build())
        .addMethod(MethodSpec.methodBuilder("of")
            .addJavadoc("Changes nothing yet.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(name)
            .addStatement("return new $T()", name)
            .build());
    for (int i = 0; i < columns.size(); i++) {
      ColumnKind column = columns.get(i);
      if (!column.readOnly() && !column.source().version()) {
        type.addMethod(with(i, column));
        if (column.nullable()) {
          type.addMethod(withNull(i, column));
        }
      }
    }
    int index = 0;
    for (Member member : source.members()) {
      if (member instanceof Member.Embedded embedded) {
        type.addMethod(EmbeddedValues.with(name, index, embedded));
        if (EmbeddedValues.isOptional(embedded)) {
          type.addMethod(EmbeddedValues.withNull(name, index, embedded));
        }
        index += Member.columns(embedded.members()).size();
      } else {
        index++;
      }
    }
    return JavaFile.builder(name.packageName(), type.build())
        .skipJavaLangImports(true)
        .build();
  }

  private MethodSpec with(int index, ColumnKind column) {
    return MethodSpec.methodBuilder(column.component())
        .addModifiers(Modifier.PUBLIC)
        .addParameter(column.parameter(), column.component())
        .returns(name)
        .addStatement("return new $T(with($L, $L))", name, index, column.component())
        .build();
  }

  private MethodSpec withNull(int index, ColumnKind column) {
    return MethodSpec.methodBuilder(column.component() + "Null")
        .addModifiers(Modifier.PUBLIC)
        .returns(name)
        .addStatement("return new $T(withNull($L))", name, index)
        .build();
  }
}
