-- V2__rename_event_2026_to_event_now_and_7_more
--
-- Renames partition event_2026 of event to event_now.
-- Parks partition visit_south of visit: its rows stay on disk as varve_parked_9abe7d1a_visit_south.
-- Adds column event.tag.
-- Makes column event.tag refuse NULL; rows without a value get lower(kind).
-- Creates table remark.
-- Adds constraint event_check to event.
-- Adds constraint event_kind_day_key to event.
-- Adds index event_tag_idx to event.
-- Adds constraint remark_event_day_fkey to remark.
-- Adds constraint event_account_fkey to event.
-- Adds partition event_2027 to event.
-- Gives other bounds to visit_north of visit.
-- Adds partition visit_rest to visit.
--
-- Data lost: none.
-- Lost by the undo: the rows of event in event_2027; the rows of visit in visit_rest; all rows of remark; the values of event.tag.
--
-- Written by Varve, and not to be edited: V2__rename_event_2026_to_event_now_and_7_more.json has its checksum.

-- varve:step transaction

-- Event.tag: every row must get a value.
-- Lock: ACCESS SHARE on event, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM event WHERE (lower(kind)) IS NULL';
  standing bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('event') AND attname = 'tag' AND NOT attisdropped
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column event.tag is to refuse NULL, but lower(kind) has no value for % rows. Find them with: %; give them values, then run the migration again.', standing, query
        USING ERRCODE = 'not_null_violation';
    END IF;
  END IF;
END
$varve$;

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
  query text := 'SELECT kind, day, count(*) FROM event GROUP BY kind, day HAVING count(*) > 1';
  standing bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_index
    WHERE indexrelid = to_regclass('event_kind_day_key') AND indrelid = to_regclass('event') AND indisvalid
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Key event_kind_day_key of event is to be unique: kind, day; but % values are there more than once. Find them with: %; change or delete some of them, then run the migration again.', standing, query
        USING ERRCODE = 'unique_violation';
    END IF;
  END IF;
END
$varve$;

-- Event.account: what is referenced in account must be there.
-- Lock: ACCESS SHARE on account, event, while they are scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM event AS child WHERE child.account IS NOT NULL AND NOT EXISTS (SELECT FROM account AS parent WHERE parent.id = child.account)';
  standing bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('event') AND conname = 'event_account_fkey'
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'event.account is to reference account, but % rows reference nothing that is there. Find them with: %; change or delete them, or add what they reference, then run the migration again.', standing, query
        USING ERRCODE = 'foreign_key_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- event: partition event_2026 is event_now now.
-- Lock: ACCESS EXCLUSIVE on event_2026, for a moment.
DO $varve$
BEGIN
  IF to_regclass('event_2026') IS NOT NULL THEN
    IF to_regclass('event_now') IS NOT NULL THEN
      RAISE EXCEPTION 'Partition event_2026 is to be renamed to event_now, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE event_2026
      RENAME TO event_now;
  ELSIF NOT EXISTS (
    SELECT FROM pg_inherits
    WHERE inhrelid = to_regclass('event_now') AND inhparent = 'event'::regclass
  ) THEN
    RAISE EXCEPTION 'Partition event_2026 is not there, and event_now is no partition of event. Rename the partition back; then run the migration again.';
  END IF;
END
$varve$;

-- Visit, partition visit_south: parked. Its rows stay on disk as varve_parked_9abe7d1a_visit_south.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DO $varve$
BEGIN
  IF to_regclass('varve_parked_9abe7d1a_visit_south') IS NULL THEN
    ALTER TABLE visit
      DETACH PARTITION visit_south;
    ALTER TABLE visit_south
      RENAME TO varve_parked_9abe7d1a_visit_south;
  ELSIF to_regclass('visit_south') IS NOT NULL THEN
    RAISE EXCEPTION 'Table visit_south is to be renamed to varve_parked_9abe7d1a_visit_south, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- Event.tag: new column.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
ALTER TABLE event
  ADD COLUMN IF NOT EXISTS tag text;

-- Event.tag: no NULL in rows to come.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('event') AND attname = 'tag' AND attnotnull
  ) AND NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('event') AND conname = 'varve_event_tag_not_null'
  ) THEN
    ALTER TABLE event
      ADD CONSTRAINT varve_event_tag_not_null CHECK (tag IS NOT NULL) NOT VALID;
  END IF;
END
$varve$;

-- Remark: new table.
CREATE TABLE IF NOT EXISTS remark (
  id bigint NOT NULL,
  event bigint NOT NULL,
  day date NOT NULL,
  CONSTRAINT remark_pkey PRIMARY KEY (id)
);

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

-- Event.account: reference to account.
-- Lock: SHARE ROW EXCLUSIVE on event, while it is scanned; SHARE ROW EXCLUSIVE on account, while keys of it are looked up.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('event') AND conname = 'event_account_fkey'
  ) THEN
    ALTER TABLE event
      ADD CONSTRAINT event_account_fkey FOREIGN KEY (account)
        REFERENCES account (id);
  END IF;
END
$varve$;

-- Event, partition event_2027: new.
-- Lock: ACCESS EXCLUSIVE on event, while it is scanned; SHARE ROW EXCLUSIVE on account, for a moment.
DO $varve$
DECLARE
  rule text;
    stray bigint;
BEGIN
  IF to_regclass('event_2027') IS NULL THEN
    CREATE TEMP TABLE varve_parts (LIKE event) PARTITION BY RANGE (day);
    CREATE TEMP TABLE varve_part_1 PARTITION OF pg_temp.varve_parts
      FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
    rule := pg_get_partition_constraintdef('pg_temp.varve_part_1'::regclass);
    EXECUTE format('SELECT count(*) FROM event_rest WHERE %s', rule) INTO stray;
    IF stray > 0 THEN
      RAISE EXCEPTION 'Partition event_2027 is to take rows, but % of them are in event_rest: these rows stand in the way. Find them with: SELECT * FROM event_rest WHERE %; move them away, then run the migration again.', stray, rule
        USING ERRCODE = 'check_violation';
    END IF;
    DROP TABLE pg_temp.varve_parts;
    CREATE TABLE IF NOT EXISTS event_2027 PARTITION OF event
      FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
  END IF;
END
$varve$;

-- Visit: other bounds for visit_north, whose rows are checked.
-- Lock: ACCESS EXCLUSIVE on visit, while it is scanned.
DO $varve$
DECLARE
  rule text;
    stray bigint;
BEGIN
  CREATE TEMP TABLE varve_parts (LIKE visit) PARTITION BY LIST (country);
  CREATE TEMP TABLE varve_part_1 PARTITION OF pg_temp.varve_parts
    FOR VALUES IN ('NO', 'FI');
  IF (SELECT pg_get_expr(relpartbound, oid) FROM pg_class WHERE oid = to_regclass('visit_north'))
    IS DISTINCT FROM (SELECT pg_get_expr(relpartbound, oid) FROM pg_class WHERE oid = 'pg_temp.varve_part_1'::regclass) THEN
    rule := pg_get_partition_constraintdef('pg_temp.varve_part_1'::regclass);
    EXECUTE format('SELECT count(*) FROM visit_north WHERE NOT (%s)', rule) INTO stray;
    IF stray > 0 THEN
      RAISE EXCEPTION 'Partition visit_north is to take other rows, but it has % that it would not take: these rows stand in the way. Find them with: SELECT * FROM visit_north WHERE NOT (%); move them, then run the migration again.', stray, rule
        USING ERRCODE = 'check_violation';
    END IF;
    DROP TABLE pg_temp.varve_parts;
    IF EXISTS (
      SELECT FROM pg_inherits
      WHERE inhrelid = to_regclass('visit_north') AND inhparent = 'visit'::regclass
    ) THEN
      ALTER TABLE visit
        DETACH PARTITION visit_north;
    END IF;
    ALTER TABLE visit
      ATTACH PARTITION visit_north
      FOR VALUES IN ('NO', 'FI');
  ELSE
    DROP TABLE pg_temp.varve_parts;
  END IF;
END
$varve$;

-- Visit, partition visit_rest: new.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
CREATE TABLE IF NOT EXISTS visit_rest PARTITION OF visit
  DEFAULT;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    tag text
  );
  CREATE TEMP TABLE varve_expected_2 (
    id bigint NOT NULL, event bigint NOT NULL, day date NOT NULL,
    CONSTRAINT remark_pkey PRIMARY KEY (id)
  );
  CREATE TEMP TABLE varve_expected_3 (
    LIKE event, CONSTRAINT event_check CHECK (id > 0)
  );
  CREATE TEMP TABLE varve_divided_1 (LIKE event) PARTITION BY RANGE (day);
  CREATE TEMP TABLE varve_divided_1_1 PARTITION OF pg_temp.varve_divided_1
    FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
  CREATE TEMP TABLE varve_divided_2 (LIKE visit) PARTITION BY LIST (country);
  CREATE TEMP TABLE varve_divided_2_1 PARTITION OF pg_temp.varve_divided_2
    FOR VALUES IN ('NO', 'FI');
  CREATE TEMP TABLE varve_divided_2_2 PARTITION OF pg_temp.varve_divided_2
    DEFAULT;
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('event'::regclass, 'pg_temp.varve_expected_1'::regclass, false, false),
      ('remark'::regclass, 'pg_temp.varve_expected_2'::regclass, true, true),
      ('event'::regclass, 'pg_temp.varve_expected_3'::regclass, false, NULL)
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
    SELECT format('relation %s', actual)
    FROM pair
    JOIN pg_class AS a ON a.oid = actual
    JOIN pg_class AS e ON e.oid = expected
    WHERE whole AND (a.relkind, a.relpersistence, a.reltablespace, a.reloptions) IS DISTINCT FROM
      (CASE WHEN actual IN ('event'::regclass, 'visit'::regclass) THEN 'p' ELSE 'r' END, 'p', e.reltablespace, e.reloptions)
    UNION ALL
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
    UNION ALL
    SELECT format('constraint %I of %s', name, owner)
    FROM (VALUES
      ('event'::regclass, 'event_account_fkey', ARRAY['account']::name[], 'account'::regclass, ARRAY['id']::name[], 'a', 'a')
    ) AS key (owner, name, columns, target, target_columns, on_delete, on_update)
    WHERE NOT EXISTS (
      SELECT FROM pg_constraint
      WHERE conrelid = owner AND conname = name AND contype = 'f' AND confrelid = target
        AND confdeltype = on_delete AND confupdtype = on_update
        AND confmatchtype = 's' AND NOT condeferrable
        AND columns = (
          SELECT array_agg(attname ORDER BY array_position(conkey, attnum)) FROM pg_attribute
          WHERE attrelid = conrelid AND attnum = ANY (conkey)
        )
        AND target_columns = (
          SELECT array_agg(attname ORDER BY array_position(confkey, attnum)) FROM pg_attribute
          WHERE attrelid = confrelid AND attnum = ANY (confkey)
        )
    )
    UNION ALL
    SELECT format('partition key of %s', actual)
    FROM (VALUES
      ('event'::regclass, 'pg_temp.varve_divided_1'::regclass),
      ('visit'::regclass, 'pg_temp.varve_divided_2'::regclass)
    ) AS divided (actual, expected)
    WHERE pg_get_partkeydef(actual) IS DISTINCT FROM pg_get_partkeydef(expected)
    UNION ALL
    SELECT format('partition %s', actual)
    FROM (VALUES
      ('event_2027'::regclass, 'event'::regclass, 'pg_temp.varve_divided_1_1'::regclass),
      ('visit_north'::regclass, 'visit'::regclass, 'pg_temp.varve_divided_2_1'::regclass),
      ('visit_rest'::regclass, 'visit'::regclass, 'pg_temp.varve_divided_2_2'::regclass)
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
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2, pg_temp.varve_expected_3, pg_temp.varve_divided_1, pg_temp.varve_divided_2;
END
$varve$;

-- varve:step outside transaction

-- Event.tag: a value for the rows that have none, some rows at a time.
-- Lock: ROW EXCLUSIVE on event, while rows of it are written.
-- varve:repeat
UPDATE event SET
  tag = lower(kind)
WHERE (tableoid, ctid) IN (
  SELECT tableoid, ctid FROM event WHERE tag IS NULL LIMIT 10000
);

-- varve:step transaction

-- Event.tag: no NULL in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on event, while it is scanned.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('event') AND conname = 'varve_event_tag_not_null'
  ) THEN
    ALTER TABLE event
      VALIDATE CONSTRAINT varve_event_tag_not_null;
  END IF;
END
$varve$;

-- event (event_check): check, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on event, while it is scanned.
ALTER TABLE event
  VALIDATE CONSTRAINT event_check;

-- varve:step transaction

-- Event.tag: NOT NULL.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
ALTER TABLE event
  ALTER COLUMN tag SET NOT NULL;
ALTER TABLE event
  DROP CONSTRAINT IF EXISTS varve_event_tag_not_null;

-- varve:step outside transaction

-- event_2025.kind, event_2025.day: the index of its unique key.
-- Lock: SHARE UPDATE EXCLUSIVE on event_2025, while it is scanned.
-- varve:drop-invalid-index event_2025_event_kind_day_key
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS event_2025_event_kind_day_key
  ON event_2025 (kind, day);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE event_2025
  );
  CREATE UNIQUE INDEX event_2025_event_kind_day_key ON pg_temp.varve_expected_1 (kind, day);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('event_2025'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
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

-- event_2025.tag: index.
-- Lock: SHARE UPDATE EXCLUSIVE on event_2025, while it is scanned.
-- varve:drop-invalid-index event_2025_event_tag_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS event_2025_event_tag_idx
  ON event_2025 (tag);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE event_2025
  );
  CREATE INDEX event_2025_event_tag_idx ON pg_temp.varve_expected_1 (tag);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('event_2025'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
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

-- event_now.tag: index.
-- Lock: SHARE UPDATE EXCLUSIVE on event_now, while it is scanned.
-- varve:drop-invalid-index event_now_event_tag_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS event_now_event_tag_idx
  ON event_now (tag);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE event_now
  );
  CREATE INDEX event_now_event_tag_idx ON pg_temp.varve_expected_1 (tag);
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

-- event_rest.tag: index.
-- Lock: SHARE UPDATE EXCLUSIVE on event_rest, while it is scanned.
-- varve:drop-invalid-index event_rest_event_tag_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS event_rest_event_tag_idx
  ON event_rest (tag);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE event_rest
  );
  CREATE INDEX event_rest_event_tag_idx ON pg_temp.varve_expected_1 (tag);
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

-- event_2025.kind, event_2025.day: unique key.
-- Lock: ACCESS EXCLUSIVE on event_2025, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('event_2025') AND conname = 'event_2025_event_kind_day_key'
  ) THEN
    ALTER TABLE event_2025
      ADD CONSTRAINT event_2025_event_kind_day_key UNIQUE USING INDEX event_2025_event_kind_day_key;
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

-- Event.kind, Event.day: unique key.
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

-- Event.tag: index.
-- Lock: SHARE on event, for a moment.
CREATE INDEX IF NOT EXISTS event_tag_idx
  ON event (tag);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE event_2025, CONSTRAINT event_2025_event_kind_day_key UNIQUE (kind, day)
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
  CREATE INDEX event_tag_idx ON pg_temp.varve_expected_4 (tag);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('event_2025'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL),
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

-- varve:step transaction

-- Remark.event, Remark.day: reference to event.
-- Lock: SHARE ROW EXCLUSIVE on event, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('remark') AND conname = 'remark_event_day_fkey'
  ) THEN
    ALTER TABLE remark
      ADD CONSTRAINT remark_event_day_fkey FOREIGN KEY (event, day)
        REFERENCES event (id, day);
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('constraint %I of %s', name, owner)
    FROM (VALUES
      ('remark'::regclass, 'remark_event_day_fkey', ARRAY['event', 'day']::name[], 'event'::regclass, ARRAY['id', 'day']::name[], 'a', 'a')
    ) AS key (owner, name, columns, target, target_columns, on_delete, on_update)
    WHERE NOT EXISTS (
      SELECT FROM pg_constraint
      WHERE conrelid = owner AND conname = name AND contype = 'f' AND confrelid = target
        AND confdeltype = on_delete AND confupdtype = on_update
        AND confmatchtype = 's' AND NOT condeferrable
        AND columns = (
          SELECT array_agg(attname ORDER BY array_position(conkey, attnum)) FROM pg_attribute
          WHERE attrelid = conrelid AND attnum = ANY (conkey)
        )
        AND target_columns = (
          SELECT array_agg(attname ORDER BY array_position(confkey, attnum)) FROM pg_attribute
          WHERE attrelid = confrelid AND attnum = ANY (confkey)
        )
    )
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
END
$varve$;
