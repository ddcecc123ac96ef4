-- V1__create_account_and_create_event_and_2_more
--
-- Creates table account.
-- Creates table event.
-- Creates table login.
-- Creates table visit.
--
-- Data lost: none.
-- Lost by the undo: all rows of account; all rows of event; all rows of login; all rows of visit.
--
-- Written by Varve, and not to be edited: V1__create_account_and_create_event_and_2_more.json has its checksum.

-- Account: new table.
CREATE TABLE IF NOT EXISTS account (
  id bigint NOT NULL,
  CONSTRAINT account_pkey PRIMARY KEY (id)
);

-- Event: new table.
CREATE TABLE IF NOT EXISTS event (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  day date NOT NULL,
  kind text NOT NULL,
  account bigint,
  CONSTRAINT event_pkey PRIMARY KEY (id, day)
) PARTITION BY RANGE (day);
CREATE TABLE IF NOT EXISTS event_2025 PARTITION OF event
  FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE IF NOT EXISTS event_2026 PARTITION OF event
  FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE IF NOT EXISTS event_rest PARTITION OF event
  DEFAULT;

-- Event.kind: index.
CREATE INDEX IF NOT EXISTS event_kind_idx
  ON event (kind);

-- Login: new table.
CREATE TABLE IF NOT EXISTS login (
  name text NOT NULL
) PARTITION BY HASH ((lower(name)));
CREATE TABLE IF NOT EXISTS login_0 PARTITION OF login
  FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE IF NOT EXISTS login_1 PARTITION OF login
  FOR VALUES WITH (MODULUS 2, REMAINDER 1);

-- Visit: new table.
CREATE TABLE IF NOT EXISTS visit (
  id bigint NOT NULL,
  country text NOT NULL,
  CONSTRAINT visit_pkey PRIMARY KEY (id, country)
) PARTITION BY LIST (country);
CREATE TABLE IF NOT EXISTS visit_north PARTITION OF visit
  FOR VALUES IN ('NO', 'SE');
CREATE TABLE IF NOT EXISTS visit_south PARTITION OF visit
  FOR VALUES IN ('IT');

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    id bigint NOT NULL, CONSTRAINT account_pkey PRIMARY KEY (id)
  );
  CREATE TEMP TABLE varve_expected_2 (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL, day date NOT NULL, kind text NOT NULL,
    account bigint, CONSTRAINT event_pkey PRIMARY KEY (id, day)
  );
  CREATE INDEX event_kind_idx ON pg_temp.varve_expected_2 (kind);
  CREATE TEMP TABLE varve_expected_3 (
    name text NOT NULL
  );
  CREATE TEMP TABLE varve_expected_4 (
    id bigint NOT NULL, country text NOT NULL, CONSTRAINT visit_pkey PRIMARY KEY (id, country)
  );
  CREATE TEMP TABLE varve_divided_1 (LIKE event) PARTITION BY RANGE (day);
  CREATE TEMP TABLE varve_divided_1_1 PARTITION OF pg_temp.varve_divided_1
    FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
  CREATE TEMP TABLE varve_divided_1_2 PARTITION OF pg_temp.varve_divided_1
    FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
  CREATE TEMP TABLE varve_divided_1_3 PARTITION OF pg_temp.varve_divided_1
    DEFAULT;
  CREATE TEMP TABLE varve_divided_2 (LIKE login) PARTITION BY HASH ((lower(name)));
  CREATE TEMP TABLE varve_divided_2_1 PARTITION OF pg_temp.varve_divided_2
    FOR VALUES WITH (MODULUS 2, REMAINDER 0);
  CREATE TEMP TABLE varve_divided_2_2 PARTITION OF pg_temp.varve_divided_2
    FOR VALUES WITH (MODULUS 2, REMAINDER 1);
  CREATE TEMP TABLE varve_divided_3 (LIKE visit) PARTITION BY LIST (country);
  CREATE TEMP TABLE varve_divided_3_1 PARTITION OF pg_temp.varve_divided_3
    FOR VALUES IN ('NO', 'SE');
  CREATE TEMP TABLE varve_divided_3_2 PARTITION OF pg_temp.varve_divided_3
    FOR VALUES IN ('IT');
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('account'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true),
      ('event'::regclass, 'pg_temp.varve_expected_2'::regclass, true, true),
      ('login'::regclass, 'pg_temp.varve_expected_3'::regclass, true, true),
      ('visit'::regclass, 'pg_temp.varve_expected_4'::regclass, true, true)
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
      (CASE WHEN actual IN ('event'::regclass, 'login'::regclass, 'visit'::regclass) THEN 'p' ELSE 'r' END, 'p', e.reltablespace, e.reloptions)
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
    SELECT format('partition key of %s', actual)
    FROM (VALUES
      ('event'::regclass, 'pg_temp.varve_divided_1'::regclass),
      ('login'::regclass, 'pg_temp.varve_divided_2'::regclass),
      ('visit'::regclass, 'pg_temp.varve_divided_3'::regclass)
    ) AS divided (actual, expected)
    WHERE pg_get_partkeydef(actual) IS DISTINCT FROM pg_get_partkeydef(expected)
    UNION ALL
    SELECT format('partition %s', actual)
    FROM (VALUES
      ('event_2025'::regclass, 'event'::regclass, 'pg_temp.varve_divided_1_1'::regclass),
      ('event_2026'::regclass, 'event'::regclass, 'pg_temp.varve_divided_1_2'::regclass),
      ('event_rest'::regclass, 'event'::regclass, 'pg_temp.varve_divided_1_3'::regclass),
      ('login_0'::regclass, 'login'::regclass, 'pg_temp.varve_divided_2_1'::regclass),
      ('login_1'::regclass, 'login'::regclass, 'pg_temp.varve_divided_2_2'::regclass),
      ('visit_north'::regclass, 'visit'::regclass, 'pg_temp.varve_divided_3_1'::regclass),
      ('visit_south'::regclass, 'visit'::regclass, 'pg_temp.varve_divided_3_2'::regclass)
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
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2, pg_temp.varve_expected_3, pg_temp.varve_expected_4, pg_temp.varve_divided_1, pg_temp.varve_divided_2, pg_temp.varve_divided_3;
END
$varve$;
