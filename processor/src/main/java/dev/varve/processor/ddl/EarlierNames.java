package dev.varve.processor.ddl;

import dev.varve.runtime.diff.Change;
import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.ObjectKind;
import dev.varve.runtime.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What tables, columns, types and attributes were called before some changes renamed them. */
final class EarlierNames {
  static final EarlierNames NONE = new EarlierNames(List.of());

  private final List<Change> latestFirst;

  EarlierNames(List<Change> changes) {
    latestFirst = new ArrayList<>(changes);
    Collections.reverse(latestFirst);
  }

  QualifiedName table(QualifiedName now) {
    return column(new ColumnName(now, new Name("varve_none"))).table();
  }

  ColumnName column(ColumnName now) {
    QualifiedName table = now.table();
    Name column = now.column();
    for (Change change : latestFirst) {
      if (change instanceof Change.TableRenamed renamed && renamed.to().equals(table)) {
        table = renamed.from();
      } else if (change instanceof Change.ColumnRenamed renamed
          && renamed.table().equals(table)
          && renamed.to().equals(column)) {
        column = renamed.from();
      }
    }
    return new ColumnName(table, column);
  }

  Name partition(QualifiedName table, Name now) {
    Name name = now;
    for (Change change : latestFirst) {
      if (change instanceof Change.PartitionRenamed renamed
          && renamed.table().equals(table)
          && renamed.to().equals(name)) {
        name = renamed.from();
      }
    }
    return name;
  }

  QualifiedName object(ObjectKind kind, QualifiedName now) {
    QualifiedName name = now;
    for (Change change : latestFirst) {
      if (change instanceof Change.ObjectRenamed renamed
          && renamed.kind() == kind
          && renamed.to().equals(name)) {
        name = renamed.from();
      }
    }
    return name;
  }

  /** Of a composite type. */
  ColumnName attribute(QualifiedName type, Name now) {
    QualifiedName owner = type;
    Name attribute = now;
    for (Change change : latestFirst) {
      if (change instanceof Change.ObjectRenamed renamed
          && renamed.kind() == ObjectKind.COMPOSITE_TYPE
          && renamed.to().equals(owner)) {
        owner = renamed.from();
      } else if (change instanceof Change.AttributeRenamed renamed
          && renamed.type().equals(owner)
          && renamed.to().equals(attribute)) {
        attribute = renamed.from();
      }
    }
    return new ColumnName(owner, attribute);
  }
}
