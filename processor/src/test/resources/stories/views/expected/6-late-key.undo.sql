-- U6__change_view_sales_totals_and_1_more
--
-- The way back from V6__change_view_sales_totals_and_1_more.
-- Drops view big_spender.
-- Drops view sales.totals.
-- Drops constraint users_full_name_key of users.
-- Creates view sales.totals.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V6__change_view_sales_totals_and_1_more.json has its checksum.

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
      d.refobjid = ANY (ARRAY[to_regclass('big_spender'), to_regclass('sales.totals')]::oid[])
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- View big_spender: dropped.
-- Lock: ACCESS EXCLUSIVE on big_spender, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('big_spender') AND relkind = 'v') THEN
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

-- User.fullName: no unique key any more.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE IF EXISTS users
  DROP CONSTRAINT IF EXISTS users_full_name_key;

-- View sales.totals: made again.
CREATE OR REPLACE VIEW sales.totals (id, name, orders, total, nickname) AS
SELECT u.id, u.full_name AS name, count(o.id) AS orders, sum(o.total) AS total, upper(u.nickname) AS nickname
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
    ('total', 'numeric'::regtype), ('nickname', 'text'::regtype)
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
