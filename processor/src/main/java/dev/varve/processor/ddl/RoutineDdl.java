package dev.varve.processor.ddl;

import dev.varve.runtime.schema.Routine;
import java.util.List;

/** SQL about functions and procedures. */
final class RoutineDdl {
  private static final String CREATE = "CREATE";

  private RoutineDdl() {}

  static List<Sql> replace(Routine routine) {
    String rest = routine.definition().strip().substring(CREATE.length());
    return List.of(Sql.raw("CREATE OR REPLACE" + rest + ";"));
  }

  static List<Sql> drop(Routine routine) {
    return List.of(Sql.of(
        "DROP {} IF EXISTS {}({});",
        Sql.raw(routine.procedure() ? "PROCEDURE" : "FUNCTION"),
        routine.name(),
        Sql.raw(routine.arguments())));
  }
}
