package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL enum; it travels as its label and is cast. */
final class EnumType<E extends Enum<E>> extends Type<E> {
  private final String placeholder;
  private final Map<String, E> constants;

  EnumType(String sqlName, E[] constants) {
    super(sqlName);
    this.placeholder = "?::" + sqlName();
    this.constants = new HashMap<>();
    for (E constant : constants) {
      this.constants.put(constant.name(), constant);
    }
  }

  @Override
  String placeholder() {
    return placeholder;
  }

  @Override
  void bind(PreparedStatement statement, int index, E value) throws SQLException {
    statement.setObject(index, value.name(), Types.OTHER);
  }

  @Override
  @Nullable
  E read(RowReader row, int at) throws SQLException {
    String label = row.getStringOrNull(at);
    return label == null ? null : parse(label);
  }

  @Override
  String text(E value) {
    return value.name();
  }

  @Override
  E parse(String text) {
    E constant = constants.get(text);
    if (constant == null) {
      throw new QueryException("The enum "
          + sqlName()
          + " has a label '"
          + text
          + "' in the database and no constant of that name in Java.");
    }
    return constant;
  }
}
