-- V6__change_view_sales_totals_and_1_more
--
-- Adds constraint users_full_name_key to users.
-- Changes view sales.totals.
-- Creates view big_spender.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V6__change_view_sales_totals_and_1_more.json has its checksum.

-- varve:step transaction

-- users (users_full_name_key): no two rows may have the same.
-- Lock: ACCESS SHARE on users, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT full_name, count(*) FROM users GROUP BY full_name HAVING count(*) > 1';
  standing bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_index
    WHERE indexrelid = to_regclass('users_full_name_key') AND indrelid = to_regclass('users') AND indisvalid
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Key users_full_name_key of users is to be unique: full_name; but % values are there more than once. Find them with: %; change or delete some of them, then run the migration again.', standing, query
        USING ERRCODE = 'unique_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step outside transaction

-- User.fullName: the index of its unique key.
-- Lock: SHARE UPDATE EXCLUSIVE on users, while it is scanned.
-- varve:drop-invalid-index users_full_name_key
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS users_full_name_key
  ON users (full_name);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE users
  );
  CREATE UNIQUE INDEX users_full_name_key ON pg_temp.varve_expected_1 (full_name);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('users'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
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

-- User.fullName: unique key.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'users_full_name_key'
  ) THEN
    ALTER TABLE users
      ADD CONSTRAINT users_full_name_key UNIQUE USING INDEX users_full_name_key;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE users, CONSTRAINT users_full_name_key UNIQUE (full_name)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('users'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
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

-- varve:step transaction

-- View sales.totals: changed.
-- Lock: ACCESS EXCLUSIVE on sales.totals, for a moment.
CREATE OR REPLACE VIEW sales.totals (id, name, orders, total, nickname, highest) AS
SELECT u.id, u.full_name AS name, count(o.id) AS orders, sum(o.total) AS total, upper(u.nickname) AS nickname, max(o.total) AS highest
FROM users AS u
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
    ('highest', 'numeric'::regtype)
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

-- View big_spender: new view.
CREATE OR REPLACE VIEW big_spender (name, highest) AS
SELECT t.name, t.highest FROM sales.totals AS t WHERE t.highest > 1000;
DO $varve$
DECLARE
  differing text;
BEGIN
  SELECT string_agg(format('%I is %s, not %s', name, format_type(atttypid, atttypmod), type), ', ')
  INTO differing
  FROM (VALUES
    ('name', 'text'::regtype), ('highest', 'numeric'::regtype)
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
