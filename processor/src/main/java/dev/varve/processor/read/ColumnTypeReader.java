package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Problem;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.ColumnType.Scalar;
import dev.varve.runtime.schema.TypeText;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** The type of a component's column: its Java type, and what annotations say about it. */
final class ColumnTypeReader {
  /** Types of well-known extensions, which are no misspellings. */
  private static final Set<String> EXTENSIONS = Set.of("""
      citext hstore ltree lquery ltxtquery cube seg isbn isbn13 ismn ismn13 issn issn13 upc ean13
      intarray query_int lo vector halfvec sparsevec geometry geography box2d box3d raster
      """.trim().split("\\s+"));

  private final Diagnostics diagnostics;
  private final TypeMapping types;

  ColumnTypeReader(Diagnostics diagnostics, TypeMapping types) {
    this.diagnostics = diagnostics;
    this.types = types;
  }

  /** Also of the components of records that are types, whose faults are reported once. */
  static ColumnTypeReader of(Diagnostics diagnostics, TypeMapping types) {
    ColumnTypeReader silent = new ColumnTypeReader(new Diagnostics(), types);
    types.readFields(silent::read);
    return new ColumnTypeReader(diagnostics, types);
  }

  /** The type of a component of a record that is a type itself. */
  TypeMapping.Mapped read(VariableElement field) {
    Origin origin = field.getEnclosingElement() instanceof TypeElement record
        ? TableReader.origin(record, field)
        : Origin.of(field.getSimpleName().toString(), field);
    return read(field, origin, Annotated.find(field, origin, Jakarta.COLUMN));
  }

  /** The column type is empty if there is none; that is reported. */
  TypeMapping.Mapped read(VariableElement field, Origin origin, Optional<Annotated> column) {
    Optional<ColumnType> stated = column.flatMap(this::stated);
    Optional<Annotated> convert = Annotated.find(field, origin, Jakarta.CONVERT);
    Optional<Converter> converter = convert.flatMap(c -> converter(c, field));
    boolean document = Annotated.find(field, origin, Marker.JSON).isPresent();
    TypeMapping.Wish wish =
        new TypeMapping.Wish(document, hasEnumerated(field, origin), converter, stated);
    TypeMapping.Mapped mapped = types.map(field.asType(), wish);
    if (mapped.column().isEmpty()) {
      if (!TypeMapping.isUnresolved(field.asType())
          && (convert.isEmpty() || converter.isPresent())) {
        unsupported(field.asType(), document, convert, converter, origin);
      }
      return mapped;
    }
    ColumnType natural = mapped.column().get();
    refuseEnumerated(field, origin, mapped.java());
    ColumnType type = natural;
    if (stated.isPresent()) {
      if (Carriers.carries(mapped.java(), natural, stated.get())) {
        type = stated.get();
      } else {
        misfit(mapped.java(), stated.get(), column.orElseThrow());
      }
    }
    Sizes sizes = new Sizes(diagnostics);
    ColumnType sized = column.map(c -> sizes.of(natural, c)).orElse(natural);
    return new TypeMapping.Mapped(mapped.java(), Optional.of(stated.isPresent() ? type : sized));
  }

  private Optional<ColumnType> stated(Annotated column) {
    return stated(column, "columnDefinition");
  }

  /** The type that a member says as SQL; empty, and reported, if it is none. */
  Optional<ColumnType> stated(Annotated column, String member) {
    Optional<String> text = column.text(member);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      ColumnType type = TypeText.parse(text.get());
      if (TypeMapping.element(type) instanceof ColumnType.Named named
          && named.name().schema().isEmpty()
          && text.get().indexOf('"') < 0
          && !EXTENSIONS.contains(named.name().name().value())) {
        Optional<String> near =
            Suggestion.nearestWord(named.name().name().value(), TypeText.builtIn());
        if (near.isPresent()) {
          diagnostics.report(
              Problem.TYPE_UNKNOWN,
              column.at(member),
              "PostgreSQL has no type "
                  + named.name()
                  + ". Did you mean \""
                  + near.get()
                  + "\"? A type of your own database of that name stands in double quotes, or with"
                  + " its schema.");
          return Optional.empty();
        }
      }
      return Optional.of(type);
    } catch (IllegalArgumentException e) {
      diagnostics.report(
          Problem.TYPE_UNKNOWN,
          column.at(member),
          e.getMessage()
              + ". Write the type as SQL has it, such as \"inet\" or \"varchar(20)[]\", and only the"
              + " type: a default, a check and NOT NULL have annotations of their own.");
      return Optional.empty();
    }
  }

  private Optional<Converter> converter(Annotated convert, VariableElement field) {
    Optional<TypeMirror> stated = convert.type("converter");
    if (stated.isEmpty() || TypeMapping.isUnresolved(stated.get())) {
      if (stated.isEmpty()) {
        diagnostics.report(
            Problem.CONVERTER,
            convert.origin(),
            "@Convert names no converter. Write @Convert(converter = …), or remove it.");
      }
      return Optional.empty();
    }
    String name = TypeMapping.describe(stated.get());
    Optional<Converter> converter = Converter.of(stated.get());
    if (converter.isEmpty()) {
      diagnostics.report(
          Problem.CONVERTER,
          convert.at("converter"),
          name
              + " does not say what it converts. Let it implement AttributeConverter with two types,"
              + " the component's and the column's.");
    } else if (!converter.get().isMadeIn(field)) {
      diagnostics.report(
          Problem.CONVERTER,
          convert.at("converter"),
          name
              + " cannot be made by the generated class beside the record. Make it a class, static"
              + " where it is nested, with a constructor without parameters, neither private.");
      return Optional.empty();
    }
    return converter;
  }

  private static boolean hasEnumerated(VariableElement field, Origin origin) {
    return Annotated.find(field, origin, Jakarta.ENUMERATED).isPresent();
  }

  private void refuseEnumerated(VariableElement field, Origin origin, JavaType java) {
    Optional<Annotated> enumerated = Annotated.find(field, origin, Jakarta.ENUMERATED);
    if (enumerated.isEmpty()) {
      return;
    }
    if (!enumerated.get().constant("value").orElse("ORDINAL").equals("STRING")) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          enumerated.get().origin(),
          "the numbers of an enum's constants change with their order, so they are never stored."
              + " Write @Enumerated(EnumType.STRING) for a text, or nothing for an enum of"
              + " PostgreSQL.");
    } else if (!(java.core() instanceof JavaType.EnumOf)) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          enumerated.get().origin(),
          "@Enumerated is for an enum. Remove it, or change the type.");
    }
  }

  private void misfit(JavaType java, ColumnType stated, Annotated column) {
    ColumnType element = Carriers.unsized(TypeMapping.element(stated));
    String natural = element == Scalar.MONEY
        ? "java.math.BigDecimal"
        : TypeMapping.naturalFor(element).orElse("java.lang.String");
    diagnostics.report(
        Problem.TYPE_UNSUPPORTED,
        column.at("columnDefinition"),
        TypeMapping.describe(java.mirror())
            + " does not hold every "
            + stated.sql()
            + ". Use "
            + (java instanceof JavaType.EnumOf
                ? "@Enumerated(EnumType.STRING)"
                : (stated instanceof ColumnType.ArrayOf ? "a List of " : "") + natural)
            + ", or a converter with @Convert.");
  }

  private void unsupported(
      TypeMirror type,
      boolean document,
      Optional<Annotated> convert,
      Optional<Converter> converter,
      Origin origin) {
    TypeMirror inner = TypeMapping.withoutOptional(type);
    if (converter.isPresent()) {
      Converter of = converter.get();
      boolean misses = !of.makes(inner);
      diagnostics.report(
          Problem.CONVERTER,
          convert.orElseThrow().at("converter"),
          of.type().getSimpleName()
              + (misses ? " makes " : " makes its values of ")
              + TypeMapping.describe(misses ? of.attribute() : of.database())
              + (misses
                  ? ", not " + TypeMapping.describe(inner) + ". Change the type, or the converter."
                  : ", for which no column type is known. Use one that docs/types.md lists."));
      return;
    }
    diagnostics.report(
        Problem.TYPE_UNSUPPORTED,
        origin,
        document
            ? "a document is a record, a List or a Map, not "
                + TypeMapping.describe(inner)
                + ". Change the type, or remove @Json."
            : "no column type is known for "
                + TypeMapping.describe(type)
                + ". Use one that docs/types.md lists; convert it with @Convert; or, to store a"
                + " record, List or Map as a jsonb document, annotate it with @Json.");
  }
}
