package dev.varve.processor.queries;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Records and enums of a schema as it was at a place in the history, for the migration in Java there.
 * They say what queries need to know: names, types, keys, and what has a default.
 *
 * <pre>{@code
 * @AsOf("20261121101500")
 * @Table(name = "decks")
 * public record Deck(
 *     @Id @Column(name = "id") long id,
 *     @Column(name = "title") String title,
 *     @Column(name = "slug") Optional<String> slug) {}
 * }</pre>
 */
public final class RecordsAsOf {
  private static final String OURS = "dev.varve.annotations";
  private static final String JAKARTA = "jakarta.persistence";

  private static final ClassName TEXT = ClassName.get(String.class);

  private static final Map<Scalar, TypeName> NATURAL = Map.ofEntries(
      Map.entry(Scalar.BOOLEAN, TypeName.BOOLEAN),
      Map.entry(Scalar.SMALLINT, TypeName.SHORT),
      Map.entry(Scalar.INTEGER, TypeName.INT),
      Map.entry(Scalar.BIGINT, TypeName.LONG),
      Map.entry(Scalar.REAL, TypeName.FLOAT),
      Map.entry(Scalar.DOUBLE_PRECISION, TypeName.DOUBLE),
      Map.entry(Scalar.NUMERIC, ClassName.get("java.math", "BigDecimal")),
      Map.entry(Scalar.TEXT, ClassName.get(String.class)),
      Map.entry(Scalar.UUID, ClassName.get("java.util", "UUID")),
      Map.entry(Scalar.BYTEA, ArrayTypeName.of(TypeName.BYTE)),
      Map.entry(Scalar.DATE, ClassName.get("java.time", "LocalDate")),
      Map.entry(Scalar.TIME, ClassName.get("java.time", "LocalTime")),
      Map.entry(Scalar.TIMETZ, ClassName.get("java.time", "OffsetTime")),
      Map.entry(Scalar.TIMESTAMP, ClassName.get("java.time", "LocalDateTime")),
      Map.entry(Scalar.TIMESTAMPTZ, ClassName.get("java.time", "Instant")),
      Map.entry(Scalar.INTERVAL, value("Interval")),
      Map.entry(Scalar.INET, value("Inet")),
      Map.entry(Scalar.CIDR, value("Cidr")),
      Map.entry(Scalar.MACADDR, value("MacAddress")),
      Map.entry(Scalar.MACADDR8, value("MacAddress8")),
      Map.entry(Scalar.VARBIT, value("BitString")),
      Map.entry(Scalar.POINT, value("Point")),
      Map.entry(Scalar.LINE, value("Line")),
      Map.entry(Scalar.LSEG, value("LineSegment")),
      Map.entry(Scalar.BOX, value("Box")),
      Map.entry(Scalar.PATH, value("Path")),
      Map.entry(Scalar.POLYGON, value("Polygon")),
      Map.entry(Scalar.CIRCLE, value("Circle")),
      Map.entry(Scalar.TSVECTOR, value("TsVector")),
      Map.entry(Scalar.JSONB, ClassName.get("dev.varve.runtime.json", "Json")));

  private final Schema schema;
  private final String version;
  private final String packageName;
  private final TypeElement migration;
  private final Set<String> taken = new HashSet<>();
  private final Map<QualifiedName, ClassName> enums = new HashMap<>();

  /**
   * @param schema what was there
   * @param version of the migration
   * @param packageName where the records go
   * @param migration the class that they are for
   */
  public RecordsAsOf(Schema schema, String version, String packageName, TypeElement migration) {
    this.schema = schema;
    this.version = version;
    this.packageName = packageName;
    this.migration = migration;
  }

  public List<JavaFile> files() {
    List<JavaFile> files = new ArrayList<>();
    for (EnumType type : schema.enums()) {
      ClassName name = className(type.type(), type.name());
      enums.put(type.name(), name);
      files.add(file(enumType(type, name)));
    }
    for (Table table : schema.tables()) {
      files.add(file(record(table, className(table.type(), table.name()))));
    }
    return files;
  }

  private JavaFile file(TypeSpec type) {
    return JavaFile.builder(packageName, type).skipJavaLangImports(true).build();
  }

  /** As the class was called that stood for it; after its name in the database if that is taken. */
  private ClassName className(String type, QualifiedName name) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    if (simple.isEmpty() || !taken.add(simple)) {
      simple = camel(name.schema().map(s -> s + "_").orElse("") + name.name(), true);
      while (!taken.add(simple)) {
        simple += "_";
      }
    }
    return ClassName.get(packageName, simple);
  }

  private TypeSpec enumType(EnumType type, ClassName name) {
    TypeSpec.Builder builder = TypeSpec.enumBuilder(name)
        .addOriginatingElement(migration)
        .addJavadoc("The enum {@code $L} before migration $L.\n", type.name(), version)
        .addModifiers(Modifier.PUBLIC);
    type.values().forEach(builder::addEnumConstant);
    return builder.build();
  }

  private TypeSpec record(Table table, ClassName name) {
    List<Name> key = table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
    Set<String> names = new HashSet<>();
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    for (Column column : table.columns()) {
      String component = camel(column.name().value(), false);
      while (!SourceVersion.isName(component) || !names.add(component)) {
        component += "_";
      }
      components.addParameter(component(column, component, key.contains(column.name())));
    }
    AnnotationSpec.Builder head = AnnotationSpec.builder(ClassName.get(JAKARTA, "Table"))
        .addMember("name", "$S", table.name().name().value());
    table.name().schema().ifPresent(s -> head.addMember("schema", "$S", s.value()));
    return TypeSpec.recordBuilder(name)
        .addOriginatingElement(migration)
        .addJavadoc("A row of {@code $L} before migration $L.\n", table.name(), version)
        .addAnnotation(AnnotationSpec.builder(ClassName.get(OURS, "AsOf"))
            .addMember("value", "$S", version)
            .build())
        .addAnnotation(head.build())
        .addModifiers(Modifier.PUBLIC)
        .recordConstructor(components.build())
        .build();
  }

  private ParameterSpec component(Column column, String component, boolean key) {
    ColumnType type = column.type();
    TypeName java = java(type);
    ParameterSpec.Builder builder = ParameterSpec.builder(
        column.nullable()
            ? ParameterizedTypeName.get(ClassName.get(Optional.class), java.box())
            : java,
        component);
    if (key) {
      builder.addAnnotation(ClassName.get(JAKARTA, "Id"));
    }
    AnnotationSpec.Builder stated = AnnotationSpec.builder(ClassName.get(JAKARTA, "Column"))
        .addMember("name", "$S", column.name().value());
    if (!isNatural(type)) {
      stated.addMember("columnDefinition", "$S", type.sql());
    }
    builder.addAnnotation(stated.build());
    value(column.defaultValue()).ifPresent(builder::addAnnotation);
    return builder.build();
  }

  /** That the server has a value, so that an insert may leave it out, or must. */
  private static Optional<AnnotationSpec> value(Default value) {
    if (value instanceof Default.Expression expression) {
      return Optional.of(
          ours("Default").addMember("value", "$S", expression.sql()).build());
    } else if (value instanceof Default.Generated generated) {
      return Optional.of(
          ours("Generated").addMember("value", "$S", generated.expression()).build());
    } else if (value instanceof Default.Identity) {
      return Optional.of(ours("Identity").build());
    } else if (value instanceof Default.Serial) {
      return Optional.of(ours("Serial").build());
    }
    return Optional.empty();
  }

  private static AnnotationSpec.Builder ours(String name) {
    return AnnotationSpec.builder(ClassName.get(OURS, name));
  }

  private static ClassName value(String name) {
    return ClassName.get("dev.varve.runtime.value", name);
  }

  /** A Java type that holds all values; what has none travels as text. */
  private TypeName java(ColumnType type) {
    if (type instanceof ColumnType.ArrayOf array) {
      return ParameterizedTypeName.get(
          ClassName.get(List.class), java(array.element()).box());
    } else if (type instanceof ColumnType.Enumerated enumerated) {
      return enums.getOrDefault(enumerated.type(), TEXT);
    } else if (type instanceof ColumnType.Numeric) {
      return java(Scalar.NUMERIC);
    } else if (type instanceof ColumnType.Interval) {
      return java(Scalar.INTERVAL);
    } else if (type instanceof ColumnType.Sized sized) {
      return java(sized.kind().unsized());
    }
    return type instanceof Scalar scalar ? NATURAL.getOrDefault(scalar, TEXT) : TEXT;
  }

  /** Whether the Java type has this column type without being told. */
  private boolean isNatural(ColumnType type) {
    return type instanceof ColumnType.ArrayOf array
        ? isNatural(array.element())
        : type instanceof ColumnType.Enumerated enumerated && enums.containsKey(enumerated.type())
            || type instanceof Scalar scalar && NATURAL.containsKey(scalar);
  }

  private static String camel(String name, boolean capital) {
    StringBuilder out = new StringBuilder();
    boolean up = capital;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isJavaIdentifierPart(c) && c != '_') {
        String one = String.valueOf(c);
        out.append(
            up ? one.toUpperCase(Locale.ROOT) : out.isEmpty() ? one.toLowerCase(Locale.ROOT) : one);
        up = false;
      } else {
        up = !out.isEmpty() || capital;
      }
    }
    return out.isEmpty() || !Character.isJavaIdentifierStart(out.charAt(0))
        ? "_" + out
        : out.toString();
  }
}
