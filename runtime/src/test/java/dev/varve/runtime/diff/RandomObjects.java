package dev.varve.runtime.diff;

import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Domain;
import dev.varve.runtime.schema.Extension;
import dev.varve.runtime.schema.IdentityOptions;
import dev.varve.runtime.schema.Index;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectComment;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Renameable;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Sequence;
import dev.varve.runtime.schema.Table;
import dev.varve.runtime.schema.TableComment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Random sequences, domains, composite types, extensions and comments. They have the same few names
 * each time, so that a second time changes those of the first.
 */
final class RandomObjects {
  private static final Set<ObjectKind> OURS = Set.of(
      ObjectKind.SEQUENCE,
      ObjectKind.DOMAIN,
      ObjectKind.COMPOSITE_TYPE,
      ObjectKind.EXTENSION,
      ObjectKind.COMMENT);

  private final Random random;

  RandomObjects(long seed) {
    this.random = new Random(seed * 17 + 3);
  }

  boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  /** The schema with other objects than it has, some of them under another name. */
  Schema edit(Schema schema, Tracks tracks) {
    Schema result = schema;
    for (SchemaObject object : schema.objects()) {
      if (object instanceof Renameable named
          && OURS.contains(object.id().kind())
          && random.nextInt(4) == 0) {
        ObjectKind kind = object.id().kind();
        QualifiedName now = QualifiedName.of("renamed_" + named.name().name());
        result = new Change.ObjectRenamed(kind, named.name(), now).apply(result);
        tracks.objectRenamed(kind, named.name(), now);
      }
    }
    return on(withAttributesRenamed(result, tracks));
  }

  /** Sometimes one gets another name, and sometimes two exchange theirs. */
  private Schema withAttributesRenamed(Schema schema, Tracks tracks) {
    Schema result = schema;
    for (SchemaObject object : schema.objects()) {
      if (object instanceof CompositeType type && random.nextBoolean()) {
        Name first = type.attributes().get(0).name();
        Name last = type.attributes().get(type.attributes().size() - 1).name();
        result = renamed(result, type, first, new Name("renamed_" + first), tracks);
        if (!last.equals(first) && random.nextBoolean()) {
          result = renamed(result, type, last, first, tracks);
        }
      }
    }
    return result;
  }

  private static Schema renamed(
      Schema schema, CompositeType type, Name from, Name to, Tracks tracks) {
    tracks.attributeRenamed(type.name(), from, to);
    return new Change.AttributeRenamed(type.name(), from, to).apply(schema);
  }

  /** Whether it is to stay as it is: it has another name, or an attribute of it has. */
  private static boolean isRenamed(SchemaObject object) {
    return (object instanceof Renameable named
            && named.name().name().value().startsWith("renamed_"))
        || (object instanceof CompositeType type
            && type.attributes().stream().anyMatch(a -> a.name().value().startsWith("renamed_")));
  }

  /** The schema with some of these objects, those that have other names as they are. */
  Schema on(Schema schema) {
    Schema result = schema;
    for (SchemaObject object : schema.objects()) {
      if (OURS.contains(object.id().kind()) && !isRenamed(object)) {
        result = result.withoutObject(object.id());
      }
    }
    for (SchemaObject object : List.of(sequence(), domain(), compositeType(), extension())) {
      QualifiedName old = QualifiedName.of("renamed_" + object.id().name());
      if (random.nextInt(3) > 0
          && result.object(object.id()).isEmpty()
          && result.named(object.id().kind(), old).isEmpty()) {
        result = result.withObject(object);
      }
    }
    return withComments(result);
  }

  /** Without comments on what went. */
  static Schema known(Schema schema) {
    Schema result = schema;
    for (SchemaObject object : schema.objects()) {
      boolean lost = object instanceof TableComment comment
          && (schema.table(comment.table()).isEmpty()
              || comment.column().isPresent()
                  && schema
                      .table(comment.table())
                      .flatMap(table -> table.column(comment.column().orElseThrow()))
                      .isEmpty());
      boolean lostPart = object instanceof ObjectComment comment
          && comment.isOnPart()
          && schema.table(comment.table().orElseThrow()).stream()
              .noneMatch(table -> table.indexes().stream()
                      .anyMatch(index -> index.name().quoted().equals(comment.name()))
                  || table.constraints().stream()
                      .anyMatch(c -> c.name().quoted().equals(comment.name())));
      if (lost || lostPart) {
        result = result.withoutObject(object.id());
      }
    }
    return result;
  }

  private Sequence sequence() {
    return new Sequence(
        QualifiedName.of("seq_1"),
        random.nextBoolean() ? ColumnType.Scalar.BIGINT : ColumnType.Scalar.INTEGER,
        new IdentityOptions(
            false,
            Optional.of(1L + random.nextInt(5)),
            1 + random.nextInt(3),
            Optional.empty(),
            random.nextBoolean() ? Optional.empty() : Optional.of(1_000L + random.nextInt(5)),
            1 + random.nextInt(5),
            random.nextBoolean()),
        "");
  }

  private Domain domain() {
    List<Constraint.Check> checks = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      checks.add(new Constraint.Check(
          new Name("domain_1_check" + i),
          "length(VALUE) < " + (20 + random.nextInt(3)),
          false,
          true));
    }
    return new Domain(
        QualifiedName.of("domain_1"),
        ColumnType.Scalar.TEXT,
        Optional.empty(),
        random.nextBoolean() ? Optional.empty() : Optional.of("'d" + random.nextInt(3) + "'"),
        random.nextBoolean(),
        checks,
        List.of(),
        "");
  }

  private CompositeType compositeType() {
    List<CompositeType.Attribute> attributes = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      attributes.add(new CompositeType.Attribute(
          new Name("a" + i),
          random.nextInt(3) == 0 ? ColumnType.Scalar.TEXT : ColumnType.Scalar.INTEGER));
    }
    return new CompositeType(QualifiedName.of("composite_1"), attributes, "");
  }

  private static Extension extension() {
    return new Extension(new Name("fuzzystrmatch"), Optional.empty(), Optional.empty(), "");
  }

  private Schema withComments(Schema schema) {
    Schema result = schema;
    for (Table table : schema.tables()) {
      if (random.nextInt(4) == 0) {
        result = result.withObject(new TableComment(table.name(), Optional.empty(), text(), ""));
      }
      if (random.nextInt(4) == 0 && !table.columns().isEmpty()) {
        result = result.withObject(
            new TableComment(table.name(), Optional.of(table.columns().get(0).name()), text(), ""));
      }
      if (random.nextInt(3) == 0 && !table.indexes().isEmpty()) {
        Index index = table.indexes().get(0);
        result = result.withObject(new ObjectComment(
            ObjectKind.INDEX, index.name().quoted(), Optional.of(table.name()), text(), ""));
      }
      if (random.nextInt(3) == 0 && !table.constraints().isEmpty()) {
        Constraint constraint = table.constraints().get(0);
        result = result.withObject(new ObjectComment(
            ObjectKind.CONSTRAINT,
            constraint.name().quoted(),
            Optional.of(table.name()),
            text(),
            ""));
      }
    }
    for (ObjectKind kind : List.of(ObjectKind.SEQUENCE, ObjectKind.DOMAIN)) {
      for (SchemaObject object : schema.objects()) {
        if (object.id().kind() == kind && random.nextBoolean()) {
          result = result.withObject(
              new ObjectComment(kind, object.id().name(), Optional.empty(), text(), ""));
        }
      }
    }
    return result;
  }

  private String text() {
    return "It's 100 % \"" + random.nextInt(4) + "\"";
  }
}
