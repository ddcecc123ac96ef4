package dev.varve.processor.queries;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.varve.runtime.schema.QualifiedName;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** What generated classes and their members are called. */
final class GeneratedNames {
  private GeneratedNames() {}

  /** In the record's package; of a nested record with the names of those around it in front. */
  static ClassName of(TypeElement type, String suffix) {
    ClassName name = ClassName.get(type);
    return ClassName.get(name.packageName(), String.join("", name.simpleNames()) + suffix);
  }

  /** As visible as the record itself. */
  static Modifier[] modifiers(TypeElement type) {
    return isPublic(type)
        ? new Modifier[] {Modifier.PUBLIC, Modifier.FINAL}
        : new Modifier[] {Modifier.FINAL};
  }

  private static boolean isPublic(TypeElement type) {
    return type.getModifiers().contains(Modifier.PUBLIC)
        && (type.getNestingKind() == NestingKind.TOP_LEVEL
            || (type.getEnclosingElement() instanceof TypeElement outer && isPublic(outer)));
  }

  /** {@code users} to {@code USERS}. */
  static String constant(String name) {
    StringBuilder constant = new StringBuilder();
    for (char c : name.toUpperCase(Locale.ROOT).toCharArray()) {
      constant.append(Character.isJavaIdentifierPart(c) ? c : '_');
    }
    boolean startsWell = Character.isJavaIdentifierStart(constant.charAt(0));
    return constant.length() == 1 && constant.charAt(0) == '_' || !startsWell
        ? "_" + constant
        : constant.toString();
  }

  /** {@code displayName} to {@code DISPLAY_NAME}. */
  static String constantOf(String component) {
    StringBuilder constant = new StringBuilder();
    for (char c : component.toCharArray()) {
      constant.append(Character.isUpperCase(c) ? "_" : "").append(c);
    }
    return constant(constant.toString());
  }

  /** {@code ck} and {@code users_age_check} of {@code users} to {@code ckAge}. */
  static String rule(String prefix, String table, String rule) {
    String own = rule.startsWith(table + "_") ? rule.substring(table.length() + 1) : rule;
    int end = own.lastIndexOf('_');
    boolean usual = end > 0 && Set.of("check", "excl", "idx").contains(own.substring(end + 1));
    StringBuilder name = new StringBuilder(prefix);
    boolean upper = true;
    for (char c : (usual ? own.substring(0, end) : own).toCharArray()) {
      boolean letter = Character.isJavaIdentifierPart(c) && c != '_';
      name.append(letter ? String.valueOf(upper ? Character.toUpperCase(c) : c) : "");
      upper = !letter;
    }
    return name.toString();
  }

  /** {@code authorId, number} to {@code uqAuthorIdNumber}. */
  static String unique(Collection<String> components) {
    return of("uq", components);
  }

  /** {@code authorId} to {@code fkAuthorId}. */
  static String of(String prefix, Collection<String> components) {
    StringBuilder name = new StringBuilder(prefix);
    components.forEach(component -> name.append(capitalized(component)));
    return name.toString();
  }

  static String capitalized(String component) {
    return component.substring(0, 1).toUpperCase(Locale.ROOT) + component.substring(1);
  }

  /** The name, with the suffix as often as it takes to be free; from then on it is taken. */
  static String free(String name, String suffix, Set<String> taken) {
    String free = name;
    while (!taken.add(free)) {
      free += suffix;
    }
    return free;
  }

  /** The name as arguments of a call: its schema, if it has one, and itself. */
  static CodeBlock arguments(QualifiedName name) {
    CodeBlock own = CodeBlock.of("$S", name.name().value());
    return name.schema()
        .map(schema -> CodeBlock.of("$S, $L", schema.value(), own))
        .orElse(own);
  }
}
