package dev.varve.annotations;

import java.util.List;

/**
 * Names of tables, columns, types, keys and indexes that no annotation states. A class of yours
 * that implements it, with a public constructor without parameters, lies in a jar on the
 * processor's path, and {@code -Avarve.naming=org.example.OurNames} names it.
 *
 * <p>Each method is given the usual name, and returns it unless it is overridden. Equal questions
 * must get equal answers, in every compilation: another answer is another name, which the database
 * does not have yet. Names of keys and indexes that are too long for PostgreSQL are cut and end in
 * a hash; those of tables and columns are an error.
 */
public interface NamingStrategy {
  /**
   * The name of a table or a view.
   *
   * @param record the simple name of the record: {@code LineItem}
   * @param usual {@code line_item}
   */
  default String table(String record, String usual) {
    return usual;
  }

  /**
   * The name of a column, of an attribute of a composite type, or of what embedded columns begin
   * with.
   *
   * @param component the name of the component: {@code unitPrice}
   * @param usual {@code unit_price}
   */
  default String column(String component, String usual) {
    return usual;
  }

  /**
   * The name of an enum, a domain or a composite type.
   *
   * @param type the simple name of the Java type
   */
  default String type(String type, String usual) {
    return usual;
  }

  /**
   * The name of a constraint or an index.
   *
   * @param columns those that it is on, by their names in the database; the functions of
   *     expressions
   * @param usual {@code line_item_sku_key}
   */
  default String part(Part part, String table, List<String> columns, String usual) {
    return usual;
  }

  /** What has its name within a table, or beside it. */
  enum Part {
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY,
    CHECK,
    /** The check that a text is one of an enum's constants. */
    VALUES_CHECK,
    EXCLUSION,
    INDEX
  }
}
