-- V3__drop_event_2025_and_rename_day_to_date_in_event_and_2_more
--
-- Parks partition event_2025 of event: its rows stay on disk as varve_parked_c61f0dbc_event_2025.
-- Renames column event.day to date.
-- Renames constraint remark_event_day_fkey to remark_of_event.
-- Parks table login: its rows stay on disk as varve_parked_71150ae7_login.
-- Drops index event_kind_idx of event.
-- Drops constraint event_check of event.
-- Drops constraint event_kind_day_key of event.
-- Adds index event_kind_idx to event.
-- Deletes all rows of visit_south, which were parked.
--
-- Data lost: all rows of visit_south.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V3__drop_event_2025_and_rename_day_to_date_in_event_and_2_more.json has its checksum.

-- varve:step transaction

-- Event, partition event_2025: parked. Its rows stay on disk as varve_parked_c61f0dbc_event_2025.
-- Lock: ACCESS EXCLUSIVE on remark, while keys of it are looked up; ACCESS EXCLUSIVE on account, event, for a moment.
DO $varve$
BEGIN
  IF to_regclass('varve_parked_c61f0dbc_event_2025') IS NULL THEN
    ALTER TABLE event
      DETACH PARTITION event_2025;
    ALTER TABLE event_2025
      DROP CONSTRAINT IF EXISTS event_account_fkey;
    ALTER TABLE event_2025
      RENAME TO varve_parked_c61f0dbc_event_2025;
  ELSIF to_regclass('event_2025') IS NOT NULL THEN
    RAISE EXCEPTION 'Table event_2025 is to be renamed to varve_parked_c61f0dbc_event_2025, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- Event.date: renamed from day.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('event') AND attname = 'day' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('event') AND attname = 'date' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column event.day is to be renamed to event.date, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE event
      RENAME COLUMN day TO date;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'event'::regclass AND attname = 'date'
  ) IS DISTINCT FROM 'date' THEN
    RAISE EXCEPTION 'Column event.day is not there, and event.date is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- remark: constraint remark_event_day_fkey is remark_of_event now.
-- Lock: ACCESS EXCLUSIVE on remark, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('remark') AND conname = 'remark_of_event'
  ) THEN
    ALTER TABLE remark
      RENAME CONSTRAINT remark_event_day_fkey TO remark_of_event;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('remark') AND conname = 'remark_event_day_fkey'
  ) THEN
    RAISE EXCEPTION 'Constraint remark_event_day_fkey of remark is to be renamed to remark_of_event, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- Login: parked. Its rows stay on disk as varve_parked_71150ae7_login.
-- Lock: ACCESS EXCLUSIVE on login, for a moment.
DO $varve$
BEGIN
  IF to_regclass('varve_parked_71150ae7_login') IS NULL THEN
    ALTER TABLE login_0
      RENAME TO varve_parked_da076cef_login_0;
    ALTER TABLE login_1
      RENAME TO varve_parked_c13aa7e2_login_1;
    ALTER TABLE login
      RENAME TO varve_parked_71150ae7_login;
  ELSIF to_regclass('login') IS NOT NULL THEN
    RAISE EXCEPTION 'Table login is to be renamed to varve_parked_71150ae7_login, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- Event.kind: no index any more.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
DROP INDEX IF EXISTS event_kind_idx;

-- event (event_check): no check any more.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
ALTER TABLE IF EXISTS event
  DROP CONSTRAINT IF EXISTS event_check;

-- Event.kind, Event.date: no unique key any more.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
ALTER TABLE IF EXISTS event
  DROP CONSTRAINT IF EXISTS event_kind_day_key;

-- visit_south: deleted for ever; it was parked.
-- Lock: ACCESS EXCLUSIVE on varve_parked_9abe7d1a_visit_south, for a moment.
DROP TABLE IF EXISTS varve_parked_9abe7d1a_visit_south;

-- varve:step outside transaction

-- event_2027.kind: index of some rows.
-- Lock: SHARE UPDATE EXCLUSIVE on event_2027, while it is scanned.
-- varve:drop-invalid-index event_2027_event_kind_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS event_2027_event_kind_idx
  ON event_2027 (kind) WHERE kind <> 'x';

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE event_2027
  );
  CREATE INDEX event_2027_event_kind_idx ON pg_temp.varve_expected_1 (kind) WHERE kind <> 'x';
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('event_2027'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
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

-- varve:step outside transaction

-- event_now.kind: index of some rows.
-- Lock: SHARE UPDATE EXCLUSIVE on event_now, while it is scanned.
-- varve:drop-invalid-index event_now_event_kind_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS event_now_event_kind_idx
  ON event_now (kind) WHERE kind <> 'x';

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE event_now
  );
  CREATE INDEX event_now_event_kind_idx ON pg_temp.varve_expected_1 (kind) WHERE kind <> 'x';
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('event_now'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
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

-- varve:step outside transaction

-- event_rest.kind: index of some rows.
-- Lock: SHARE UPDATE EXCLUSIVE on event_rest, while it is scanned.
-- varve:drop-invalid-index event_rest_event_kind_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS event_rest_event_kind_idx
  ON event_rest (kind) WHERE kind <> 'x';

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE event_rest
  );
  CREATE INDEX event_rest_event_kind_idx ON pg_temp.varve_expected_1 (kind) WHERE kind <> 'x';
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('event_rest'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
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

-- Event.kind: index of some rows.
-- Lock: SHARE on event, for a moment.
CREATE INDEX IF NOT EXISTS event_kind_idx
  ON event (kind) WHERE kind <> 'x';

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE event
  );
  CREATE INDEX event_kind_idx ON pg_temp.varve_expected_1 (kind) WHERE kind <> 'x';
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('event'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
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
