package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.Default.Expression;
import dev.varve.runtime.schema.IdentityOptions;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Sequence;
import dev.varve.runtime.schema.SequenceOwner;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Sequences: {@code @Sequence}, Jakarta's generators, and what takes numbers of them. */
final class SequenceReader {
  private static final Map<TypeKind, Scalar> TYPES = Map.of(
      TypeKind.SHORT, Scalar.SMALLINT, TypeKind.INT, Scalar.INTEGER, TypeKind.LONG, Scalar.BIGINT);

  private static final Pattern NEXT = Pattern.compile("(?i)\\bnextval\\s*\\(\\s*'((?:[^']|'')+)'");

  private final Diagnostics diagnostics;

  /** By the name that an SQL text has for each. */
  private final Map<String, QualifiedName> known = new TreeMap<>();

  SequenceReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  Optional<Sequence> read(Annotated annotation, String source) {
    Optional<QualifiedName> name = Names.qualified(diagnostics, annotation, "name", "sequence");
    Scalar type = type(annotation);
    IdentityOptions options =
        new CountingReader(diagnostics).options(annotation, type, "a sequence");
    return name.map(n -> known(new Sequence(n, type, options, source)));
  }

  private Scalar type(Annotated annotation) {
    Optional<TypeMirror> stated = annotation.type("type");
    if (stated.isPresent() && !TYPES.containsKey(stated.get().getKind())) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          annotation.at("type"),
          "a sequence counts in short.class, int.class or long.class, not in "
              + TypeMapping.describe(stated.get())
              + ". Name one of these.");
    }
    return stated.map(TypeMirror::getKind).map(TYPES::get).orElse(Scalar.BIGINT);
  }

  /** A {@code @SequenceGenerator}. */
  Optional<Sequence> readGenerator(Annotated annotation, String source) {
    if (annotation.number("allocationSize").orElse(1) != 1) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          annotation.at("allocationSize"),
          "each row takes one number, so that a larger allocationSize would leave gaps. Remove it;"
              + " to count in steps, or to let sessions take several at once, declare the sequence by"
              + " @Sequence(increment = …, cache = …).");
    }
    String member = annotation.text("sequenceName").isPresent() ? "sequenceName" : "name";
    long start = annotation.whole("initialValue").orElse(1L);
    IdentityOptions counting = IdentityOptions.ALWAYS;
    IdentityOptions options = new IdentityOptions(
        false,
        Optional.of(start),
        1,
        Optional.of(start).filter(first -> first < 1),
        Optional.empty(),
        counting.cache(),
        counting.cycle());
    return Names.qualified(diagnostics, annotation, member, "sequence")
        .map(name -> known(new Sequence(name, Scalar.BIGINT, options, source)));
  }

  private Sequence known(Sequence sequence) {
    known.put(sequence.name().quoted(), sequence.name());
    return sequence;
  }

  /** The column that a sequence goes with, if the annotation names one. */
  Optional<SequenceOwner> owner(Annotated annotation, Sequence sequence, Collection<Table> tables) {
    Optional<String> stated = annotation.text("ownedBy");
    if (stated.isEmpty()) {
      return Optional.empty();
    }
    List<ColumnName> columns = new ArrayList<>();
    for (Table table : tables) {
      for (Column column : table.columns()) {
        columns.add(new ColumnName(table.name(), column.name()));
      }
    }
    Optional<ColumnName> column =
        columns.stream().filter(c -> c.toString().equals(stated.get())).findFirst();
    if (column.isEmpty()) {
      diagnostics.report(
          Problem.COLUMN_UNKNOWN,
          annotation.at("ownedBy"),
          "there is no column \""
              + stated.get()
              + "\". "
              + Suggestion.nearest(stated.get(), columns)
                  .map(near -> "Did you mean \"" + near + "\"?")
                  .orElse("Name the table and the column: invoice.number."));
      return Optional.empty();
    }
    if (!column.get().table().schema().equals(sequence.name().schema())) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          annotation.at("ownedBy"),
          "PostgreSQL wants a sequence and the table that owns it in one schema. Give the sequence"
              + " the schema of "
              + column.get().table()
              + ", or remove ownedBy.");
      return Optional.empty();
    }
    return column.map(c -> new SequenceOwner(sequence.name(), c, sequence.source()));
  }

  /** The default of a {@code @GeneratedValue(strategy = SEQUENCE)}; empty if it is not sound. */
  static Optional<String> next(
      VariableElement field, Annotated generated, Diagnostics diagnostics) {
    Optional<String> generator = generated.text("generator");
    if (generator.isEmpty()) {
      diagnostics.report(
          Problem.GENERATED_VALUE,
          generated.at("strategy"),
          "nothing says which sequence gives the numbers. Name it: @GeneratedValue(strategy ="
              + " GenerationType.SEQUENCE, generator = \"invoice_numbers\").");
      return Optional.empty();
    }
    List<Element> places = new ArrayList<>(List.of(field));
    if (field.getEnclosingElement() instanceof TypeElement record) {
      places.add(record);
    }
    for (Element place : places) {
      for (Annotated declared :
          Annotated.all(place, generated.origin(), Jakarta.SEQUENCE_GENERATOR)) {
        if (declared.text("name").equals(generator)) {
          Optional<String> schema = declared.text("schema");
          String name = declared.text("sequenceName").orElse(generator.get());
          return Optional.of(name) // What is no name is reported where the sequence is declared.
              .filter(valid -> Name.isValid(valid) && schema.map(Name::isValid).orElse(true))
              .map(valid -> next(new QualifiedName(schema.map(Name::new), new Name(valid))));
        }
      }
    }
    if (!Name.isValid(generator.get())) {
      Names.refuse(diagnostics, generated.at("generator"), "sequence", generator.get());
      return Optional.empty();
    }
    return Optional.of(next(QualifiedName.of(generator.get())));
  }

  private static String next(QualifiedName sequence) {
    return "nextval('" + sequence.quoted().replace("'", "''") + "')";
  }

  /** A {@code @GeneratedValue} names a sequence of the model; a default nearly one is misspelt. */
  void checkUse(ColumnSource column) {
    Annotated.find(column.field(), column.origin(), Jakarta.GENERATED_VALUE)
        .filter(generated ->
            generated.constant("strategy").filter("SEQUENCE"::equals).isPresent())
        .ifPresent(generated -> check(generated, "generator", column, true));
    Annotated.find(column.field(), column.origin(), Marker.DEFAULT)
        .ifPresent(stated -> check(stated, "value", column, false));
  }

  private void check(Annotated annotation, String member, ColumnSource column, boolean strict) {
    String value =
        column.column().defaultValue() instanceof Expression expression ? expression.sql() : "";
    Matcher next = NEXT.matcher(value);
    while (next.find()) {
      String name = next.group(1).replace("''", "'");
      if (known.containsKey(name)) {
        continue;
      }
      Optional<String> near = Suggestion.nearestWord(name, List.copyOf(known.keySet()));
      if (strict || near.isPresent()) {
        diagnostics.report(
            Problem.OBJECT_UNKNOWN,
            annotation.at(member),
            "the model has no sequence \""
                + name
                + "\". "
                + near.map(found -> "Did you mean \"" + found + "\"?")
                    .orElse("Declare it by @Sequence(name = \"" + name + "\")."));
      }
    }
  }
}
