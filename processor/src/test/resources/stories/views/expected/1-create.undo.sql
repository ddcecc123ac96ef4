-- U1__create_users_and_create_sales_orders_and_3_more
--
-- The way back from V1__create_users_and_create_sales_orders_and_3_more.
-- Drops comment on trigger settled ON sales.open_orders.
-- Drops grant on view good_user to PUBLIC.
-- Drops trigger settled ON sales.open_orders.
-- Drops view sales.open_orders.
-- Drops view good_user.
-- Drops view user_totals.
-- Drops constraint orders_user_id_fkey of sales.orders.
-- Drops table users with its rows.
-- Drops table sales.orders with its rows.
-- Drops routine sales.settle().
-- Drops enum state.
-- Drops schema sales.
--
-- Data lost: all rows of users; all rows of sales.orders.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_users_and_create_sales_orders_and_3_more.json has its checksum.

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
    AND coalesce(v.oid <> ALL (array_remove(ARRAY[to_regclass('good_user'), to_regclass('user_totals'), to_regclass('sales.open_orders')]::oid[], NULL)), true)
    AND (
      d.refobjid = ANY (ARRAY[to_regclass('sales.open_orders'), to_regclass('good_user'), to_regclass('user_totals')]::oid[])
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

-- View user_totals: dropped.
-- Lock: ACCESS EXCLUSIVE on user_totals, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('user_totals') AND relkind = 'v') THEN
    DROP VIEW user_totals;
  END IF;
END
$varve$;

-- Order.userId: no reference to users any more.
-- Lock: ACCESS EXCLUSIVE on users, sales.orders, for a moment.
ALTER TABLE IF EXISTS sales.orders
  DROP CONSTRAINT IF EXISTS orders_user_id_fkey;

-- User: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DROP TABLE IF EXISTS users;

-- Order: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on sales.orders, for a moment.
DROP TABLE IF EXISTS sales.orders;

-- Routine sales.settle(): dropped.
-- Lock: none on a table.
DROP FUNCTION IF EXISTS sales.settle();

-- State: no column has this enum any more.
-- Lock: none on a table.
DROP TYPE IF EXISTS state;

-- Schema sales: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'sales')
      AND NOT EXISTS (
        SELECT FROM pg_depend
        WHERE refclassid = 'pg_namespace'::regclass AND refobjid = to_regnamespace('sales')
      ) THEN
    DROP SCHEMA sales;
  END IF;
END
$varve$;
