-- U7__rename_users_to_people_and_drop_view_big_spender_and_3_more
--
-- The way back from V7__rename_users_to_people_and_drop_view_big_spender_and_3_more.
-- Drops view big_spender.
-- Drops table users with its rows.
-- Renames table people to users.
-- Renames constraint people_pkey to users_pkey.
-- Renames constraint people_full_name_key to users_full_name_key.
-- Drops view sales.totals.
-- Creates view sales.totals.
-- Creates view big_spender.
--
-- Data lost: all rows of users.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V7__rename_users_to_people_and_drop_view_big_spender_and_3_more.json has its checksum.

-- Names change hands, so the catalogue cannot tell whether this was done: a mark does.
-- Lock: ACCESS EXCLUSIVE on big_spender, people, users, for a moment.
CREATE TABLE IF NOT EXISTS varve_marks (
  mark text PRIMARY KEY
);
DO $varve1$
BEGIN
  IF EXISTS (SELECT FROM varve_marks WHERE mark = 'rename_users_to_people_and_drop_view_big_spender_and_3_more_4810d451') THEN
    -- Views that are not of the model stop this: they would have to go for a while.
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
      d.refobjid = ANY (ARRAY[to_regclass('big_spender'), to_regclass('sales.totals')]::oid[])
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;
    -- View big_spender: dropped, to be made again below.
    DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('big_spender') AND relkind = 'v') THEN
    DROP VIEW big_spender;
  END IF;
END
$varve$;
    -- Guest: dropped, with its rows.
    DROP TABLE IF EXISTS users;
    -- User: renamed from people.
    ALTER TABLE people
      RENAME TO users;
    DELETE FROM varve_marks WHERE mark = 'rename_users_to_people_and_drop_view_big_spender_and_3_more_4810d451';
  END IF;
END
$varve1$;

-- users: constraint people_pkey is users_pkey now.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'users_pkey'
  ) THEN
    ALTER TABLE users
      RENAME CONSTRAINT people_pkey TO users_pkey;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'people_pkey'
  ) THEN
    RAISE EXCEPTION 'Constraint people_pkey of users is to be renamed to users_pkey, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- users: constraint people_full_name_key is users_full_name_key now.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'users_full_name_key'
  ) THEN
    ALTER TABLE users
      RENAME CONSTRAINT people_full_name_key TO users_full_name_key;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'people_full_name_key'
  ) THEN
    RAISE EXCEPTION 'Constraint people_full_name_key of users is to be renamed to users_full_name_key, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- View big_spender: dropped, to be made again below.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_depend
    JOIN pg_rewrite ON classid = 'pg_rewrite'::regclass AND pg_rewrite.oid = objid
    WHERE refobjid = to_regclass('sales.totals') AND ev_class = to_regclass('big_spender')
  ) THEN
    DROP VIEW big_spender;
  END IF;
END
$varve$;

-- View sales.totals: dropped, to be made again below.
-- Lock: ACCESS EXCLUSIVE on sales.totals, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('sales.totals') AND relkind = 'v') THEN
    DROP VIEW sales.totals;
  END IF;
END
$varve$;

-- View sales.totals: made again.
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

-- View big_spender: made again.
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
