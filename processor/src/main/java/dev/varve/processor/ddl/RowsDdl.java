package dev.varve.processor.ddl;

import dev.varve.runtime.schema.QualifiedName;

/**
 * Rows that stand in the way of a change: the script stops, and says how many there are and which
 * query finds them.
 *
 * @param table the table that they are in
 * @param condition what tells them from the others, in terms of the table's columns
 * @param what the change, and what of the rows it does not go with
 * @param remedy what can be done about them
 * @param state the name of the error's class
 */
record RowsDdl(QualifiedName table, Sql condition, String what, String remedy, String state) {
  /** A statement of a block that raises an exception if there are any. */
  Sql refuse() {
    String query = "SELECT * FROM " + table.quoted() + " WHERE " + condition.text();
    return Sql.of(
        """
        IF EXISTS (SELECT FROM {} WHERE {}) THEN
          RAISE EXCEPTION {},
            (SELECT count(*) FROM {} WHERE {})
            USING ERRCODE = {};
        END IF;
        """,
        table,
        condition,
        Sql.raw(Sql.literal(percent(what)
            + ", but % rows stand in the way. Find them with: "
            + percent(query.replaceAll("\\s*\n\\s*", " "))
            + "; "
            + percent(remedy)
            + ", then run the migration again.")),
        table,
        condition,
        state);
  }

  private static String percent(String text) {
    return text.replace("%", "%%");
  }
}
