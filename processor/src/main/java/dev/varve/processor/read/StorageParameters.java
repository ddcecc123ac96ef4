package dev.varve.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The storage parameters of tables. <a
 * href="https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS">PostgreSQL:
 * storage parameters</a>.
 */
final class StorageParameters {
  private static final List<String> VACUUM = List.of(
      "autovacuum_enabled",
      "vacuum_index_cleanup",
      "vacuum_truncate",
      "vacuum_max_eager_freeze_failure_rate",
      "autovacuum_vacuum_threshold",
      "autovacuum_vacuum_max_threshold",
      "autovacuum_vacuum_scale_factor",
      "autovacuum_vacuum_insert_threshold",
      "autovacuum_vacuum_insert_scale_factor",
      "autovacuum_vacuum_cost_delay",
      "autovacuum_vacuum_cost_limit",
      "autovacuum_freeze_min_age",
      "autovacuum_freeze_max_age",
      "autovacuum_freeze_table_age",
      "autovacuum_multixact_freeze_min_age",
      "autovacuum_multixact_freeze_max_age",
      "autovacuum_multixact_freeze_table_age",
      "log_autovacuum_min_duration");

  private static final List<String> OTHERS = List.of(
      "fillfactor",
      "toast_tuple_target",
      "parallel_workers",
      "user_catalog_table",
      "autovacuum_analyze_threshold",
      "autovacuum_analyze_scale_factor");

  private StorageParameters() {}

  /** What is wrong with the name, if it is none of a parameter. */
  static Optional<String> fault(String name) {
    List<String> known = new ArrayList<>(OTHERS);
    known.addAll(VACUUM);
    VACUUM.forEach(parameter -> known.add("toast." + parameter));
    return known.contains(name)
        ? Optional.empty()
        : Optional.of("is none of PostgreSQL's. "
            + Suggestion.nearest(name, known)
                .map(nearest -> "Did you mean \"" + nearest + "\"?")
                .orElse("Write one such as fillfactor=70, or remove it."));
  }
}
