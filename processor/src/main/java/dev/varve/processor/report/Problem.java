package dev.varve.processor.report;

import javax.tools.Diagnostic;

/** Everything that the processor may have to say. Each has an entry in {@code docs/errors.md}. */
public enum Problem {
  // The records.
  NOT_A_RECORD(Diagnostic.Kind.ERROR),
  KEY_MISSING(Diagnostic.Kind.ERROR),
  KEY_TYPE(Diagnostic.Kind.WARNING),
  TYPE_UNSUPPORTED(Diagnostic.Kind.ERROR),
  TYPE_UNKNOWN(Diagnostic.Kind.ERROR),
  CONVERTER(Diagnostic.Kind.ERROR),
  NULLABLE_PRIMITIVE(Diagnostic.Kind.ERROR),
  ANNOTATION_UNSUPPORTED(Diagnostic.Kind.ERROR),
  ANNOTATION_VALUE(Diagnostic.Kind.ERROR),
  EXPRESSION_INVALID(Diagnostic.Kind.ERROR),
  GENERATED_VALUE(Diagnostic.Kind.ERROR),
  VERSION(Diagnostic.Kind.ERROR),
  NAME_LENGTH(Diagnostic.Kind.ERROR),
  NAME_TAKEN(Diagnostic.Kind.ERROR),
  PARTITION_KEY(Diagnostic.Kind.ERROR),
  COLUMN_UNKNOWN(Diagnostic.Kind.ERROR),
  OBJECT_UNKNOWN(Diagnostic.Kind.ERROR),
  ROUTINE_UNREADABLE(Diagnostic.Kind.ERROR),
  FK_TARGET(Diagnostic.Kind.ERROR),
  FK_COLUMN(Diagnostic.Kind.ERROR),
  FK_TYPE(Diagnostic.Kind.ERROR),
  SERVER_TOO_OLD(Diagnostic.Kind.ERROR),
  VIEW_SELECT(Diagnostic.Kind.ERROR),
  VIEW_COLUMN(Diagnostic.Kind.ERROR),
  CLASS_TAKEN(Diagnostic.Kind.ERROR),

  // The change.
  COLUMN_VANISHED(Diagnostic.Kind.ERROR),
  TABLE_VANISHED(Diagnostic.Kind.ERROR),
  PARTITION_VANISHED(Diagnostic.Kind.ERROR),
  PARTITIONING_CHANGED(Diagnostic.Kind.ERROR),
  NOT_NULL_WITHOUT_VALUE(Diagnostic.Kind.ERROR),
  TYPE_CHANGE(Diagnostic.Kind.ERROR),
  REWRITE_UNCONFIRMED(Diagnostic.Kind.ERROR),
  ENUM_VALUE_VANISHED(Diagnostic.Kind.ERROR),
  RENAMED_FROM_UNKNOWN(Diagnostic.Kind.ERROR),
  DROPPED_UNKNOWN(Diagnostic.Kind.ERROR),
  DROPPED_PRESENT(Diagnostic.Kind.ERROR),
  MARK_SERVED(Diagnostic.Kind.NOTE),

  // Scripts written by hand.
  SCRIPT_NOT_IN_TRANSACTION(Diagnostic.Kind.ERROR),
  SCRIPT_VALUE_UNCOMMITTED(Diagnostic.Kind.ERROR),
  SCRIPT_UNKNOWN_NAME(Diagnostic.Kind.ERROR),
  SCRIPT_MODEL_CHANGED(Diagnostic.Kind.ERROR),
  SCRIPT_DECLARES(Diagnostic.Kind.ERROR),
  SCRIPT_DATA_LOST(Diagnostic.Kind.ERROR),
  SCRIPT_CASCADE(Diagnostic.Kind.ERROR),
  SCRIPT_UNGUARDED(Diagnostic.Kind.ERROR),
  SCRIPT_LOCKS(Diagnostic.Kind.ERROR),
  SCRIPT_ROWS_AT_ONCE(Diagnostic.Kind.WARNING),
  SCRIPT_UNDO_MISSING(Diagnostic.Kind.WARNING),
  SCRIPT_ALLOW(Diagnostic.Kind.ERROR),

  // The project.
  OPTION_VALUE(Diagnostic.Kind.ERROR),
  PROJECT_UNKNOWN(Diagnostic.Kind.ERROR),
  MIGRATION_UNREADABLE(Diagnostic.Kind.ERROR),
  MIGRATION_EDITED(Diagnostic.Kind.ERROR),
  MIGRATION_MISSING(Diagnostic.Kind.ERROR),
  JAVA_MIGRATION(Diagnostic.Kind.ERROR),
  HISTORY_CONFLICT(Diagnostic.Kind.ERROR),
  FROZEN(Diagnostic.Kind.ERROR),
  FILE_NOT_WRITTEN(Diagnostic.Kind.ERROR),
  PARTIAL(Diagnostic.Kind.NOTE),
  MIGRATION_WRITTEN(Diagnostic.Kind.NOTE),
  UP_TO_DATE(Diagnostic.Kind.NOTE),
  INTERNAL(Diagnostic.Kind.ERROR);

  private final Diagnostic.Kind kind;

  Problem(Diagnostic.Kind kind) {
    this.kind = kind;
  }

  /** How it is printed unless an option says otherwise. */
  public Diagnostic.Kind kind() {
    return kind;
  }
}
