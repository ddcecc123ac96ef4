-- V1__create_label_and_create_ticket
--
-- Creates enum kind.
-- Creates enum status.
-- Creates table label.
-- Creates table ticket.
--
-- Data lost: none.
-- Lost by the undo: all rows of label; all rows of ticket.
--
-- Written by Varve, and not to be edited: V1__create_label_and_create_ticket.json has its checksum.

-- Kind: new enum.
DO $varve$
BEGIN
  IF to_regtype('kind') IS NULL THEN
    CREATE TYPE kind AS ENUM (
      'BUG', 'WISH'
    );
  ELSIF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'kind'::regtype
  ) <> ARRAY['BUG', 'WISH']::text[] THEN
    RAISE EXCEPTION 'Enum kind exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Status: new enum.
DO $varve$
BEGIN
  IF to_regtype('status') IS NULL THEN
    CREATE TYPE status AS ENUM (
      'NEW', 'OPEN'
    );
  ELSIF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'status'::regtype
  ) <> ARRAY['NEW', 'OPEN']::text[] THEN
    RAISE EXCEPTION 'Enum status exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Label: new table.
CREATE TABLE IF NOT EXISTS label (
  name text NOT NULL,
  CONSTRAINT label_pkey PRIMARY KEY (name)
);

-- Label.name: unique key.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('label') AND conname = 'label_name_key'
  ) THEN
    ALTER TABLE label
      ADD CONSTRAINT label_name_key UNIQUE (name);
  END IF;
END
$varve$;

-- Ticket: new table.
CREATE TABLE IF NOT EXISTS ticket (
  id bigint NOT NULL,
  region text NOT NULL,
  kind kind NOT NULL,
  status status DEFAULT 'NEW' NOT NULL,
  before status NOT NULL,
  CONSTRAINT ticket_pkey PRIMARY KEY (id, region),
  CONSTRAINT ticket_opened CHECK (status <> 'OPEN' OR id > 0)
) PARTITION BY LIST (region);
CREATE TABLE IF NOT EXISTS ticket_north PARTITION OF ticket
  FOR VALUES IN ('N');
CREATE TABLE IF NOT EXISTS ticket_south PARTITION OF ticket
  FOR VALUES IN ('S');

-- Ticket.id, Ticket.region: unique key.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('ticket') AND conname = 'ticket_twice'
  ) THEN
    ALTER TABLE ticket
      ADD CONSTRAINT ticket_twice UNIQUE (id, region);
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    name text NOT NULL, CONSTRAINT label_pkey PRIMARY KEY (name)
  );
  ALTER TABLE pg_temp.varve_expected_1
    ADD CONSTRAINT label_name_key UNIQUE (name);
  CREATE TEMP TABLE varve_expected_2 (
    id bigint NOT NULL, region text NOT NULL, kind kind NOT NULL,
    status status DEFAULT 'NEW' NOT NULL, before status NOT NULL,
    CONSTRAINT ticket_pkey PRIMARY KEY (id, region),
    CONSTRAINT ticket_opened CHECK (status <> 'OPEN' OR id > 0)
  );
  ALTER TABLE pg_temp.varve_expected_2
    ADD CONSTRAINT ticket_twice UNIQUE (id, region);
  CREATE TEMP TABLE varve_divided_1 (LIKE ticket) PARTITION BY LIST (region);
  CREATE TEMP TABLE varve_divided_1_1 PARTITION OF pg_temp.varve_divided_1
    FOR VALUES IN ('N');
  CREATE TEMP TABLE varve_divided_1_2 PARTITION OF pg_temp.varve_divided_1
    FOR VALUES IN ('S');
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('label'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true),
      ('ticket'::regclass, 'pg_temp.varve_expected_2'::regclass, true, true)
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
      (CASE WHEN actual IN ('ticket'::regclass) THEN 'p' ELSE 'r' END, 'p', e.reltablespace, e.reloptions)
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
      ('ticket'::regclass, 'pg_temp.varve_divided_1'::regclass)
    ) AS divided (actual, expected)
    WHERE pg_get_partkeydef(actual) IS DISTINCT FROM pg_get_partkeydef(expected)
    UNION ALL
    SELECT format('partition %s', actual)
    FROM (VALUES
      ('ticket_north'::regclass, 'ticket'::regclass, 'pg_temp.varve_divided_1_1'::regclass),
      ('ticket_south'::regclass, 'ticket'::regclass, 'pg_temp.varve_divided_1_2'::regclass)
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
