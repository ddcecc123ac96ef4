package dev.varve.runtime.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A type whose values are rows.
 *
 * @param attributes in order, which the text of a value depends on
 */
public record CompositeType(QualifiedName name, List<Attribute> attributes, String source)
    implements SchemaObject, Renameable {
  public CompositeType {
    attributes = List.copyOf(attributes);
  }

  /** A part of each value; it may always be NULL. */
  public record Attribute(Name name, ColumnType type) {}

  @Override
  public ObjectId id() {
    return ObjectId.of(ObjectKind.COMPOSITE_TYPE, name);
  }

  @Override
  public CompositeType withName(QualifiedName newName) {
    return new CompositeType(newName, attributes, source);
  }

  @Override
  public CompositeType withSource(String newSource) {
    return new CompositeType(name, attributes, newSource);
  }

  /** With an attribute under another name, in its place. */
  public CompositeType withAttributeRenamed(Name from, Name to) {
    return new CompositeType(
        name,
        attributes.stream()
            .map(a -> a.name().equals(from) ? new Attribute(to, a.type()) : a)
            .toList(),
        source);
  }

  /** With those of another one behind all others that it lacks. */
  public CompositeType with(CompositeType other) {
    return new CompositeType(
        name,
        Stream.concat(
                attributes.stream(),
                other.attributes.stream().filter(a -> attribute(a.name()).isEmpty()))
            .toList(),
        source);
  }

  /** Without an attribute. */
  public CompositeType without(Name attribute) {
    return new CompositeType(
        name, attributes.stream().filter(a -> !a.name().equals(attribute)).toList(), source);
  }

  public Optional<Attribute> attribute(Name attribute) {
    return attributes.stream().filter(a -> a.name().equals(attribute)).findFirst();
  }

  /**
   * Whether the server makes this of the old one without writing values anew: attributes go, and new
   * ones come behind all others.
   */
  public boolean isExtensionOf(CompositeType old) {
    List<Attribute> kept = old.attributes.stream().filter(attributes::contains).toList();
    boolean retyped = old.attributes.stream()
        .anyMatch(a -> !attributes.contains(a) && attribute(a.name()).isPresent());
    return !retyped && attributes.subList(0, kept.size()).equals(kept);
  }

  @Override
  public List<ObjectId> requires() {
    return attributes.stream().flatMap(a -> a.type().declared().stream()).toList();
  }

  @Override
  public CompositeType withTableRenamed(QualifiedName from, QualifiedName to) {
    return this;
  }

  @Override
  public CompositeType withObjectRenamed(ObjectKind kind, QualifiedName from, QualifiedName to) {
    return kind.isType()
        ? new CompositeType(
            name,
            attributes.stream()
                .map(a -> new Attribute(a.name(), a.type().withNameChanged(from, to)))
                .toList(),
            source)
        : this;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.compositeType(this);
  }
}
