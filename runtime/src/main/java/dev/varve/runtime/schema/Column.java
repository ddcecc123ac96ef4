package dev.varve.runtime.schema;

/** A column of a table. */
public record Column(Name name, ColumnType type, boolean nullable, Default defaultValue) {
  public Column withName(Name newName) {
    return new Column(newName, type, nullable, defaultValue);
  }

  public Column withType(ColumnType newType) {
    return new Column(name, newType, nullable, defaultValue);
  }

  public Column withNullable(boolean newNullable) {
    return new Column(name, type, newNullable, defaultValue);
  }

  public Column withDefault(Default newDefault) {
    return new Column(name, type, nullable, newDefault);
  }
}
