-- U3__rename_sales_orders_to_sales_purchases_and_9_more
--
-- The way back from V3__rename_sales_orders_to_sales_purchases_and_9_more.
-- Renames table sales.purchases to sales.orders.
-- Renames column users.full_name to name.
-- Renames constraint purchases_pkey to orders_pkey.
-- Renames constraint purchases_user_id_fkey to orders_user_id_fkey.
-- Drops comment on trigger settled ON sales.open_orders.
-- Drops grant on view good_user to PUBLIC.
-- Drops trigger settled ON sales.open_orders.
-- Drops view sales.open_orders.
-- Drops view good_user.
-- Drops view user_totals.
-- Adds value LOST to enum state.
-- Changes routine sales.settle().
-- Changes column sales.orders.total from numeric(12, 2) to numeric(10, 2).
-- Creates view user_totals.
-- Creates view good_user.
-- Creates view sales.open_orders.
-- Creates trigger settled ON sales.open_orders.
-- Creates grant on view good_user to PUBLIC.
-- Creates comment on trigger settled ON sales.open_orders.
--
-- Data lost: what numeric(10, 2) cannot hold of sales.purchases.total.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V3__rename_sales_orders_to_sales_purchases_and_9_more.json has its checksum.

-- varve:step transaction

-- Order.total: every value must fit numeric(10, 2).
-- Lock: ACCESS SHARE on sales.purchases, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM sales.purchases WHERE abs(round(total, 2)) >= power(10::numeric, 8) AND total <> ''NaN''';
  standing bigint;
BEGIN
  IF to_regclass('sales.purchases') IS NOT NULL AND EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('sales.purchases') AND attname = 'total'
      AND format_type(atttypid, atttypmod) = 'numeric(12,2)'
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column sales.purchases.total is to become numeric(10, 2), but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'data_exception';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- State: new value LOST.
-- Lock: none on a table.
ALTER TYPE state
  ADD VALUE IF NOT EXISTS 'LOST';
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'state'::regtype
  ) <> ARRAY['OPEN', 'PAID', 'LOST']::text[] THEN
    RAISE EXCEPTION 'Enum state exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- varve:step transaction

-- Order: renamed from sales.purchases.
-- Lock: ACCESS EXCLUSIVE on sales.purchases, for a moment.
DO $varve$
BEGIN
  IF to_regclass('sales.purchases') IS NOT NULL THEN
    IF to_regclass('sales.orders') IS NOT NULL THEN
      RAISE EXCEPTION 'Table sales.purchases is to be renamed to sales.orders, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE sales.purchases
      RENAME TO orders;
  ELSIF NOT ARRAY['id', 'user_id', 'state', 'total']::name[] <@ ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = 'sales.orders'::regclass) THEN
    RAISE EXCEPTION 'Table sales.purchases is not there, and sales.orders is not what it would be renamed to. Rename the table back; then run the migration again.';
  END IF;
END
$varve$;

-- users.name: renamed from full_name.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'full_name' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('users') AND attname = 'name' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column users.full_name is to be renamed to users.name, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE users
      RENAME COLUMN full_name TO name;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attname = 'name'
  ) IS DISTINCT FROM 'text' THEN
    RAISE EXCEPTION 'Column users.full_name is not there, and users.name is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- sales.orders: constraint purchases_pkey is orders_pkey now.
-- Lock: ACCESS EXCLUSIVE on sales.orders, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('sales.orders') AND conname = 'orders_pkey'
  ) THEN
    ALTER TABLE sales.orders
      RENAME CONSTRAINT purchases_pkey TO orders_pkey;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('sales.orders') AND conname = 'purchases_pkey'
  ) THEN
    RAISE EXCEPTION 'Constraint purchases_pkey of sales.orders is to be renamed to orders_pkey, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- sales.orders: constraint purchases_user_id_fkey is orders_user_id_fkey now.
-- Lock: ACCESS EXCLUSIVE on sales.orders, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('sales.orders') AND conname = 'orders_user_id_fkey'
  ) THEN
    ALTER TABLE sales.orders
      RENAME CONSTRAINT purchases_user_id_fkey TO orders_user_id_fkey;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('sales.orders') AND conname = 'purchases_user_id_fkey'
  ) THEN
    RAISE EXCEPTION 'Constraint purchases_user_id_fkey of sales.orders is to be renamed to orders_user_id_fkey, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- Comment on trigger settled ON sales.open_orders: dropped, to be made again below.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_trigger WHERE tgrelid = to_regclass('sales.open_orders') AND quote_ident(tgname) = 'settled') THEN
    COMMENT ON TRIGGER settled ON sales.open_orders IS NULL;
  END IF;
END
$varve$;

-- Grant on view good_user to PUBLIC: dropped, to be made again below.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('good_user') IS NOT NULL THEN
    REVOKE SELECT ON TABLE good_user FROM PUBLIC;
  END IF;
END
$varve$;

-- Trigger settled ON sales.open_orders: dropped, to be made again below.
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
      OR (a.attrelid = to_regclass('sales.orders') AND a.attname = ANY (ARRAY['total']::name[]))
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- View sales.open_orders: dropped, to be made again below.
-- Lock: ACCESS EXCLUSIVE on sales.open_orders, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('sales.open_orders') AND relkind = 'v') THEN
    DROP VIEW sales.open_orders;
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

-- Routine sales.settle(): changed.
-- Lock: none on a table.
CREATE OR REPLACE FUNCTION sales.settle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE sales.orders SET state = 'PAID' WHERE id = OLD.id;
  RETURN OLD;
END
$$;

-- sales.orders.total: from numeric(12, 2) to numeric(10, 2).
-- Lock: ACCESS EXCLUSIVE on sales.orders, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'sales.orders'::regclass AND attname = 'total'
  ) = 'numeric(12,2)' THEN
    ALTER TABLE sales.orders
      ALTER COLUMN total TYPE numeric(10, 2);
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'sales.orders'::regclass AND attname = 'total'
  ) IS DISTINCT FROM 'numeric(10,2)' THEN
    RAISE EXCEPTION 'Column sales.orders.total is neither numeric(12, 2) nor numeric(10, 2). Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- View user_totals: made again.
CREATE OR REPLACE VIEW user_totals (id, name, orders, total, nickname) AS
SELECT u.id, u.name, count(o.id) AS orders, sum(o.total) AS total, u.nickname
FROM users AS u
LEFT JOIN sales.orders AS o ON o.user_id = u.id
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
CREATE OR REPLACE VIEW good_user (name, id) AS
SELECT t.name, t.id FROM user_totals AS t WHERE t.total > 1000;
DO $varve$
DECLARE
  differing text;
BEGIN
  SELECT string_agg(format('%I is %s, not %s', name, format_type(atttypid, atttypmod), type), ', ')
  INTO differing
  FROM (VALUES
    ('name', 'text'::regtype), ('id', 'bigint'::regtype)
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

-- View sales.open_orders: made again.
CREATE OR REPLACE VIEW sales.open_orders (id, state, total) AS
SELECT id, state, total FROM sales.orders WHERE state = 'OPEN'
WITH LOCAL CHECK OPTION;
DO $varve$
DECLARE
  differing text;
BEGIN
  SELECT string_agg(format('%I is %s, not %s', name, format_type(atttypid, atttypmod), type), ', ')
  INTO differing
  FROM (VALUES
    ('id', 'bigint'::regtype), ('state', 'state'::regtype),
    ('total', 'numeric(10, 2)'::regtype)
  ) AS expected (name, type)
  JOIN pg_attribute ON attrelid = 'sales.open_orders'::regclass AND attname = name
  JOIN pg_type AS actual ON actual.oid = atttypid
  WHERE atttypid <> type
    AND NOT (type = 'text'::regtype AND typcategory = 'S');
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION '% gives another type than the record reads: %. '
      'Cast in the select, or change the component.', 'View sales.open_orders', differing;
  END IF;
END
$varve$;

-- Trigger settled ON sales.open_orders: made again.
CREATE OR REPLACE TRIGGER settled
  INSTEAD OF UPDATE OR DELETE ON sales.open_orders
  FOR EACH ROW
  EXECUTE FUNCTION sales.settle();

-- Grant on view good_user to PUBLIC: made again.
GRANT SELECT ON TABLE good_user TO PUBLIC;

-- Comment on trigger settled ON sales.open_orders: made again.
COMMENT ON TRIGGER settled ON sales.open_orders IS 'Who writes it has paid';
