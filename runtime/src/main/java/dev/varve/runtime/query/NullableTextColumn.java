package dev.varve.runtime.query;

/** A column of text that may be NULL. */
public final class NullableTextColumn<S> extends NullableColumn<S, String> implements Text {
  NullableTextColumn(ColumnOf<String> column) {
    super(column);
  }
}
