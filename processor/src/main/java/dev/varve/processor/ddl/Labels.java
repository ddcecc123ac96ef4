package dev.varve.processor.ddl;

import dev.varve.runtime.schema.ColumnName;
import dev.varve.runtime.schema.EnumType;
import dev.varve.runtime.schema.Name;
import dev.varve.runtime.schema.QualifiedName;
import dev.varve.runtime.schema.Table;
import java.util.Map;

/**
 * What stands behind a table or a column in Java, for comments.
 *
 * @param components {@code User.nickname}, by the column
 */
public record Labels(Map<ColumnName, String> components) {
  public Labels {
    components = Map.copyOf(components);
  }

  /** {@code User}. */
  String table(Table table) {
    return simpleName(table.type());
  }

  String enumType(EnumType type) {
    return simpleName(type.type());
  }

  /** {@code User.nickname}, or {@code users.nickname} of what has no component. */
  String column(ColumnName column) {
    return components.getOrDefault(column, column.toString());
  }

  String column(QualifiedName table, Name column) {
    return column(new ColumnName(table, column));
  }

  private static String simpleName(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
