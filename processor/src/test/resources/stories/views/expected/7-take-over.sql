-- V7__rename_users_to_people_and_drop_view_big_spender_and_3_more
--
-- Renames table users to people.
-- Renames constraint users_pkey to people_pkey.
-- Renames constraint users_full_name_key to people_full_name_key.
-- Drops view big_spender.
-- Creates table users.
-- Creates view big_spender.
-- Changes view sales.totals.
--
-- Data lost: none.
-- Lost by the undo: all rows of users.
--
-- Written by Varve, and not to be edited: V7__rename_users_to_people_and_drop_view_big_spender_and_3_more.json has its checksum.

-- Names change hands, so the catalogue cannot tell whether this was done: a mark does.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
CREATE TABLE IF NOT EXISTS varve_marks (
  mark text PRIMARY KEY
);
DO $varve$
BEGIN
  IF NOT EXISTS (SELECT FROM varve_marks WHERE mark = 'rename_users_to_people_and_drop_view_big_spender_and_3_more_4810d451') THEN
    -- User: renamed from users.
    ALTER TABLE users
      RENAME TO people;
    INSERT INTO varve_marks VALUES ('rename_users_to_people_and_drop_view_big_spender_and_3_more_4810d451');
  END IF;
END
$varve$;

-- people: constraint users_pkey is people_pkey now.
-- Lock: ACCESS EXCLUSIVE on people, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('people') AND conname = 'people_pkey'
  ) THEN
    ALTER TABLE people
      RENAME CONSTRAINT users_pkey TO people_pkey;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('people') AND conname = 'users_pkey'
  ) THEN
    RAISE EXCEPTION 'Constraint users_pkey of people is to be renamed to people_pkey, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- people: constraint users_full_name_key is people_full_name_key now.
-- Lock: ACCESS EXCLUSIVE on people, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('people') AND conname = 'people_full_name_key'
  ) THEN
    ALTER TABLE people
      RENAME CONSTRAINT users_full_name_key TO people_full_name_key;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('people') AND conname = 'users_full_name_key'
  ) THEN
    RAISE EXCEPTION 'Constraint users_full_name_key of people is to be renamed to people_full_name_key, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- Views that are not of the model stop this: they would have to go for a while.
-- Lock: none on a table.
DO $varve$
DECLARE
  dependents text;
BEGIN
  SELECT string_agg(DISTINCT v.oid::regclass::text, ', ') INTO dependents
  FROM pg_depend AS d
  JOIN pg_rewrite AS r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
  JOIN pg_class AS v ON v.oid = r.ev_class AND v.oid <> d.refobjid
  LEFT JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  WHERE d.refclassid = 'pg_class'::regclass
    AND coalesce(v.oid <> ALL (array_remove(ARRAY[to_regclass('big_spender'), to_regclass('sales.totals')]::oid[], NULL)), true)
    AND (
      d.refobjid = ANY (ARRAY[to_regclass('big_spender')]::oid[])
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- View big_spender: dropped, to be made again below.
-- Lock: ACCESS EXCLUSIVE on big_spender, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('big_spender') AND relkind = 'v') THEN
    DROP VIEW big_spender;
  END IF;
END
$varve$;

-- Guest: new table.
CREATE TABLE IF NOT EXISTS users (
  id bigint NOT NULL,
  name text NOT NULL,
  highest numeric(12, 2) NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- View big_spender: made again.
CREATE OR REPLACE VIEW big_spender (name, highest) AS
SELECT u.name, u.highest FROM users AS u WHERE u.highest > 1000;
DO $varve$
DECLARE
  differing text;
BEGIN
  SELECT string_agg(format('%I is %s, not %s', name, format_type(atttypid, atttypmod), type), ', ')
  INTO differing
  FROM (VALUES
    ('name', 'text'::regtype), ('highest', 'numeric(12, 2)'::regtype)
  ) AS expected (name, type)
  JOIN pg_attribute ON attrelid = 'big_spender'::regclass AND attname = name
  JOIN pg_type AS actual ON actual.oid = atttypid
  WHERE atttypid <> type
    AND NOT (type = 'text'::regtype AND typcategory = 'S');
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION '% gives another type than the record reads: %. '
      'Cast in the select, or change the component.', 'View big_spender', differing;
  END IF;
END
$varve$;

-- View sales.totals: changed.
-- Lock: ACCESS EXCLUSIVE on sales.totals, for a moment.
CREATE OR REPLACE VIEW sales.totals (id, name, orders, total, nickname, highest, lowest) AS
SELECT u.id, u.full_name AS name, count(o.id) AS orders, sum(o.total) AS total, upper(u.nickname) AS nickname, max(o.total) AS highest, min(o.total) AS lowest
FROM people AS u
LEFT JOIN sales.purchases AS o ON o.user_id = u.id
GROUP BY u.id;
DO $varve$
DECLARE
  differing text;
BEGIN
  SELECT string_agg(format('%I is %s, not %s', name, format_type(atttypid, atttypmod), type), ', ')
  INTO differing
  FROM (VALUES
    ('id', 'bigint'::regtype), ('name', 'text'::regtype), ('orders', 'bigint'::regtype),
    ('total', 'numeric'::regtype), ('nickname', 'text'::regtype),
    ('highest', 'numeric'::regtype), ('lowest', 'numeric'::regtype)
  ) AS expected (name, type)
  JOIN pg_attribute ON attrelid = 'sales.totals'::regclass AND attname = name
  JOIN pg_type AS actual ON actual.oid = atttypid
  WHERE atttypid <> type
    AND NOT (type = 'text'::regtype AND typcategory = 'S');
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION '% gives another type than the record reads: %. '
      'Cast in the select, or change the component.', 'View sales.totals', differing;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    id bigint NOT NULL, name text NOT NULL, highest numeric(12, 2) NOT NULL,
    CONSTRAINT users_pkey PRIMARY KEY (id)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('users'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true)
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
      ('r', 'p', e.reltablespace, e.reloptions)
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
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;
