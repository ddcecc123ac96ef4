package dev.varve.runtime.query;

/** A column of text that is NOT NULL. */
public final class TextColumn<S> extends Column<S, String> implements Text {
  TextColumn(ColumnOf<String> column) {
    super(column);
  }
}
