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
 * public final class UserPatch extends TablePatch<UserTable, UserPatch> {
 *   public static UserPatch of() {
 *     return new UserPatch(nothing(9));
 *   }
 *
 *   protected UserPatch copy(Object[] values) {
 *     return new UserPatch(values);
 *   }
 *
 *   public UserPatch displayName(String displayName) {
 *     return set(2, displayName);
 *   }
 *
 *   public UserPatch displayNameNull() {
 *     return setNull(2, 1);
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
        .superclass(ParameterizedTypeName.get(RuntimeClasses.TABLE_PATCH, table, name))
        .addMethod(MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Object[].class, "values")
            .addStatement("super(values)")
            .build())
        .addMethod(MethodSpec.methodBuilder("of")
            .addJavadoc("Changes nothing yet.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(name)
            .addStatement("return new $T(nothing($L))", name, columns.size())
            .build())
        .addMethod(MethodSpec.methodBuilder("copy")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .addParameter(Object[].class, "values")
            .returns(name)
            .addStatement("return new $T(values)", name)
            .build());
    for (int i = 0; i < columns.size(); i++) {
      ColumnKind column = columns.get(i);
      if (!column.readOnly() && !column.source().version()) {
        type.addMethod(with(i, column));
        if (column.nullable()) {
          type.addMethod(withNull(column.component(), i, 1));
        }
      }
    }
    int index = 0;
    for (Member member : source.members()) {
      if (member instanceof Member.Embedded embedded) {
        type.addMethod(with(index, embedded));
        if (EmbeddedValues.isOptional(embedded)) {
          type.addMethod(withNull(index, embedded));
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

  private MethodSpec with(int first, Member.Embedded embedded) {
    return EmbeddedValues.with(name, embedded)
        .addStatement(
            "return setAll($L, new $T[] {$L})", first, Object.class, EmbeddedValues.of(embedded))
        .build();
  }

  /** The method that sets all of its columns to NULL. */
  private MethodSpec withNull(int first, Member.Embedded embedded) {
    return withNull(
        embedded.component(), first, Member.columns(embedded.members()).size());
  }

  private MethodSpec withNull(String component, int first, int columns) {
    return MethodSpec.methodBuilder(component + "Null")
        .addModifiers(Modifier.PUBLIC)
        .returns(name)
        .addStatement("return setNull($L, $L)", first, columns)
        .build();
  }

  private MethodSpec with(int index, ColumnKind column) {
    return MethodSpec.methodBuilder(column.component())
        .addModifiers(Modifier.PUBLIC)
        .addParameter(column.parameter(), column.component())
        .returns(name)
        .addStatement("return set($L, $L)", index, column.component())
        .build();
  }
}
