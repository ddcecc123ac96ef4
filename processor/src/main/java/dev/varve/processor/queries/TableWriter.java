package dev.varve.processor.queries;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.varve.processor.read.Member;
import dev.varve.processor.read.TableSource;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Index;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code UserTable}:
 *
 * <pre>{@code
 * public final class UserTable extends VersionedTable<UserTable, User, UserInsert, UserPatch, Integer> {
 *   public static final UserTable USERS = new UserTable("users");
 *
 *   public final Column<UserTable, UUID> id = uuid("id");
 *   public final TextColumn<UserTable> email = text("email");
 *   …
 *   public final Key1<UserTable, User, UUID> pk = key("users_pkey", id);
 *
 *   public User read(RowReader row, int at) throws SQLException {
 *     return new User(row.getUuid(at), row.getString(at + 1), …);
 *   }
 *
 *   public static final class Outer extends OuterTable<UserTable, User> {
 *     public final NullableExpression<UUID> id = uuid();
 *     …
 *   }
 * }
 * }</pre>
 *
 * <p>Columns have the plain names of their components. A key whose name a column has taken gets
 * {@code Key} behind it, the constant {@code _TABLE}.
 */
public final class TableWriter {
  /** The runtime has keys of up to so many columns; wider ones have no key object. */
  private static final int WIDEST_KEY = 4;

  private static final String OUTER = "Outer";

  private final TableSource source;
  private final List<ColumnKind> columns;
  private final ClassName name;
  private final TypeName row;
  private final Set<String> taken = new HashSet<>();

  private final boolean view;

  private TableWriter(TableSource source, boolean view) {
    this.view = view;
    this.source = source;
    this.columns = source.columns().stream().map(ColumnKind::new).toList();
    this.name = GeneratedNames.of(source.type(), "Table");
    this.row = TypeName.get(source.type().asType());
    columns.forEach(column -> taken.add(column.component()));
  }

  public static JavaFile write(TableSource source) {
    return new TableWriter(source, false).file();
  }

  /** The same, to be read only. */
  static JavaFile writeView(TableSource source) {
    return new TableWriter(source, true).file();
  }

  private JavaFile file() {
    String constant = GeneratedNames.free(
        GeneratedNames.constant(source.table().name().name().value()), "_TABLE", taken);
    TypeSpec.Builder type = TypeSpec.classBuilder(name)
        .addOriginatingElement(source.type())
        .addModifiers(GeneratedNames.modifiers(source.type()))
        .addJavadoc(
            "The $L {@code $L} of {@link $T}.\n",
            view ? "view" : "table",
            source.table().name(),
            row)
        .superclass(superclass())
        .addField(
            FieldSpec.builder(name, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer("new $T($S)", name, source.table().name().name().value())
                .build());
    for (ColumnKind column : columns) {
      type.addField(field(column.fieldType(name), column.component(), column.initializer()));
    }
    keys().forEach(type::addField);
    type.addMethod(constructor()).addMethod(as()).addMethod(outer()).addMethod(read());
    version().map(this::versionColumn).ifPresent(type::addMethod);
    type.addType(outerClass());
    return JavaFile.builder(name.packageName(), type.build())
        .skipJavaLangImports(true)
        .build();
  }

  private TypeName superclass() {
    if (view) {
      return ParameterizedTypeName.get(RuntimeClasses.VIEW, name, row);
    }
    ClassName insert = GeneratedNames.of(source.type(), "Insert");
    ClassName patch = GeneratedNames.of(source.type(), "Patch");
    return version()
        .map(version -> ParameterizedTypeName.get(
            RuntimeClasses.VERSIONED_TABLE, name, row, insert, patch, version.boxed()))
        .orElseGet(() ->
            ParameterizedTypeName.get(RuntimeClasses.UNVERSIONED_TABLE, name, row, insert, patch));
  }

  /** A version of a type that cannot count has been reported, and is a column like others. */
  private Optional<ColumnKind> version() {
    return columns.stream()
        .filter(column -> column.source().version() && column.isNumber() && !column.nullable())
        .findFirst();
  }

  private static FieldSpec field(TypeName type, String name, CodeBlock initializer) {
    return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.FINAL)
        .initializer(initializer)
        .build();
  }

  private List<FieldSpec> keys() {
    List<FieldSpec> keys = new ArrayList<>();
    source.table().primaryKey().flatMap(key -> key("pk", key)).ifPresent(keys::add);
    for (Constraint.Unique unique : source.table().uniques()) {
      List<String> components =
          columnsOf(unique).stream().map(ColumnKind::component).toList();
      key(GeneratedNames.unique(components), unique).ifPresent(keys::add);
    }
    for (Constraint constraint : source.table().constraints()) {
      rule(constraint).ifPresent(keys::add);
    }
    String table = source.table().name().name().value();
    for (Index index : source.table().indexes()) {
      // Nothing is written to a view, so nothing is refused.
      if (index.unique() && !view) {
        String rule = index.name().value();
        keys.add(rule(GeneratedNames.rule("ux", table, rule), rule));
      }
    }
    return keys;
  }

  /** What an exception can be asked for, and no statement. */
  private Optional<FieldSpec> rule(Constraint constraint) {
    String table = source.table().name().name().value();
    String rule = constraint.name().value();
    if (constraint instanceof Constraint.ForeignKey) {
      List<String> components =
          columnsOf(constraint).stream().map(ColumnKind::component).toList();
      return Optional.of(rule(GeneratedNames.of("fk", components), rule));
    }
    if (constraint instanceof Constraint.Check) {
      return Optional.of(rule(GeneratedNames.rule("ck", table, rule), rule));
    }
    return constraint instanceof Constraint.Exclusion
        ? Optional.of(rule(GeneratedNames.rule("ex", table, rule), rule))
        : Optional.empty();
  }

  private FieldSpec rule(String field, String constraint) {
    return field(
        RuntimeClasses.CONSTRAINT,
        GeneratedNames.free(field, "Rule", taken),
        CodeBlock.of("constraint($S)", constraint));
  }

  private List<ColumnKind> columnsOf(Constraint constraint) {
    return constraint.columns().stream()
        .flatMap(name -> columns.stream().filter(c -> c.source().column().name().equals(name)))
        .toList();
  }

  private Optional<FieldSpec> key(String field, Constraint constraint) {
    if (constraint.columns().size() > WIDEST_KEY) {
      return Optional.of(rule(field, constraint.name().value()));
    }
    List<TypeName> arguments = new ArrayList<>(List.of(name, row));
    CodeBlock.Builder call = CodeBlock.builder().add("key($S", constraint.name().value());
    for (ColumnKind column : columnsOf(constraint)) {
      arguments.add(column.boxed());
      call.add(", $L", column.component());
    }
    TypeName type = ParameterizedTypeName.get(
        RuntimeClasses.key(constraint.columns().size()), arguments.toArray(TypeName[]::new));
    String free = GeneratedNames.free(field, "Key", taken);
    return Optional.of(field(type, free, call.add(")").build()));
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(String.class, "alias")
        .addStatement(
            "super($L, alias)", GeneratedNames.arguments(source.table().name()))
        .build();
  }

  private MethodSpec as() {
    return MethodSpec.methodBuilder("as")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(String.class, "alias")
        .returns(name)
        .addStatement("return new $T(alias)", name)
        .build();
  }

  private MethodSpec outer() {
    return MethodSpec.methodBuilder("outer")
        .addModifiers(Modifier.PUBLIC)
        .returns(name.nestedClass(OUTER))
        .addStatement("return new $T(this)", name.nestedClass(OUTER))
        .build();
  }

  private TypeSpec outerClass() {
    TypeSpec.Builder type = TypeSpec.classBuilder(OUTER)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("The side of a join that may be missing.\n")
        .superclass(ParameterizedTypeName.get(RuntimeClasses.OUTER_TABLE, name, row));
    for (ColumnKind column : columns) {
      type.addField(field(column.outerType(), column.component(), column.outerInitializer()));
    }
    return type.addMethod(MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(name, "table")
            .addStatement("super(table)")
            .build())
        .build();
  }

  private MethodSpec read() {
    CodeBlock values = values(source.members(), new AtomicInteger());
    return MethodSpec.methodBuilder("read")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(RuntimeClasses.ROW_READER, "row")
        .addParameter(int.class, "at")
        .addException(RuntimeClasses.SQL_EXCEPTION)
        .returns(row)
        .addStatement("return new $T($L)", row, values)
        .build();
  }

  /** What the constructor of a record takes; {@code next} is the number of the next column. */
  private CodeBlock values(List<Member> members, AtomicInteger next) {
    CodeBlock.Builder values = CodeBlock.builder();
    String separator = "\n";
    for (Member member : members) {
      values.add(separator);
      separator = ",\n";
      if (member instanceof Member.Embedded embedded) {
        values.add(embedded(embedded, next));
      } else {
        int index = next.getAndIncrement();
        values.add(columns.get(index).read(Getters.at(index)));
      }
    }
    return values.build();
  }

  private CodeBlock embedded(Member.Embedded embedded, AtomicInteger next) {
    int first = next.get();
    CodeBlock made = CodeBlock.of(
        "new $T($L)", TypeName.get(embedded.mirror()), values(embedded.members(), next));
    if (!embedded.optional() && !embedded.nullable()) {
      return made;
    }
    return CodeBlock.of(
        embedded.optional()
            ? "row.hasValue($1L, $2L) ? $3T.of($4L) : $3T.empty()"
            : "row.hasValue($1L, $2L) ? $4L : null",
        Getters.at(first),
        next.get() - first,
        Optional.class,
        made);
  }

  private MethodSpec versionColumn(ColumnKind version) {
    return MethodSpec.methodBuilder("versionColumn")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(version.fieldType(name))
        .addStatement("return $L", version.component())
        .build();
  }
}
