package dev.varve.processor.read;

import dev.varve.runtime.schema.DerivedName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Records that are types of columns. */
final class DeclaredTypes {
  private DeclaredTypes() {}

  /** On a table's record the annotation declares a type beside the table. */
  static boolean isDomain(TypeElement type) {
    return is(type, Marker.DOMAIN);
  }

  static boolean isComposite(TypeElement type) {
    return is(type, Marker.COMPOSITE_TYPE);
  }

  private static boolean is(TypeElement type, String annotation) {
    return type.getKind() == ElementKind.RECORD
        && type.getTypeParameters().isEmpty()
        && !ModelReader.isTable(type)
        && Annotated.find(type, TableReader.origin(type), annotation).isPresent();
  }

  /** What the record is in the database; empty if its name is none. */
  static Optional<ObjectId> id(TypeElement type) {
    return isDomain(type)
        ? name(type, Marker.DOMAIN).map(name -> ObjectId.of(ObjectKind.DOMAIN, name))
        : name(type, Marker.COMPOSITE_TYPE)
            .map(name -> ObjectId.of(ObjectKind.COMPOSITE_TYPE, name));
  }

  /** The name that the annotation gives, or the record's own in words; empty if it is none. */
  static Optional<QualifiedName> name(TypeElement type, String annotation) {
    Optional<Annotated> found = Annotated.find(type, TableReader.origin(type), annotation);
    String name = found
        .flatMap(a -> a.text("name"))
        .orElseGet(
            () -> DerivedName.of(Naming.type(type.getSimpleName().toString())).value());
    Optional<String> schema = found.flatMap(a -> a.text("schema"));
    return Name.isValid(name) && schema.map(Name::isValid).orElse(true)
        ? Optional.of(new QualifiedName(schema.map(Name::new), new Name(name)))
        : Optional.empty();
  }
}
