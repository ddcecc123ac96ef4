-- V5__drop_view_sales_open_orders_and_2_more
--
-- Drops comment on trigger settled ON sales.open_orders.
-- Drops grant on view good_user to PUBLIC.
-- Drops trigger settled ON sales.open_orders.
-- Drops view sales.open_orders.
-- Drops view good_user.
-- Drops routine sales.settle().
-- Changes view sales.totals.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V5__drop_view_sales_open_orders_and_2_more.json has its checksum.

-- Comment on trigger settled ON sales.open_orders: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_trigger WHERE tgrelid = to_regclass('sales.open_orders') AND quote_ident(tgname) = 'settled') THEN
    COMMENT ON TRIGGER settled ON sales.open_orders IS NULL;
  END IF;
END
$varve$;

-- Grant on view good_user to PUBLIC: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('good_user') IS NOT NULL THEN
    REVOKE SELECT ON TABLE good_user FROM PUBLIC;
  END IF;
END
$varve$;

-- Trigger settled ON sales.open_orders: dropped.
-- Lock: ACCESS EXCLUSIVE on sales.open_orders, for a moment.
DROP TRIGGER IF EXISTS settled ON sales.open_orders;

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
    AND coalesce(v.oid <> ALL (array_remove(ARRAY[to_regclass('good_user'), to_regclass('sales.open_orders'), to_regclass('sales.totals')]::oid[], NULL)), true)
    AND (
      d.refobjid = ANY (ARRAY[to_regclass('sales.open_orders'), to_regclass('good_user')]::oid[])
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- View sales.open_orders: dropped.
-- Lock: ACCESS EXCLUSIVE on sales.open_orders, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('sales.open_orders') AND relkind = 'v') THEN
    DROP VIEW sales.open_orders;
  END IF;
END
$varve$;

-- View good_user: dropped.
-- Lock: ACCESS EXCLUSIVE on good_user, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('good_user') AND relkind = 'v') THEN
    DROP VIEW good_user;
  END IF;
END
$varve$;

-- Routine sales.settle(): dropped.
-- Lock: none on a table.
DROP FUNCTION IF EXISTS sales.settle();

-- View sales.totals: changed.
-- Lock: ACCESS EXCLUSIVE on sales.totals, for a moment.
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
