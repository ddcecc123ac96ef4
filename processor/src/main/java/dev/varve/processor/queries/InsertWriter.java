package dev.varve.processor.queries;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.varve.processor.read.Member;
import dev.varve.processor.read.TableSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code UserInsert}:
 *
 * <pre>{@code
 * public final class UserInsert extends NewRow<UserTable> {
 *   public static UserInsert of(String email) {
 *     return new UserInsert(new Object[] {DEFAULT, email, null});
 *   }
 *
 *   public UserInsert displayName(String displayName) {
 *     return new UserInsert(with(2, displayName));
 *   }
 * }
 * }</pre>
 *
 * <p>What has a default starts as {@code DEFAULT}, what else takes NULL as null: so rows differ in
 * shape only by the defaults that they use.
 */
public final class InsertWriter {
  private final TableSource source;
  private final List<ColumnKind> columns;
  private final ClassName name;

  private InsertWriter(TableSource source) {
    this.source = source;
    this.columns = source.columns().stream().map(ColumnKind::new).toList();
    this.name = GeneratedNames.of(source.type(), "Insert");
  }

  public static JavaFile write(TableSource source) {
    return new InsertWriter(source).file();
  }

  private JavaFile file() {
    ClassName table = GeneratedNames.of(source.type(), "Table");
    TypeSpec.Builder type = TypeSpec.classBuilder(name)
        .addOriginatingElement(source.type())
        .addModifiers(GeneratedNames.modifiers(source.type()))
        .addJavadoc(
            "A new row of {@code $L}. What is not given is left to its default, or is NULL.\n",
            source.table().name())
        .superclass(ParameterizedTypeName.get(RuntimeClasses.NEW_ROW, table))
        .addMethod(MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Object[].class, "values")
            .addStatement("super(values)")
            .build())
        .addMethod(of());
    int index = 0;
    for (Member member : source.members()) {
      if (member instanceof Member.Embedded embedded) {
        if (EmbeddedValues.isOptional(embedded)) {
          type.addMethod(EmbeddedValues.with(name, embedded)
              .addStatement(
                  "return new $T(withAll($L, new $T[] {$L}))",
                  name,
                  index,
                  Object.class,
                  EmbeddedValues.of(embedded))
              .build());
        }
        index += Member.columns(embedded.members()).size();
      } else {
        ColumnKind column = columns.get(index);
        if (!isRequired(column) && !column.readOnly()) {
          type.addMethod(with(index, column));
        }
        index++;
      }
    }
    return JavaFile.builder(name.packageName(), type.build())
        .skipJavaLangImports(true)
        .build();
  }

  private static boolean isRequired(ColumnKind column) {
    return !column.hasDefault() && !column.nullable() && !column.source().version();
  }

  private MethodSpec of() {
    MethodSpec.Builder of = MethodSpec.methodBuilder("of")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(name);
    boolean hidden = columns.stream().anyMatch(column -> column.component().equals("DEFAULT"));
    CodeBlock none =
        hidden ? CodeBlock.of("$T.DEFAULT", RuntimeClasses.NEW_ROW) : CodeBlock.of("DEFAULT");
    CodeBlock.Builder values = CodeBlock.builder();
    String separator = "";
    int index = 0;
    for (Member member : source.members()) {
      values.add(separator);
      separator = ",$W";
      if (member instanceof Member.Embedded embedded) {
        int count = Member.columns(embedded.members()).size();
        if (EmbeddedValues.isOptional(embedded)) {
          values.add(String.join(",$W", Collections.nCopies(count, "null")));
        } else {
          of.addParameter(TypeName.get(embedded.mirror()), embedded.component());
          values.add(EmbeddedValues.of(embedded));
        }
        index += count;
        continue;
      }
      ColumnKind column = columns.get(index++);
      if (isRequired(column)) {
        of.addParameter(column.parameter(), column.component());
        values.add("$L", column.component());
      } else {
        values.add(column.hasDefault() || column.source().version() ? none : CodeBlock.of("null"));
      }
    }
    return of.addStatement("return new $T(new $T[] {$L})", name, Object.class, values.build())
        .build();
  }

  private MethodSpec with(int index, ColumnKind column) {
    // The factory may have the signature of a method that is named by a component "of".
    Set<String> taken = new HashSet<>(Set.of("of"));
    columns.stream().map(ColumnKind::component).filter(c -> !c.equals("of")).forEach(taken::add);
    String method = column.component().equals("of")
        ? GeneratedNames.free("of", "Value", taken)
        : column.component();
    return MethodSpec.methodBuilder(method)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(column.parameter(), column.component())
        .returns(name)
        .addStatement("return new $T(with($L, $L))", name, index, column.component())
        .build();
  }
}
