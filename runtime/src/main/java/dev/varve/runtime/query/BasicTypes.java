package dev.varve.runtime.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The types that are neither numbers nor times. */
final class BasicTypes {
  private BasicTypes() {}

  static final class OfBoolean extends Type<Boolean> {
    OfBoolean() {
      super("boolean");
    }

    @Override
    void bind(PreparedStatement statement, int index, Boolean value) throws SQLException {
      statement.setBoolean(index, value);
    }

    @Override
    @Nullable
    Boolean read(RowReader row, int at) throws SQLException {
      return row.getBooleanOrNull(at);
    }

    @Override
    String text(Boolean value) {
      return value ? "t" : "f";
    }

    @Override
    boolean isPlain() {
      return true;
    }

    @Override
    Boolean parse(String text) {
      return text.startsWith("t");
    }
  }

  static final class OfString extends Type<String> {
    OfString() {
      super("text");
    }

    /** Without a type of its own, so that the parameter takes the column's, whatever text it is. */
    @Override
    void bind(PreparedStatement statement, int index, String value) throws SQLException {
      statement.setObject(index, value, Types.OTHER);
    }

    @Override
    @Nullable
    String read(RowReader row, int at) throws SQLException {
      return row.getStringOrNull(at);
    }

    @Override
    String text(String value) {
      return value;
    }

    @Override
    String parse(String text) {
      return text;
    }

    @Override
    boolean isArrayOfDriver() {
      return true;
    }
  }

  static final class OfUuid extends Type<UUID> {
    OfUuid() {
      super("uuid");
    }

    @Override
    void bind(PreparedStatement statement, int index, UUID value) throws SQLException {
      statement.setObject(index, value);
    }

    @Override
    @Nullable
    UUID read(RowReader row, int at) throws SQLException {
      return row.getUuidOrNull(at);
    }

    @Override
    String text(UUID value) {
      return value.toString();
    }

    @Override
    boolean isPlain() {
      return true;
    }

    @Override
    UUID parse(String text) {
      return java.util.UUID.fromString(text);
    }
  }

  static final class OfBytes extends Type<byte[]> {
    OfBytes() {
      super("bytea");
    }

    @Override
    void bind(PreparedStatement statement, int index, byte[] value) throws SQLException {
      statement.setBytes(index, value);
    }

    @Override
    byte @Nullable [] read(RowReader row, int at) throws SQLException {
      return row.getBytesOrNull(at);
    }

    @Override
    String text(byte[] value) {
      return "\\x" + HexFormat.of().formatHex(value);
    }

    @Override
    byte[] parse(String text) {
      return HexFormat.of().parseHex(text, 2, text.length());
    }

    @Override
    boolean isArrayOfDriver() {
      return true;
    }
  }
}
