package dev.varve.runtime.diff;

import dev.varve.runtime.schema.Column;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.ColumnType;
import dev.varve.runtime.schema.CompositeType;
import dev.varve.runtime.schema.Default;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Schema;
import dev.varve.runtime.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of a difference that is about columns computed from others.
 *
 * <p>PostgreSQL lets no column change from which another one is computed, and before version 17 no
 * expression change at all; so a generated column goes before that and is made again after it. Its
 * values are computed anew, so nothing is lost.
 */
record GeneratedDiff(Draft draft, Schema to, Hints hints) {

  /** The columns of a table of the draft that go, be it only to be made again. */
  Set<Name> going(Table old) {
    Optional<Table> now = to.table(old.name());
    return old.columns().stream()
        .filter(column -> now.isPresent() && goes(old, now.get(), column))
        .map(Column::name)
        .collect(Collectors.toSet());
  }

  private boolean goes(Table old, Table now, Column column) {
    Optional<Column> next = now.column(column.name());
    if (next.isEmpty()) {
      return column.isGenerated();
    }
    if (!(column.defaultValue() instanceof Default.Generated generated)) {
      return next.get().isGenerated();
    }
    if (!next.get().isGenerated()) {
      return !generated.stored() || isParked(old, column) || isNoValue(old, column, next.get());
    }
    return !next.get().defaultValue().equals(generated)
        || changesType(column, next.get())
        || old.columns().stream()
            .filter(base -> generated.mentions(base.name()))
            .anyMatch(base -> now.column(base.name())
                .filter(same -> !same.isGenerated() && !changesType(base, same))
                .isEmpty());
  }

  private boolean isParked(Table old, Column column) {
    return hints.parkedColumn(new ColumnName(old.name(), column.name())).isPresent();
  }

  /** Whether what was computed makes no value of the new type, and nobody is there to say how. */
  private boolean isNoValue(Table old, Column column, Column now) {
    return hints.certain()
        && !Casts.isAssigned(column.type(), now.type())
        && hints.using(new ColumnName(old.name(), column.name())).isEmpty();
  }

  private boolean changesType(Column old, Column now) {
    return !old.type().equals(now.type())
        || !old.options().collation().equals(now.options().collation())
        || losesValues(old.type());
  }

  /**
   * Whether it is an enum or a composite type that gets a new type in its place, since values or
   * attributes of it go or change places.
   */
  private boolean losesValues(ColumnType type) {
    if (type instanceof ColumnType.ArrayOf array) {
      return losesValues(array.element());
    }
    if (type instanceof ColumnType.Named named) {
      return draft.schema().named(ObjectKind.COMPOSITE_TYPE, named.name()).orElse(null)
              instanceof CompositeType old
          && to.object(old.id()).orElse(null) instanceof CompositeType now
          && !now.isExtensionOf(old);
    }
    return type instanceof ColumnType.Enumerated of && losesValues(of.type());
  }

  private boolean losesValues(QualifiedName type) {
    return draft
        .schema()
        .enumType(type)
        .filter(old -> to.enumType(type).filter(now -> !old.isKeptBy(now)).isPresent())
        .isPresent();
  }

  /** Before any other column goes or changes. */
  void remove(Table table) {
    Optional<Table> old = draft.schema().table(table.name());
    if (old.isEmpty()) {
      return;
    }
    Set<Name> going = going(old.get());
    List<Column> given = new ArrayList<>();
    for (Column column : old.get().columns()) {
      if (!column.isGenerated()) {
        given.add(column);
      } else if (going.contains(column.name())) {
        draft.removeColumn(table.name(), column, hints);
      } else if (!table.column(column.name()).orElseThrow().isGenerated()) {
        ColumnName name = new ColumnName(table.name(), column.name());
        draft.add(new Change.ColumnDefaultChanged(name, column.defaultValue(), new Default.None()));
      }
    }
    // What makes room for a computed column may be what another one was computed from.
    for (Column column : given) {
      if (going.contains(column.name())) {
        draft.removeColumn(table.name(), column, hints);
      }
    }
  }

  /** When all other columns are what they shall be. */
  void add(Table table) {
    for (Column column : table.columns()) {
      ColumnName name = new ColumnName(table.name(), column.name());
      if (column.isGenerated() && draft.schema().column(name).isEmpty()) {
        draft.add(new Change.ColumnAdded(table.name(), column, Optional.empty()));
      }
    }
  }
}
