-- U2__drop_view_good_user_and_change_view_user_totals_and_1_more
--
-- The way back from V2__drop_view_good_user_and_change_view_user_totals_and_1_more.
-- Drops grant on view good_user to PUBLIC.
-- Drops view good_user.
-- Drops view user_totals.
-- Creates view user_totals.
-- Creates view good_user.
-- Changes trigger settled ON sales.open_orders.
-- Creates grant on view good_user to PUBLIC.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V2__drop_view_good_user_and_change_view_user_totals_and_1_more.json has its checksum.

-- Grant on view good_user to PUBLIC: dropped, to be made again below.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('good_user') IS NOT NULL THEN
    REVOKE SELECT ON TABLE good_user FROM PUBLIC;
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
    AND coalesce(v.oid <> ALL (array_remove(ARRAY[to_regclass('good_user'), to_regclass('user_totals'), to_regclass('sales.open_orders')]::oid[], NULL)), true)
    AND (
      d.refobjid = ANY (ARRAY[to_regclass('good_user'), to_regclass('user_totals')]::oid[])
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- View good_user: dropped, to be made again below.
-- Lock: ACCESS EXCLUSIVE on good_user, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('good_user') AND relkind = 'v') THEN
    DROP VIEW good_user;
  END IF;
END
$varve$;

-- View user_totals: dropped, to be made again below.
-- Lock: ACCESS EXCLUSIVE on user_totals, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('user_totals') AND relkind = 'v') THEN
    DROP VIEW user_totals;
  END IF;
END
$varve$;

-- View user_totals: made again.
CREATE OR REPLACE VIEW user_totals (id, name, orders, total) AS
SELECT u.id, u.name, count(*) AS orders, sum(o.total) AS total
FROM users AS u
JOIN sales.orders AS o ON o.user_id = u.id
GROUP BY u.id;
DO $varve$
DECLARE
  differing text;
BEGIN
  SELECT string_agg(format('%I is %s, not %s', name, format_type(atttypid, atttypmod), type), ', ')
  INTO differing
  FROM (VALUES
    ('id', 'bigint'::regtype), ('name', 'text'::regtype), ('orders', 'bigint'::regtype),
    ('total', 'numeric'::regtype)
  ) AS expected (name, type)
  JOIN pg_attribute ON attrelid = 'user_totals'::regclass AND attname = name
  JOIN pg_type AS actual ON actual.oid = atttypid
  WHERE atttypid <> type
    AND NOT (type = 'text'::regtype AND typcategory = 'S');
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION '% gives another type than the record reads: %. '
      'Cast in the select, or change the component.', 'View user_totals', differing;
  END IF;
END
$varve$;

-- View good_user: made again.
CREATE OR REPLACE VIEW good_user (id, name) WITH (security_barrier, security_invoker) AS
SELECT t.id, t.name FROM user_totals AS t WHERE t.total > 1000;
DO $varve$
DECLARE
  differing text;
BEGIN
  SELECT string_agg(format('%I is %s, not %s', name, format_type(atttypid, atttypmod), type), ', ')
  INTO differing
  FROM (VALUES
    ('id', 'bigint'::regtype), ('name', 'text'::regtype)
  ) AS expected (name, type)
  JOIN pg_attribute ON attrelid = 'good_user'::regclass AND attname = name
  JOIN pg_type AS actual ON actual.oid = atttypid
  WHERE atttypid <> type
    AND NOT (type = 'text'::regtype AND typcategory = 'S');
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION '% gives another type than the record reads: %. '
      'Cast in the select, or change the component.', 'View good_user', differing;
  END IF;
END
$varve$;

-- Trigger settled ON sales.open_orders: changed.
-- Lock: SHARE ROW EXCLUSIVE on sales.open_orders, for a moment.
CREATE OR REPLACE TRIGGER settled
  INSTEAD OF UPDATE ON sales.open_orders
  FOR EACH ROW
  EXECUTE FUNCTION sales.settle();

-- Grant on view good_user to PUBLIC: made again.
GRANT SELECT ON TABLE good_user TO PUBLIC;
