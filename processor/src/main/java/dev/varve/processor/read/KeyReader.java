package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Origins;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Expressions;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.IndexKey;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** The keys, checks and indexes of one table. */
final class KeyReader {
  private final Diagnostics diagnostics;
  private final Origins origins;
  private final Table bare;
  private final ListedColumns listed;
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();

  KeyReader(Diagnostics diagnostics, Origins origins, Table bare) {
    this.diagnostics = diagnostics;
    this.origins = origins;
    this.bare = bare;
    this.listed = new ListedColumns(diagnostics, bare);
  }

  /** The table with all that was read. */
  Table table() {
    return bare.withConstraints(constraints).withIndexes(indexes);
  }

  /** The components with {@code @Id}, and what {@code @PrimaryKey} says about them. */
  void primaryKey(TypeElement type, List<Name> ids, Origin place) {
    Optional<Annotated> stated = Annotated.find(type, place, Marker.PRIMARY_KEY);
    if (stated.isEmpty()) {
      add(new Constraint.PrimaryKey(Naming.primaryKey(bare.name()), ids), place);
      return;
    }
    Annotated key = stated.get();
    List<Name> columns = key.texts("columns").isEmpty()
        ? ids
        : listed.columns(key.texts("columns"), key.at("columns")).orElse(ids);
    if (!Set.copyOf(columns).equals(Set.copyOf(ids))) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          key.at("columns"),
          "the primary key is made of the components with @Id, in another order if you like. List"
              + " the columns of those.");
    }
    listed
        .maybeColumns(key.texts("include"), key.at("include"))
        .ifPresent(include -> name(key, Naming.primaryKey(bare.name()))
            .filter(name -> isTemporal(key, columns))
            .ifPresent(name -> add(
                new Constraint.PrimaryKey(
                    name, columns, include, key.flag("withoutOverlaps").orElse(false), timing(key)),
                key.origin())));
  }

  void onColumn(ColumnSource source) {
    VariableElement field = source.field();
    Origin origin = source.origin();
    Column column = source.column();
    List<Name> self = List.of(column.name());
    TextEnums.check(source)
        .ifPresent(expression ->
            add(new Constraint.Check(Naming.values(bare.name(), self), expression), origin));
    Annotated.find(field, origin, Jakarta.COLUMN)
        .filter(annotation -> annotation.flag("unique").orElse(false))
        .ifPresent(annotation -> add(
            new Constraint.Unique(Naming.unique(bare.name(), self), self),
            annotation.at("unique")));
    for (Annotated unique : Annotated.all(field, origin, Marker.UNIQUE)) {
      refuseColumns(unique, "@Unique", "a unique key");
      unique(unique, self);
    }
    for (Annotated check : Annotated.all(field, origin, Marker.CHECK)) {
      check(check, Naming.check(bare.name(), self));
    }
    for (Annotated index : Annotated.all(field, origin, Marker.INDEX)) {
      refuseColumns(index, "@Index", "an index");
      index(index, List.of(IndexKey.of(column.name())));
    }
  }

  private void refuseColumns(Annotated annotation, String simple, String what) {
    if (annotation.value("columns").isPresent()) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          annotation.at("columns"),
          what
              + " on a component is of that component's column. Remove columns, or put "
              + simple
              + " on the record.");
    }
  }

  void onTable(TypeElement type, Origin origin) {
    for (Annotated check : Annotated.all(type, origin, Marker.CHECK)) {
      check(check, Naming.check(bare.name(), List.of()));
    }
    for (Annotated index : Annotated.all(type, origin, Marker.INDEX)) {
      listed
          .keys(index.texts("columns"), index.at("columns"))
          .ifPresent(keys -> index(index, keys));
    }
    for (Annotated unique : Annotated.all(type, origin, Marker.UNIQUE)) {
      listed
          .columns(unique.texts("columns"), unique.at("columns"))
          .ifPresent(columns -> unique(unique, columns));
    }
    Annotated.all(type, origin, Marker.EXCLUDE).forEach(this::exclude);
    Annotated.find(type, origin, Jakarta.TABLE).ifPresent(table -> onTable(table, origin));
  }

  private void onTable(Annotated table, Origin origin) {
    for (AnnotationMirror mirror : table.nested("uniqueConstraints")) {
      Annotated unique = new Annotated(mirror, origin.at(mirror));
      refuse(unique, "@UniqueConstraint", "options");
      listed
          .columns(unique.texts("columnNames"), unique.origin())
          .ifPresent(columns -> name(unique, Naming.unique(bare.name(), columns))
              .ifPresent(name -> add(new Constraint.Unique(name, columns), unique.origin())));
    }
    for (AnnotationMirror mirror : table.nested("indexes")) {
      Annotated index = new Annotated(mirror, origin.at(mirror));
      refuse(index, "@Index", "options");
      listed
          .keys(Expressions.list(index.text("columnList").orElse("")), index.origin())
          .ifPresent(keys -> index(index, keys));
    }
  }

  private void refuse(Annotated annotation, String simple, String member) {
    if (annotation.value(member).isPresent()) {
      diagnostics.report(
          Problem.ANNOTATION_UNSUPPORTED,
          annotation.at(member),
          TableReader.meaningless(simple + "(" + member + " = …)"));
    }
  }

  private void check(Annotated check, Name derived) {
    Optional<String> expression = check.text("value").filter(text -> !text.isBlank());
    if (expression.isEmpty()) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          check.at("value"),
          "the check has no SQL expression. Write one, or remove @Check.");
      return;
    }
    listed
        .expression(expression.get(), check.at("value"))
        .flatMap(sql -> name(check, derived)
            .map(name -> new Constraint.Check(
                name,
                sql,
                check.flag("noInherit").orElse(false),
                check.flag("enforced").orElse(true))))
        .ifPresent(constraint -> add(constraint, check.origin()));
  }

  private void unique(Annotated unique, List<Name> columns) {
    listed
        .maybeColumns(unique.texts("include"), unique.at("include"))
        .ifPresent(include -> name(unique, Naming.unique(bare.name(), columns))
            .filter(name -> isTemporal(unique, columns))
            .ifPresent(name -> add(
                new Constraint.Unique(
                    name,
                    columns,
                    include,
                    unique.flag("nullsNotDistinct").orElse(false),
                    unique.flag("withoutOverlaps").orElse(false),
                    timing(unique)),
                unique.origin())));
  }

  /** Whether a key without overlaps ends in a range, as it must. */
  private boolean isTemporal(Annotated key, List<Name> columns) {
    Column last = bare.column(columns.get(columns.size() - 1)).orElseThrow();
    boolean sound = !key.flag("withoutOverlaps").orElse(false)
        || (columns.size() > 1 && last.type().sql().endsWith("range"));
    if (!sound) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          key.at("withoutOverlaps"),
          "what does not overlap are ranges: two or more columns, the last of them of a range"
              + " type, but "
              + last.name()
              + " is "
              + last.type().sql()
              + ". List such a column last, or remove withoutOverlaps.");
    }
    return sound;
  }

  private void exclude(Annotated exclude) {
    String method = exclude.text("method").orElse("gist");
    Optional<String> where = exclude.text("where").filter(text -> !text.isBlank());
    Optional<String> condition = where.flatMap(sql -> listed.expression(sql, exclude.at("where")));
    if (where.isPresent() != condition.isPresent() || !isMethod(exclude, method)) {
      return;
    }
    if (List.of("gin", "brin").contains(method)) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          exclude.at("method"),
          "an index of method " + method + " cannot exclude rows. Use gist.");
      return;
    }
    listed
        .elements(exclude.texts("value"), exclude.at("value"))
        .ifPresent(elements -> listed
            .maybeColumns(exclude.texts("include"), exclude.at("include"))
            .ifPresent(include -> name(
                    exclude,
                    Naming.exclusion(
                        bare.name(),
                        elements.stream().map(Constraint.Exclusion.Element::key).toList()))
                .ifPresent(name -> add(
                    new Constraint.Exclusion(
                        name, new Name(method), elements, include, condition, timing(exclude)),
                    exclude.origin()))));
  }

  private boolean isMethod(Annotated annotation, String method) {
    Optional<String> wrong = Name.isValid(method)
        ? IndexMethods.misspelt(method)
        : Optional.of("\"" + method + "\" is no access method. Name one, such as btree.");
    wrong.ifPresent(
        text -> diagnostics.report(Problem.ANNOTATION_VALUE, annotation.at("method"), text));
    return wrong.isEmpty();
  }

  static Timing timing(Annotated annotation) {
    return switch (annotation.constant("deferrable").orElse("NOT")) {
      case "INITIALLY_IMMEDIATE" -> Timing.DEFERRABLE;
      case "INITIALLY_DEFERRED" -> Timing.DEFERRED;
      default -> Timing.AT_ONCE;
    };
  }

  private void index(Annotated annotation, List<IndexKey> keys) {
    String method = annotation.text("method").orElse(Index.BTREE.value());
    Optional<Map<String, String>> parameters = parameters(annotation);
    Optional<List<Name>> include =
        listed.maybeColumns(annotation.texts("include"), annotation.at("include"));
    Optional<String> where = annotation.text("where").filter(text -> !text.isBlank());
    Optional<String> condition =
        where.flatMap(sql -> listed.expression(sql, annotation.at("where")));
    Optional<Name> named = name(annotation, Naming.index(bare.name(), keys));
    Optional<String> tablespace = annotation.text("tablespace");
    if (tablespace.isPresent() && !Name.isValid(tablespace.get())) {
      Names.refuse(diagnostics, annotation.at("tablespace"), "tablespace", tablespace.get());
      return;
    }
    if (!isMethod(annotation, method)
        || parameters.isEmpty()
        || include.isEmpty()
        || where.isPresent() != condition.isPresent()
        || named.isEmpty()) {
      return;
    }
    Index index = new Index(
        named.get(),
        keys,
        annotation.flag("unique").orElse(false),
        condition,
        annotation.flag("nullsNotDistinct").orElse(false),
        include.get(),
        new Name(method),
        parameters.get(),
        tablespace.map(Name::new));
    Optional<String> fault = IndexMethods.fault(index);
    fault.ifPresent(
        text -> diagnostics.report(Problem.ANNOTATION_VALUE, annotation.origin(), text));
    if (fault.isEmpty() && isFree(index.name(), annotation.origin())) {
      indexes.add(index);
      origins.put(Subject.part(bare.name(), index.name()), annotation.origin());
    }
  }

  private Optional<Map<String, String>> parameters(Annotated annotation) {
    Map<String, String> parameters = new TreeMap<>();
    for (String text : annotation.texts("with")) {
      int equals = text.indexOf('=');
      if (equals <= 0 || equals == text.length() - 1) {
        diagnostics.report(
            Problem.ANNOTATION_VALUE,
            annotation.at("with"),
            "\"" + text + "\" is no parameter. Write its name, =, and its value: fillfactor=70.");
        return Optional.empty();
      }
      parameters.put(
          text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }
    return Optional.of(parameters);
  }

  private void add(Constraint constraint, Origin origin) {
    if (isFree(constraint.name(), origin)) {
      constraints.add(constraint);
      origins.put(Subject.part(bare.name(), constraint.name()), origin);
    }
  }

  private boolean isFree(Name name, Origin origin) {
    return new PartNames(diagnostics, origins, bare.name())
        .isFree(name, constraints, indexes, origin);
  }

  private Optional<Name> name(Annotated annotation, Name derived) {
    Optional<String> stated = annotation.text("name");
    if (stated.isEmpty()) {
      return Optional.of(derived);
    }
    if (!Name.isValid(stated.get())) {
      Names.refuse(diagnostics, annotation.at("name"), "constraint or index", stated.get());
      return Optional.empty();
    }
    return stated.map(Name::new);
  }
}
