package dev.varve.processor.read;

import dev.varve.processor.report.Diagnostics;
import dev.varve.processor.report.Origin;
import dev.varve.processor.report.Origins;
import dev.varve.processor.report.Problem;
import dev.varve.processor.report.Subject;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** The confirmation marks of a compilation. */
final class MarkReader {
  private final Diagnostics diagnostics;
  private final Origins origins;
  private final Map<QualifiedName, String> renamedTables = new TreeMap<>();
  private final Map<ColumnName, String> renamedColumns = new TreeMap<>();
  private final List<Marks.Drop> drops = new ArrayList<>();
  private final Map<ColumnName, String> backfills = new TreeMap<>();
  private final Map<ColumnName, String> usings = new TreeMap<>();
  private final Map<String, String> rewrites = new TreeMap<>();

  private final Map<ObjectId, String> renamedObjects = new TreeMap<>();
  private final Map<QualifiedName, String> renamedEnums = new TreeMap<>();
  private final Map<QualifiedName, Map<String, String>> renamedValues = new TreeMap<>();
  private final Map<ColumnName, Map<String, String>> renamedTexts = new TreeMap<>();
  private final Map<ColumnName, String> renamedAttributes = new TreeMap<>();

  MarkReader(Diagnostics diagnostics, Origins origins) {
    this.diagnostics = diagnostics;
    this.origins = origins;
  }

  void read(TableSource source) {
    QualifiedName table = source.table().name();
    Origin origin = TableReader.origin(source.type());
    for (Annotated renamed : Annotated.all(source.type(), origin, Marker.RENAMED_FROM)) {
      renamedTables.put(table, value(renamed, "RenamedFrom"));
      origins.put(Subject.mark("RenamedFrom", table.toString()), renamed.at("value"));
    }
    for (Annotated partition : Annotated.all(source.type(), origin, Marker.PARTITION)) {
      partition
          .text("name")
          .filter(Name::isValid)
          .ifPresent(
              name -> renamed(partition, ObjectId.on(ObjectKind.PARTITION, new Name(name), table)));
    }
    readDrops(source.type(), origin);
    readRewrites(source.type(), origin, table.toString());
    for (ColumnSource column : source.columns()) {
      ColumnName name = new ColumnName(table, column.column().name());
      read(column, Marker.RENAMED_FROM, name, renamedColumns);
      read(column, Marker.BACKFILL, name, backfills);
      read(column, Marker.USING, name, usings);
      if (column.type().core() instanceof JavaType.EnumOf of
          && TextEnums.check(column).isPresent()) {
        Map<String, String> texts =
            constants(of.type(), of.type().getQualifiedName().toString(), name.toString());
        if (!texts.isEmpty()) {
          renamedTexts.put(name, texts);
        }
      }
      readRewrites(column.field(), column.origin(), name.toString());
    }
  }

  /** What stands on a view's record. */
  void read(ViewSource source) {
    Origin origin = TableReader.origin(source.rows().type());
    readRenamed(source.rows().type(), origin, source.view().id());
    readDrops(source.rows().type(), origin);
  }

  /** What stands on a Java enum and on its constants. */
  void read(EnumType type, TypeElement element) {
    Origin origin = TableReader.origin(element);
    String name = type.name().toString();
    for (Annotated renamed : Annotated.all(element, origin, Marker.RENAMED_FROM)) {
      renamedEnums.put(type.name(), value(renamed, "RenamedFrom"));
      origins.put(Subject.mark("RenamedFrom", name), renamed.at("value"));
    }
    readDrops(element, origin);
    readRewrites(element, origin, name);
    Map<String, String> values = constants(element, type.type(), name);
    if (!values.isEmpty()) {
      renamedValues.put(type.name(), values);
    }
  }

  /** The old names of constants by the new ones. */
  private Map<String, String> constants(TypeElement element, String type, String name) {
    Map<String, String> values = new TreeMap<>();
    for (Element constant : element.getEnclosedElements()) {
      if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
        String value = constant.getSimpleName().toString();
        Origin place = Origin.of(type + "." + value, constant);
        for (Annotated renamed : Annotated.all(constant, place, Marker.RENAMED_FROM)) {
          values.put(value, value(renamed, "RenamedFrom"));
          origins.put(Subject.mark("RenamedFrom", name + "." + value), renamed.at("value"));
        }
      }
    }
    return values;
  }

  private void readRenamed(Element element, Origin origin, ObjectId id) {
    for (Annotated renamed : Annotated.all(element, origin, Marker.RENAMED_FROM)) {
      renamedObjects.put(id, value(renamed, "RenamedFrom"));
      origins.put(Subject.mark("RenamedFrom", id.toString()), renamed.at("value"));
    }
  }

  /** What stands on a record that is a type. */
  void read(Element record, Origin origin, ObjectId id) {
    readRenamed(record, origin, id);
    readDrops(record, origin);
  }

  /** What stands on a component that is an attribute of a composite type. */
  void readAttribute(Element field, Origin place, ColumnName attribute) {
    for (Annotated renamed : Annotated.all(field, place, Marker.RENAMED_FROM)) {
      renamedAttributes.put(attribute, value(renamed, "RenamedFrom"));
      origins.put(Subject.mark("RenamedFrom", attribute.toString()), renamed.at("value"));
    }
  }

  /** The old name that an annotation gives what it declares. */
  void renamed(Annotated annotation, ObjectId id) {
    annotation.text("renamedFrom").ifPresent(old -> {
      renamedObjects.put(id, old);
      origins.put(Subject.mark("RenamedFrom", id.toString()), annotation.at("renamedFrom"));
    });
  }

  private void read(
      ColumnSource source, String annotation, ColumnName column, Map<ColumnName, String> values) {
    for (Annotated mark : Annotated.all(source.field(), source.origin(), annotation)) {
      String simple = annotation.substring(annotation.lastIndexOf('.') + 1);
      // What an embedded record was called before had the prefix, too.
      String prefix = annotation.equals(Marker.RENAMED_FROM) ? source.prefix() : "";
      values.put(column, prefix + value(mark, simple));
      origins.put(Subject.mark(simple, column.toString()), mark.at("value"));
    }
  }

  private void readRewrites(Element element, Origin origin, String target) {
    for (Annotated allowed : Annotated.all(element, origin, Marker.ALLOW_REWRITE)) {
      rewrites.put(target, value(allowed, "AllowRewrite"));
      origins.put(Subject.mark("AllowRewrite", target), allowed.at("value"));
    }
  }

  /** The drops that stand on a record or on a package. */
  void readDrops(Element element, Origin origin) {
    for (Annotated dropped : Annotated.all(element, origin, Marker.DROPPED)) {
      String target = value(dropped, "Dropped");
      drops.add(new Marks.Drop(target, dropped.flag("purge").orElse(false)));
      origins.put(Subject.mark("Dropped", target), dropped.at("value"));
    }
  }

  private String value(Annotated mark, String simple) {
    String text = mark.text("value").orElse("");
    if (text.isBlank()) {
      diagnostics.report(
          Problem.ANNOTATION_VALUE,
          mark.at("value"),
          "@" + simple + " says nothing. Write what it is about, or remove it.");
    }
    return text;
  }

  Marks marks() {
    return new Marks(
        renamedTables,
        renamedColumns,
        drops,
        backfills,
        usings,
        renamedObjects,
        renamedEnums,
        renamedValues,
        renamedTexts,
        renamedAttributes,
        rewrites);
  }
}
