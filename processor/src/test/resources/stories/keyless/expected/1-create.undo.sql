-- U1__create_trace
--
-- The way back from V1__create_trace.
-- Drops table trace with its rows.
-- Drops enum logs.level.
-- Drops schema logs.
--
-- Data lost: all rows of trace.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_trace.json has its checksum.

-- Trace: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on trace, for a moment.
DROP TABLE IF EXISTS trace;

-- Level: no column has this enum any more.
-- Lock: none on a table.
DROP TYPE IF EXISTS logs.level;

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
