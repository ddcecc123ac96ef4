package dev.varve.processor;

import dev.varve.annotations.NamingStrategy;
import java.util.List;

/** A strategy as users write one: tables in the plural, columns as in Java, short names of indexes. */
public final class OurNames implements NamingStrategy {
  @Override
  public String table(String record, String usual) {
    return usual + "s";
  }

  @Override
  public String column(String component, String usual) {
    return component;
  }

  @Override
  public String type(String type, String usual) {
    return usual + "_t";
  }

  @Override
  public String part(Part part, String table, List<String> columns, String usual) {
    return switch (part) {
      case INDEX -> "ix_" + table + "_" + String.join("_", columns);
      case PRIMARY_KEY -> "pk_" + table;
      case CHECK -> "";
      default -> usual;
    };
  }
}
