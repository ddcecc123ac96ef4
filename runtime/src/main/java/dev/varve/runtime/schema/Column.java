package dev.varve.runtime.schema;

import java.util.function.UnaryOperator;

/** A column of a table. */
public record Column(
    Name name, ColumnType type, boolean nullable, Default defaultValue, ColumnOptions options) {
  /** With PostgreSQL's own options. */
  public Column(Name name, ColumnType type, boolean nullable, Default defaultValue) {
    this(name, type, nullable, defaultValue, ColumnOptions.NONE);
  }

  public Column withName(Name newName) {
    return new Column(newName, type, nullable, defaultValue, options);
  }

  public Column withType(ColumnType newType) {
    return new Column(name, newType, nullable, defaultValue, options);
  }

  public Column withNullable(boolean newNullable) {
    return new Column(name, type, newNullable, defaultValue, options);
  }

  public Column withDefault(Default newDefault) {
    return new Column(name, type, nullable, newDefault, options);
  }

  public Column withOptions(ColumnOptions newOptions) {
    return new Column(name, type, nullable, defaultValue, newOptions);
  }

  /** Whether its value is computed from others. */
  public boolean isGenerated() {
    return defaultValue instanceof Default.Generated;
  }

  /** Whether its value is computed from that column. */
  public boolean isGeneratedFrom(Name column) {
    return defaultValue instanceof Default.Generated generated && generated.mentions(column);
  }

  /** The column with what becomes of the expression that it is computed by. */
  public Column withExpression(UnaryOperator<String> operator) {
    return defaultValue instanceof Default.Generated generated
        ? withDefault(
            new Default.Generated(operator.apply(generated.expression()), generated.stored()))
        : this;
  }

  /** The column after one of its table was renamed, be it this one or one that it rests on. */
  public Column withColumnRenamed(Name from, Name to) {
    Column renamed = name.equals(from) ? withName(to) : this;
    return defaultValue instanceof Default.Generated generated
        ? renamed.withDefault(generated.withColumnRenamed(from, to))
        : renamed;
  }
}
