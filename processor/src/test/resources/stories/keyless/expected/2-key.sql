-- V2__rename_logs_level_to_logs_severity_and_1_more
--
-- Renames enum logs.level to logs.Severity.
-- Adds value DEBUG to enum logs.Severity.
-- Adds constraint trace_pkey to trace.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V2__rename_logs_level_to_logs_severity_and_1_more.json has its checksum.

-- varve:step transaction

-- trace (trace_pkey): no two rows may have the same.
-- Lock: ACCESS SHARE on trace, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT number, count(*) FROM trace GROUP BY number HAVING count(*) > 1';
  standing bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_index
    WHERE indexrelid = to_regclass('trace_pkey') AND indrelid = to_regclass('trace') AND indisvalid
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Key trace_pkey of trace is to be unique: number; but % values are there more than once. Find them with: %; change or delete some of them, then run the migration again.', standing, query
        USING ERRCODE = 'unique_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- Level: renamed from logs.level.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('logs."Severity"') IS NULL THEN
    ALTER TYPE logs.level
      RENAME TO "Severity";
  ELSIF to_regtype('logs.level') IS NOT NULL THEN
    RAISE EXCEPTION 'Enum logs.level is to be renamed to logs.Severity, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- varve:step transaction

-- Level: new value DEBUG.
-- Lock: none on a table.
ALTER TYPE logs."Severity"
  ADD VALUE IF NOT EXISTS 'DEBUG' BEFORE 'INFO';
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'logs."Severity"'::regtype
  ) <> ARRAY['DEBUG', 'INFO', 'ERROR']::text[] THEN
    RAISE EXCEPTION 'Enum logs.Severity exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- varve:step outside transaction

-- Trace.number: the index of its primary key.
-- Lock: SHARE UPDATE EXCLUSIVE on trace, while it is scanned.
-- varve:drop-invalid-index trace_pkey
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS trace_pkey
  ON trace (number);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE trace
  );
  CREATE UNIQUE INDEX trace_pkey ON pg_temp.varve_expected_1 (number);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('trace'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('index %I of %s', relname, actual)
    FROM pair
    JOIN pg_index ON indrelid IN (actual, expected)
    JOIN pg_class ON oid = indexrelid
    WHERE whole OR relname IN (
      SELECT relname FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid = expected
    )
    GROUP BY actual, expected, relname, indisunique, indisvalid,
      substring(pg_get_indexdef(indexrelid) FROM ' USING .*')
    HAVING count(*) <> 2
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;

-- varve:step transaction

-- Trace.number: primary key.
-- Lock: ACCESS EXCLUSIVE on trace, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('trace') AND conname = 'trace_pkey'
  ) THEN
    ALTER TABLE trace
      ADD CONSTRAINT trace_pkey PRIMARY KEY USING INDEX trace_pkey;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE trace, CONSTRAINT trace_pkey PRIMARY KEY (number)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('trace'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c', 'x')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, expected, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
    HAVING count(*) <> 2
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;
