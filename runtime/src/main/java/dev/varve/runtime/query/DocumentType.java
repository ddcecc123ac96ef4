package dev.varve.runtime.query;

import dev.varve.runtime.json.Json;
import dev.varve.runtime.json.JsonException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** A {@code jsonb}; it travels as its text and is cast. */
final class DocumentType<T> extends Type<T> {
  private final JsonCodec<T> codec;

  DocumentType(JsonCodec<T> codec) {
    super("jsonb");
    this.codec = codec;
  }

  @Override
  String placeholder() {
    return "?::jsonb";
  }

  @Override
  void bind(PreparedStatement statement, int index, T value) throws SQLException {
    statement.setObject(index, text(value), Types.OTHER);
  }

  @Override
  @Nullable
  T read(RowReader row, int at) throws SQLException {
    String text = row.getStringOrNull(at);
    return text == null ? null : parse(text);
  }

  @Override
  String text(T value) {
    return codec.write(value).compact();
  }

  @Override
  T parse(String text) {
    try {
      return codec.read(Json.parse(text));
    } catch (JsonException e) {
      throw new QueryException("A jsonb value cannot be read: " + e.getMessage(), e);
    }
  }
}
