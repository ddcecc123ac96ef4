package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.Domain;
import dev.varve.runtime.schema.Expressions;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Domains and composite types: those that records are, and those that annotations state in full. */
final class TypeReader {
  private static final Name VALUE = new Name("value");

  private static final List<String> NOT_OF_ATTRIBUTES = List.of(
      Jakarta.ID,
      Jakarta.VERSION,
      Jakarta.GENERATED_VALUE,
      Jakarta.EMBEDDED,
      Marker.DEFAULT,
      Marker.CHECK,
      Marker.REFERENCES,
      Marker.INDEX,
      Marker.UNIQUE,
      Marker.GENERATED,
      Marker.IDENTITY,
      Marker.SERIAL,
      Marker.COLLATION,
      Marker.BACKFILL,
      Marker.USING);

  private final Diagnostics diagnostics;
  private final ColumnTypeReader columnTypes;
  private final Map<String, TypeElement> records;

  /** @param records those that columns have; reading them may find more */
  TypeReader(
      Diagnostics diagnostics, ColumnTypeReader columnTypes, Map<String, TypeElement> records) {
    this.diagnostics = diagnostics;
    this.columnTypes = columnTypes;
    this.records = records;
  }

  /** The records that columns have as types, in order; more of them while these are read. */
  List<TypeElement> records() {
    return List.copyOf(records.values());
  }

  /** A domain that the annotation states in full. */
  Optional<Domain> stated(Annotated annotation, Known known, String source) {
    Optional<QualifiedName> name = Names.qualified(diagnostics, annotation, "name", "domain");
    if (annotation.text("type").isEmpty()) {
      refuse(
          annotation.origin(),
          "the domain restricts no type. State one: type = \"text\". Or put @Domain on a record with"
              + " one component.");
      return Optional.empty();
    }
    ColumnType type = columnTypes.stated(annotation, "type").orElse(Scalar.TEXT);
    return name.map(n -> domain(
        annotation,
        n,
        type,
        Optional.empty(),
        value(annotation, "defaultValue"),
        checks(annotation.annotations("checks"), n),
        known,
        source));
  }

  /** The domain that a record is. */
  Optional<Domain> domain(TypeElement record, Annotated annotation, Known known) {
    Origin origin = TableReader.origin(record);
    Optional<QualifiedName> name = DeclaredTypes.name(record, Marker.DOMAIN);
    if (name.isEmpty()) {
      Names.qualified(diagnostics, annotation, "name", "domain");
      return Optional.empty();
    }
    List<VariableElement> fields = TableReader.fields(record);
    if (fields.size() != 1) {
      refuse(
          annotation.origin(),
          "a domain has one value, and the record has "
              + fields.size()
              + " components. Leave one, or make it a @CompositeType.");
      return Optional.empty();
    }
    if (annotation.text("type").isPresent()) {
      refuse(
          annotation.at("type"),
          "the record's component has the type. Remove type, or state it there by"
              + " @Column(columnDefinition = …).");
    }
    VariableElement field = fields.get(0);
    Origin place = TableReader.origin(record, field);
    TypeMapping.Mapped mapped =
        columnTypes.read(field, place, Annotated.find(field, place, Jakarta.COLUMN));
    if (mapped.java().optional() || ColumnReader.hasNullable(field)) {
      refuse(
          place,
          "a domain's value is there when the record is. Declare the component as it is, and the"
              + " components of the record's type as Optional.");
    }
    Optional<Annotated> stated = Annotated.find(field, place, Marker.DEFAULT);
    List<Annotated> checks = new ArrayList<>(annotation.annotations("checks"));
    checks.addAll(Annotated.all(record, origin, Marker.CHECK));
    checks.addAll(Annotated.all(field, place, Marker.CHECK));
    ColumnType type = mapped.column().orElse(Scalar.TEXT);
    return Optional.of(domain(
        annotation,
        name.get(),
        type,
        new OptionsReader(diagnostics).column(field, type, place).collation(),
        stated.isPresent() ? value(stated.get(), "value") : value(annotation, "defaultValue"),
        checks(checks, name.get()),
        known,
        record.getQualifiedName().toString()));
  }

  /** The composite type that a record is. */
  Optional<CompositeType> composite(TypeElement record, Annotated annotation, MarkReader marks) {
    Optional<QualifiedName> name = DeclaredTypes.name(record, Marker.COMPOSITE_TYPE);
    if (name.isEmpty()) {
      Names.qualified(diagnostics, annotation, "name", "type");
      return Optional.empty();
    }
    List<CompositeType.Attribute> attributes = new ArrayList<>();
    Set<Name> names = new HashSet<>();
    for (VariableElement field : TableReader.fields(record)) {
      Origin place = TableReader.origin(record, field);
      Optional<Annotated> column = Annotated.find(field, place, Jakarta.COLUMN);
      String text = column
          .flatMap(c -> c.text("name"))
          .orElseGet(() -> Naming.column(field.getSimpleName().toString()));
      refuseOthers(field, place);
      TypeMapping.Mapped mapped = columnTypes.read(field);
      if (!Name.isValid(text)) {
        Names.refuse(diagnostics, place, "attribute", text);
      } else if (!names.add(new Name(text))) {
        diagnostics.report(
            Problem.NAME_TAKEN,
            place,
            "the type has an attribute " + text + " already. Give one of them another name with"
                + " @Column(name = …).");
      } else if (holds(mapped.java(), record)) {
        diagnostics.report(
            Problem.TYPE_UNSUPPORTED,
            place,
            "a composite type cannot hold values of itself. Hold them in a table, or in a document"
                + " with @Json.");
      } else {
        marks.readAttribute(field, place, new ColumnName(name.get(), new Name(text)));
        attributes.add(
            new CompositeType.Attribute(new Name(text), mapped.column().orElse(Scalar.TEXT)));
      }
    }
    return Optional.of(
        new CompositeType(name.get(), attributes, record.getQualifiedName().toString()));
  }

  private static boolean holds(JavaType java, TypeElement record) {
    return java.core() instanceof JavaType.Composite composite
        && (composite.type().equals(record)
            || composite.parts().stream().anyMatch(part -> holds(part.java(), record)));
  }

  /** PostgreSQL has nothing for an attribute but its type. */
  private void refuseOthers(VariableElement field, Origin place) {
    for (String annotation : NOT_OF_ATTRIBUTES) {
      Annotated.find(field, place, annotation)
          .ifPresent(found -> diagnostics.report(
              Problem.ANNOTATION_UNSUPPORTED,
              found.origin(),
              TableReader.meaningless(
                  "@" + annotation.substring(annotation.lastIndexOf('.') + 1))));
    }
    Annotated.find(field, place, Jakarta.COLUMN).ifPresent(column -> {
      for (String member : List.of("unique", "nullable", "comment")) {
        if (column.value(member).isPresent()) {
          diagnostics.report(
              Problem.ANNOTATION_UNSUPPORTED,
              column.at(member),
              TableReader.meaningless("@Column(" + member + " = …)"));
        }
      }
    });
  }

  private static Domain domain(
      Annotated annotation,
      QualifiedName name,
      ColumnType type,
      Optional<QualifiedName> collation,
      Optional<String> defaultValue,
      List<Constraint.Check> checks,
      Known known,
      String source) {
    return new Domain(
        name,
        type,
        collation,
        defaultValue,
        annotation.flag("notNull").orElse(false),
        checks,
        checks.stream()
            .flatMap(check -> known.routines(check.expression()).stream())
            .toList(),
        source);
  }

  private Optional<String> value(Annotated annotation, String member) {
    return annotation.text(member).filter(sql -> {
      if (isBroken(sql)) {
        broken(sql, annotation.at(member));
        return false;
      }
      return true;
    });
  }

  private List<Constraint.Check> checks(List<Annotated> annotations, QualifiedName domain) {
    List<Constraint.Check> checks = new ArrayList<>();
    Set<Name> names = new HashSet<>();
    for (Annotated annotation : annotations) {
      String sql = annotation.text("value").orElse("");
      Optional<Name> name = name(annotation, domain, names);
      if (isBroken(sql)) {
        broken(sql, annotation.at("value"));
      } else if (!Expressions.contains(sql, VALUE)) {
        diagnostics.report(
            Problem.EXPRESSION_INVALID,
            annotation.at("value"),
            "the check of a domain is about VALUE, and \""
                + sql
                + "\" does not name it. Write VALUE where the value stands.");
      } else if (name.isPresent() && isAboutValue(sql, domain, annotation)) {
        checks.add(new Constraint.Check(name.get(), sql));
      }
      for (String member : List.of("noInherit", "enforced")) {
        if (annotation.value(member).isPresent()) {
          diagnostics.report(
              Problem.ANNOTATION_UNSUPPORTED,
              annotation.at(member),
              TableReader.meaningless("@Check(" + member + " = …)"));
        }
      }
    }
    return checks;
  }

  private boolean isAboutValue(String sql, QualifiedName domain, Annotated annotation) {
    Optional<String> column = ExpressionFaults.unknownColumn(sql, domain, List.of());
    column.ifPresent(name -> diagnostics.report(
        Problem.COLUMN_UNKNOWN,
        annotation.at("value"),
        "the check of a domain knows no \"" + name + "\". Write VALUE for the value."));
    return column.isEmpty();
  }

  /** As PostgreSQL names them: {@code email_check}, {@code email_check1}. */
  private Optional<Name> name(Annotated annotation, QualifiedName domain, Set<Name> taken) {
    Optional<String> stated = annotation.text("name");
    if (stated.isPresent() && !Name.isValid(stated.get())) {
      Names.refuse(diagnostics, annotation.at("name"), "check", stated.get());
      return Optional.empty();
    }
    Name name = stated.map(Name::new).orElse(Naming.check(domain, List.of()));
    for (int i = 1; !taken.add(name); i++) {
      if (stated.isPresent()) {
        diagnostics.report(
            Problem.NAME_TAKEN,
            annotation.at("name"),
            "the domain has a check " + name + " already. Give one of them another name.");
        return Optional.empty();
      }
      name = DerivedName.of(Naming.check(domain, List.of()) + "" + i);
    }
    return Optional.of(name);
  }

  private static boolean isBroken(String sql) {
    return sql.isBlank()
        || !Expressions.isBalanced(sql)
        || ParsedExpression.of(sql).isBroken();
  }

  private void broken(String sql, Origin origin) {
    diagnostics.report(
        Problem.EXPRESSION_INVALID,
        origin,
        ExpressionFaults.unbalanced(sql)
            .orElse("\"" + sql + "\" is no SQL expression. Put it right."));
  }

  private void refuse(Origin origin, String text) {
    diagnostics.report(Problem.ANNOTATION_VALUE, origin, text);
  }
}
