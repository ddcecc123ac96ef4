package dev.varve.processor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varve.processor.docs.VocabularyTest;
import dev.varve.processor.testing.Compiler;
import dev.varve.processor.testing.TestProject;
import dev.varve.runtime.json.Json;
import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.Namespace;
import dev.varve.runtime.schema.ObjectId;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaJson;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Schemas that have some rows of {@code docs/vocabulary.md}, cut out of the one that has them all.
 */
final class Vocabulary {
  private static final Pattern SINCE_18 =
      Pattern.compile("virtual = true|withoutOverlaps = true|period = true|enforced = false");

  /** How much of a row a schema has. */
  enum Form {
    ABSENT,
    /** The table of a row that is about columns, without them. */
    BARE,
    FULL
  }

  private final List<VocabularyTest.Row> rows;
  private final Schema whole;

  Vocabulary() throws IOException {
    rows = VocabularyTest.rows();
    try (TestProject project = new TestProject(Compiler.JAVAC)) {
      TestProject.Result result =
          project.withSources(VocabularyTest.sources()).compile("-Avarve.server=18");
      assertTrue(result.success(), () -> String.join("\n", result.messages()));
      whole = SchemaJson.schema(Json.parse(project.packed("shop").get("schema.json")));
    }
  }

  int size() {
    return rows.size();
  }

  String name(int row) {
    return rows.get(row).name();
  }

  boolean hasBareForm(int row) {
    return rows.get(row).isComponents();
  }

  /** Whether servers older than 18 have no such thing. */
  boolean needs18(int row) {
    return SINCE_18.matcher(rows.get(row).java()).find();
  }

  /** A schema of these rows and of what they rest on. */
  Schema schema(Map<Integer, Form> forms) {
    Cut cut = new Cut();
    forms.forEach((row, form) -> {
      String type = "shop." + rows.get(row).type(row);
      if (form == Form.FULL) {
        cut.source(type);
      } else if (form == Form.BARE) {
        cut.bare(type);
      }
    });
    return cut.schema();
  }

  /** The tables of a row, and those that it reads. */
  Set<QualifiedName> tables(int row) {
    Set<QualifiedName> tables = new HashSet<>();
    schema(Map.of(row, Form.FULL)).tables().forEach(table -> tables.add(table.name()));
    return tables;
  }

  private final class Cut {
    private final Set<QualifiedName> tables = new HashSet<>();
    private final Set<QualifiedName> bare = new HashSet<>();
    private final Set<ObjectId> objects = new HashSet<>();

    /** All that one record says. */
    void source(String type) {
      whole.tables().stream().filter(t -> t.type().equals(type)).forEach(this::table);
      whole.objects().stream().filter(o -> o.source().equals(type)).forEach(this::object);
    }

    void bare(String type) {
      whole.tables().stream()
          .filter(table -> table.type().equals(type))
          .forEach(table -> bare.add(table.name()));
    }

    private void table(Table table) {
      if (tables.add(table.name())) {
        source(table.type());
        table.foreignKeys().forEach(key -> table(whole.table(key.target()).orElseThrow()));
        table.columns().forEach(this::column);
        table.name().schema().map(Namespace::new).ifPresent(this::object);
      }
    }

    private void column(Column column) {
      objects.addAll(column.type().declared());
      ColumnType type =
          column.type() instanceof ColumnType.ArrayOf array ? array.element() : column.type();
      if (type instanceof ColumnType.Enumerated enumerated) {
        enumerated.type().schema().map(Namespace::new).ifPresent(this::object);
      }
      if (type instanceof ColumnType.Named named) {
        objects.add(new ObjectId(ObjectKind.EXTENSION, named.name().name().quoted()));
      }
      if (column.defaultValue() instanceof Default.Expression expression) {
        whole.objects().stream()
            .filter(object -> object.id().kind() == ObjectKind.SEQUENCE
                && expression.sql().contains("'" + object.id().name() + "'"))
            .forEach(this::object);
      }
    }

    private void object(SchemaObject object) {
      if (objects.add(object.id())) {
        for (ObjectId id : object.requires()) {
          whole.object(id).ifPresent(this::object);
          whole.tables().stream()
              .filter(table -> ObjectId.table(table.name()).equals(id))
              .forEach(this::table);
        }
      }
    }

    Schema schema() {
      Stream<Table> full = whole.tables().stream().filter(table -> tables.contains(table.name()));
      Stream<Table> keys = whole.tables().stream()
          .filter(table -> bare.contains(table.name()) && !tables.contains(table.name()))
          .map(Vocabulary::keyOnly);
      return new Schema(
          Stream.concat(full, keys).toList(),
          whole.enums().stream()
              .filter(type -> whole.tables().stream()
                  .filter(table -> tables.contains(table.name()))
                  .anyMatch(
                      table -> table.columns().stream().anyMatch(c -> c.type().holds(type.name()))))
              .toList(),
          whole.objects().stream().filter(o -> objects.contains(o.id())).toList());
    }
  }

  private static Table keyOnly(Table table) {
    Name key = new Name("id");
    return new Table(
        table.name(),
        table.type(),
        table.columns().stream().filter(column -> column.name().equals(key)).toList(),
        table.constraints().stream()
            .filter(Constraint.PrimaryKey.class::isInstance)
            .toList(),
        List.of(),
        table.options());
  }
}
