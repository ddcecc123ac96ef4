package dev.varve.runtime.migrate;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Constraint;
import dev.varve.runtime.schema.Domain;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.SchemaObject;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Several modules that share a database: which of them makes what, and which rests on which. */
final class Modules {
  private final List<? extends MigrationSource> sources;
  private final Map<QualifiedName, MigrationSource> owners = new HashMap<>();

  private Modules(List<? extends MigrationSource> sources) {
    this.sources = sources;
  }

  /**
   * Looks at what each has packed.
   *
   * @throws MigrationException.NotPossible if two have one table or type
   */
  static Modules of(List<? extends MigrationSource> sources) {
    Modules modules = new Modules(sources);
    for (MigrationSource source : sources) {
      Schema schema = schema(source);
      for (Table table : schema.tables()) {
        modules.own("Table ", table.name(), source);
      }
      for (EnumType type : schema.enums()) {
        modules.own("Enum ", type.name(), source);
      }
      for (SchemaObject object : schema.objects()) {
        if (object instanceof Domain domain) {
          modules.own("Domain ", domain.name(), source);
        } else if (object instanceof CompositeType type) {
          modules.own("Type ", type.name(), source);
        }
      }
    }
    return modules;
  }

  private void own(String kind, QualifiedName name, MigrationSource source) {
    MigrationSource other = owners.putIfAbsent(name, source);
    if (other != null) {
      throw new MigrationException.NotPossible(kind + name + " is in module " + other.module()
          + " and in module " + source.module() + ". Nothing was changed. It belongs to one of"
          + " them: take it out of the other, or give it another name there.");
    }
  }

  /** Each after those whose tables and types it uses; empty if they go in a circle. */
  Optional<List<MigrationSource>> inOrder() {
    List<MigrationSource> left = new ArrayList<>(sources);
    List<MigrationSource> order = new ArrayList<>();
    while (!left.isEmpty()) {
      List<MigrationSource> free = new ArrayList<>();
      for (MigrationSource source : left) {
        Set<MigrationSource> used = uses(source);
        used.retainAll(left);
        used.remove(source);
        if (used.isEmpty()) {
          free.add(source);
        }
      }
      if (free.isEmpty()) {
        return Optional.empty();
      }
      left.removeAll(free);
      order.addAll(free);
    }
    return Optional.of(order);
  }

  /** What is not packed is not known. */
  private static Schema schema(MigrationSource source) {
    return source.schema().orElse(Schema.EMPTY);
  }

  private Set<MigrationSource> uses(MigrationSource source) {
    Set<MigrationSource> used = new HashSet<>();
    for (Table table : schema(source).tables()) {
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof Constraint.ForeignKey key) {
          used.add(owners.get(key.target()));
        }
      }
      for (Column column : table.columns()) {
        use(column.type(), used);
      }
    }
    for (SchemaObject object : schema(source).objects()) {
      if (object instanceof Domain domain) {
        use(domain.type(), used);
      } else if (object instanceof CompositeType type) {
        type.attributes().forEach(attribute -> use(attribute.type(), used));
      }
    }
    used.remove(null);
    return used;
  }

  private void use(ColumnType type, Set<MigrationSource> used) {
    ColumnType element = type instanceof ColumnType.ArrayOf array ? array.element() : type;
    if (element instanceof ColumnType.Enumerated enumerated) {
      used.add(owners.get(enumerated.type()));
    } else if (element instanceof ColumnType.Named named) {
      used.add(owners.get(named.name()));
    }
  }
}
