-- V3__rename_logs_severity_to_level
--
-- Renames enum logs.Severity to level.
-- Drops constraint trace_pkey of trace.
-- Drops schema logs.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V3__rename_logs_severity_to_level.json has its checksum.

-- varve:step transaction

-- Level: renamed from logs.Severity.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('level') IS NULL THEN
    EXECUTE format('ALTER TYPE logs."Severity" SET SCHEMA %I', current_schema());
    ALTER TYPE "Severity"
      RENAME TO level;
  ELSIF to_regtype('logs."Severity"') IS NOT NULL THEN
    RAISE EXCEPTION 'Enum logs.Severity is to be renamed to level, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- varve:step transaction

-- Trace.number: no primary key any more.
-- Lock: ACCESS EXCLUSIVE on trace, for a moment.
ALTER TABLE IF EXISTS trace
  DROP CONSTRAINT IF EXISTS trace_pkey;

-- Schema logs: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'logs')
      AND NOT EXISTS (
        SELECT FROM pg_depend
        WHERE refclassid = 'pg_namespace'::regclass AND refobjid = to_regnamespace('logs')
      ) THEN
    DROP SCHEMA logs;
  END IF;
END
$varve$;
