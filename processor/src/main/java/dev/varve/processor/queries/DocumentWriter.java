package dev.varve.processor.queries;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Writes {@code PrefsJson}:
 *
 * <pre>{@code
 * public final class PrefsJson implements JsonCodec<Prefs> {
 *   public static final PrefsJson CODEC = new PrefsJson();
 *
 *   private static final JsonCodec<Optional<String>> VOICE = JsonCodecs.optional(JsonCodecs.STRING);
 *
 *   public Json write(Prefs value) {
 *     Json.ObjectBuilder object = Json.object();
 *     JsonCodecs.put(object, "theme", JsonCodecs.STRING, value.theme());
 *     …
 *   }
 *
 *   public Prefs read(Json json) {
 *     return new Prefs(JsonCodecs.get(json, "theme", JsonCodecs.STRING), …);
 *   }
 * }
 * }</pre>
 */
public final class DocumentWriter {
  private static final String CODEC = "CODEC";

  private final TypeElement record;
  private final TypeName type;
  private final ClassName name;
  private final List<Member> members = new ArrayList<>();

  /** A component, and the expression of its codec. */
  private record Member(Component component, CodeBlock codec, Optional<FieldSpec> constant) {}

  private DocumentWriter(TypeElement record) {
    this.record = record;
    this.type = TypeName.get(record.asType());
    this.name = GeneratedNames.of(record, "Json");
    Set<String> taken = new HashSet<>(Set.of(CODEC));
    for (Component component : Component.of(record)) {
      members.add(member(component, taken));
    }
  }

  public static JavaFile write(TypeElement record) {
    return new DocumentWriter(record).file();
  }

  private static Member member(Component component, Set<String> taken) {
    boolean optional = component.optional() || component.nullable();
    CodeBlock codec = Documents.codec(component.type());
    if (!optional && !Documents.isComposed(component.type())) {
      return new Member(component, codec, Optional.empty());
    }
    TypeName value = TypeName.get(component.type());
    TypeName boxed = value.isPrimitive() ? value.box() : value;
    TypeName carried =
        optional ? ParameterizedTypeName.get(ClassName.get(Optional.class), boxed) : boxed;
    String constant =
        GeneratedNames.free(GeneratedNames.constantOf(component.name()), "_CODEC", taken);
    FieldSpec field = FieldSpec.builder(
            ParameterizedTypeName.get(RuntimeClasses.JSON_CODEC, carried),
            constant,
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer(
            optional ? CodeBlock.of("$T.optional($L)", RuntimeClasses.JSON_CODECS, codec) : codec)
        .build();
    return new Member(component, CodeBlock.of("$N", field), Optional.of(field));
  }

  private JavaFile file() {
    TypeSpec.Builder spec = TypeSpec.classBuilder(name)
        .addOriginatingElement(record)
        .addModifiers(GeneratedNames.modifiers(record))
        .addJavadoc("{@link $T} as JSON.\n", type)
        .addSuperinterface(ParameterizedTypeName.get(RuntimeClasses.JSON_CODEC, type))
        .addField(FieldSpec.builder(name, CODEC, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .initializer("new $T()", name)
            .build());
    for (Member member : members) {
      member.constant().ifPresent(spec::addField);
    }
    spec.addMethod(
            MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethod(writeMethod())
        .addMethod(readMethod());
    return JavaFile.builder(name.packageName(), spec.build())
        .skipJavaLangImports(true)
        .build();
  }

  private MethodSpec writeMethod() {
    MethodSpec.Builder write = MethodSpec.methodBuilder("write")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(type, "value")
        .returns(RuntimeClasses.JSON)
        .addStatement(
            "$T object = $T.object()", RuntimeClasses.OBJECT_BUILDER, RuntimeClasses.JSON);
    for (Member member : members) {
      CodeBlock value = CodeBlock.of("value.$L()", member.component().name());
      write.addStatement(
          "$T.put(object, $S, $L, $L)",
          RuntimeClasses.JSON_CODECS,
          member.component().name(),
          member.codec(),
          member.component().nullable()
              ? CodeBlock.of("$T.ofNullable($L)", Optional.class, value)
              : value);
    }
    return write.addStatement("return object.build()").build();
  }

  private MethodSpec readMethod() {
    CodeBlock.Builder values = CodeBlock.builder();
    String separator = "\n";
    for (Member member : members) {
      values.add(separator);
      separator = ",\n";
      values.add(
          "$T.get(json, $S, $L)$L",
          RuntimeClasses.JSON_CODECS,
          member.component().name(),
          member.codec(),
          member.component().nullable() ? ".orElse(null)" : "");
    }
    return MethodSpec.methodBuilder("read")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(RuntimeClasses.JSON, "json")
        .returns(type)
        .addStatement("return new $T($L)", type, values.build())
        .build();
  }
}
