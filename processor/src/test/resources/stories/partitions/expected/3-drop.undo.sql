-- U3__drop_event_2025_and_rename_day_to_date_in_event_and_2_more
--
-- The way back from V3__drop_event_2025_and_rename_day_to_date_in_event_and_2_more.
-- Renames column event.date to day.
-- Renames constraint remark_of_event to remark_event_day_fkey.
-- Drops index event_kind_idx of event.
-- Brings back table login with its rows.
-- Adds constraint event_check to event.
-- Adds constraint event_kind_day_key to event.
-- Adds index event_kind_idx to event.
-- Brings back partition event_2025 of event with its rows.
--
-- Data lost: none.
-- Not brought back: all rows of visit_south.
--
-- Written by Varve, and not to be edited: V3__drop_event_2025_and_rename_day_to_date_in_event_and_2_more.json has its checksum.

-- varve:step transaction

-- event (event_check): no row may break the check.
-- Lock: ACCESS SHARE on event, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM event WHERE NOT (id > 0)';
  standing bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('event') AND conname = 'event_check'
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Check event_check of event is to hold, but % rows break it. Find them with: %; change them, then run the migration again.', standing, query
        USING ERRCODE = 'check_violation';
    END IF;
  END IF;
END
$varve$;

-- event (event_kind_day_key): no two rows may have the same.
-- Lock: ACCESS SHARE on event, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT kind, date, count(*) FROM event GROUP BY kind, date HAVING count(*) > 1';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('event') AND attname = 'date' AND NOT attisdropped
  ) AND NOT EXISTS (
    SELECT FROM pg_index
    WHERE indexrelid = to_regclass('event_kind_day_key') AND indrelid = to_regclass('event') AND indisvalid
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Key event_kind_day_key of event is to be unique: kind, date; but % values are there more than once. Find them with: %; change or delete some of them, then run the migration again.', standing, query
        USING ERRCODE = 'unique_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- event.day: renamed from date.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('event') AND attname = 'date' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('event') AND attname = 'day' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column event.date is to be renamed to event.day, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE event
      RENAME COLUMN date TO day;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'event'::regclass AND attname = 'day'
  ) IS DISTINCT FROM 'date' THEN
    RAISE EXCEPTION 'Column event.date is not there, and event.day is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- remark: constraint remark_of_event is remark_event_day_fkey now.
-- Lock: ACCESS EXCLUSIVE on remark, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('remark') AND conname = 'remark_event_day_fkey'
  ) THEN
    ALTER TABLE remark
      RENAME CONSTRAINT remark_of_event TO remark_event_day_fkey;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('remark') AND conname = 'remark_of_event'
  ) THEN
    RAISE EXCEPTION 'Constraint remark_of_event of remark is to be renamed to remark_event_day_fkey, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- Event.kind: no index any more.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
DROP INDEX IF EXISTS event_kind_idx;

-- Login: back again, with its rows.
-- Lock: ACCESS EXCLUSIVE on varve_parked_71150ae7_login, for a moment.
DO $varve$
BEGIN
  IF to_regclass('varve_parked_71150ae7_login') IS NOT NULL THEN
    ALTER TABLE varve_parked_71150ae7_login
      RENAME TO login;
    ALTER TABLE varve_parked_da076cef_login_0
      RENAME TO login_0;
    ALTER TABLE varve_parked_c13aa7e2_login_1
      RENAME TO login_1;
  END IF;
END
$varve$;

-- event (event_check): check, for rows to come.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('event') AND conname = 'event_check'
  ) THEN
    ALTER TABLE event
      ADD CONSTRAINT event_check CHECK (id > 0) NOT VALID;
  END IF;
END
$varve$;

-- Event, partition event_2025: back again, with its rows.
-- Lock: ACCESS EXCLUSIVE on event_rest, varve_parked_c61f0dbc_event_2025, while they are scanned; SHARE ROW EXCLUSIVE on account, remark, for a moment; SHARE UPDATE EXCLUSIVE on event, for a moment.
DO $varve$
DECLARE
  rule text;
    stray bigint;
BEGIN
  IF to_regclass('varve_parked_c61f0dbc_event_2025') IS NOT NULL THEN
    CREATE TEMP TABLE varve_parts (LIKE event) PARTITION BY RANGE (day);
    CREATE TEMP TABLE varve_part_1 PARTITION OF pg_temp.varve_parts
      FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
    rule := pg_get_partition_constraintdef('pg_temp.varve_part_1'::regclass);
    EXECUTE format('SELECT count(*) FROM event_rest WHERE %s', rule) INTO stray;
    IF stray > 0 THEN
      RAISE EXCEPTION 'Partition event_2025 is to take rows, but % of them are in event_rest: these rows stand in the way. Find them with: SELECT * FROM event_rest WHERE %; move them away, then run the migration again.', stray, rule
        USING ERRCODE = 'check_violation';
    END IF;
    DROP TABLE pg_temp.varve_parts;
    ALTER TABLE varve_parked_c61f0dbc_event_2025
      RENAME TO event_2025;
    ALTER TABLE event
      ATTACH PARTITION event_2025
      FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    name text NOT NULL
  );
  CREATE TEMP TABLE varve_expected_2 (
    LIKE event, CONSTRAINT event_check CHECK (id > 0)
  );
  CREATE TEMP TABLE varve_divided_1 (LIKE event) PARTITION BY RANGE (day);
  CREATE TEMP TABLE varve_divided_1_1 PARTITION OF pg_temp.varve_divided_1
    FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('login'::regclass, 'pg_temp.varve_expected_1'::regclass, false, false),
      ('event'::regclass, 'pg_temp.varve_expected_2'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('column %s.%I', actual, attname)
    FROM pair
    JOIN pg_attribute ON attrelid IN (actual, expected) AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    LEFT JOIN (pg_depend JOIN pg_sequence ON seqrelid = objid) ON refobjid = attrelid
      AND refobjsubid = attnum AND classid = 'pg_class'::regclass AND refclassid = classid
    WHERE settled IS NOT NULL
      AND (whole OR attname IN (SELECT attname FROM pg_attribute WHERE attrelid = expected))
    GROUP BY actual, expected, attname, atttypid, atttypmod, attcollation, attgenerated,
      attstorage, attcompression,
      CASE WHEN attgenerated <> '' THEN pg_get_expr(adbin, adrelid) END,
      CASE WHEN settled THEN (
        attnotnull, attidentity, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle,
        CASE WHEN seqrelid IS NULL THEN pg_get_expr(adbin, adrelid) END
      ) END
    HAVING count(*) <> 2
    UNION ALL
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c', 'x')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, expected, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
    HAVING count(*) <> 2
    UNION ALL
    SELECT format('partition key of %s', actual)
    FROM (VALUES
      ('event'::regclass, 'pg_temp.varve_divided_1'::regclass)
    ) AS divided (actual, expected)
    WHERE pg_get_partkeydef(actual) IS DISTINCT FROM pg_get_partkeydef(expected)
    UNION ALL
    SELECT format('partition %s', actual)
    FROM (VALUES
      ('event_2025'::regclass, 'event'::regclass, 'pg_temp.varve_divided_1_1'::regclass)
    ) AS part (actual, parent, expected)
    JOIN pg_class AS a ON a.oid = actual
    JOIN pg_class AS e ON e.oid = expected
    WHERE pg_get_expr(a.relpartbound, a.oid) IS DISTINCT FROM pg_get_expr(e.relpartbound, e.oid)
      OR NOT EXISTS (SELECT FROM pg_inherits WHERE inhrelid = actual AND inhparent = parent)
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2, pg_temp.varve_divided_1;
END
$varve$;

-- varve:step transaction

-- event (event_check): check, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on event, while it is scanned.
ALTER TABLE event
  VALIDATE CONSTRAINT event_check;

-- varve:step outside transaction

-- event_2027.kind, event_2027.day: the index of its unique key.
-- Lock: SHARE UPDATE EXCLUSIVE on event_2027, while it is scanned.
-- varve:drop-invalid-index event_2027_event_kind_day_key
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS event_2027_event_kind_day_key
  ON event_2027 (kind, day);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE event_2027
  );
  CREATE UNIQUE INDEX event_2027_event_kind_day_key ON pg_temp.varve_expected_1 (kind, day);
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

-- event_now.kind, event_now.day: the index of its unique key.
-- Lock: SHARE UPDATE EXCLUSIVE on event_now, while it is scanned.
-- varve:drop-invalid-index event_now_event_kind_day_key
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS event_now_event_kind_day_key
  ON event_now (kind, day);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE event_now
  );
  CREATE UNIQUE INDEX event_now_event_kind_day_key ON pg_temp.varve_expected_1 (kind, day);
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

-- event_rest.kind, event_rest.day: the index of its unique key.
-- Lock: SHARE UPDATE EXCLUSIVE on event_rest, while it is scanned.
-- varve:drop-invalid-index event_rest_event_kind_day_key
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS event_rest_event_kind_day_key
  ON event_rest (kind, day);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE event_rest
  );
  CREATE UNIQUE INDEX event_rest_event_kind_day_key ON pg_temp.varve_expected_1 (kind, day);
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

-- varve:step outside transaction

-- event_2027.kind: index.
-- Lock: SHARE UPDATE EXCLUSIVE on event_2027, while it is scanned.
-- varve:drop-invalid-index event_2027_event_kind_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS event_2027_event_kind_idx
  ON event_2027 (kind);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE event_2027
  );
  CREATE INDEX event_2027_event_kind_idx ON pg_temp.varve_expected_1 (kind);
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

-- event_now.kind: index.
-- Lock: SHARE UPDATE EXCLUSIVE on event_now, while it is scanned.
-- varve:drop-invalid-index event_now_event_kind_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS event_now_event_kind_idx
  ON event_now (kind);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE event_now
  );
  CREATE INDEX event_now_event_kind_idx ON pg_temp.varve_expected_1 (kind);
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

-- event_rest.kind: index.
-- Lock: SHARE UPDATE EXCLUSIVE on event_rest, while it is scanned.
-- varve:drop-invalid-index event_rest_event_kind_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS event_rest_event_kind_idx
  ON event_rest (kind);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE event_rest
  );
  CREATE INDEX event_rest_event_kind_idx ON pg_temp.varve_expected_1 (kind);
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

-- event_2027.kind, event_2027.day: unique key.
-- Lock: ACCESS EXCLUSIVE on event_2027, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('event_2027') AND conname = 'event_2027_event_kind_day_key'
  ) THEN
    ALTER TABLE event_2027
      ADD CONSTRAINT event_2027_event_kind_day_key UNIQUE USING INDEX event_2027_event_kind_day_key;
  END IF;
END
$varve$;

-- event_now.kind, event_now.day: unique key.
-- Lock: ACCESS EXCLUSIVE on event_now, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('event_now') AND conname = 'event_now_event_kind_day_key'
  ) THEN
    ALTER TABLE event_now
      ADD CONSTRAINT event_now_event_kind_day_key UNIQUE USING INDEX event_now_event_kind_day_key;
  END IF;
END
$varve$;

-- event_rest.kind, event_rest.day: unique key.
-- Lock: ACCESS EXCLUSIVE on event_rest, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('event_rest') AND conname = 'event_rest_event_kind_day_key'
  ) THEN
    ALTER TABLE event_rest
      ADD CONSTRAINT event_rest_event_kind_day_key UNIQUE USING INDEX event_rest_event_kind_day_key;
  END IF;
END
$varve$;

-- Event.kind, event.day: unique key.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('event') AND conname = 'event_kind_day_key'
  ) THEN
    ALTER TABLE event
      ADD CONSTRAINT event_kind_day_key UNIQUE (kind, day);
  END IF;
END
$varve$;

-- Event.kind: index.
-- Lock: SHARE on event, for a moment.
CREATE INDEX IF NOT EXISTS event_kind_idx
  ON event (kind);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE event_2027, CONSTRAINT event_2027_event_kind_day_key UNIQUE (kind, day)
  );
  CREATE TEMP TABLE varve_expected_2 (
    LIKE event_now, CONSTRAINT event_now_event_kind_day_key UNIQUE (kind, day)
  );
  CREATE TEMP TABLE varve_expected_3 (
    LIKE event_rest, CONSTRAINT event_rest_event_kind_day_key UNIQUE (kind, day)
  );
  CREATE TEMP TABLE varve_expected_4 (
    LIKE event, CONSTRAINT event_kind_day_key UNIQUE (kind, day)
  );
  CREATE INDEX event_kind_idx ON pg_temp.varve_expected_4 (kind);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('event_2027'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL),
      ('event_now'::regclass, 'pg_temp.varve_expected_2'::regclass, false, NULL),
      ('event_rest'::regclass, 'pg_temp.varve_expected_3'::regclass, false, NULL),
      ('event'::regclass, 'pg_temp.varve_expected_4'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c', 'x')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, expected, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
    HAVING count(*) <> 2
    UNION ALL
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
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2, pg_temp.varve_expected_3, pg_temp.varve_expected_4;
END
$varve$;
