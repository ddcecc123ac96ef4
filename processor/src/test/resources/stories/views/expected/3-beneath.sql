-- V3__rename_sales_orders_to_sales_purchases_and_9_more
--
-- Renames table sales.orders to sales.purchases.
-- Renames column users.name to full_name.
-- Renames constraint orders_pkey to purchases_pkey.
-- Renames constraint orders_user_id_fkey to purchases_user_id_fkey.
-- Drops comment on trigger settled ON sales.open_orders.
-- Drops grant on view good_user to PUBLIC.
-- Drops trigger settled ON sales.open_orders.
-- Drops view sales.open_orders.
-- Drops view good_user.
-- Drops view user_totals.
-- Changes routine sales.settle().
-- Changes column sales.purchases.total from numeric(10, 2) to numeric(12, 2).
-- Takes value LOST out of enum state; refused while a row has it.
-- Creates view user_totals.
-- Creates view good_user.
-- Creates view sales.open_orders.
-- Creates trigger settled ON sales.open_orders.
-- Creates grant on view good_user to PUBLIC.
-- Creates comment on trigger settled ON sales.open_orders.
--
-- Data lost: none.
-- Lost by the undo: what numeric(10, 2) cannot hold of sales.purchases.total.
--
-- Written by Varve, and not to be edited: V3__rename_sales_orders_to_sales_purchases_and_9_more.json has its checksum.

-- varve:step transaction

-- sales.orders.state: no row may have LOST.
-- Lock: ACCESS SHARE on sales.orders, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM sales.orders WHERE state::text = ANY (ARRAY[''LOST'']::text[])';
  standing bigint;
BEGIN
  IF to_regclass('sales.orders') IS NOT NULL AND EXISTS (
    SELECT FROM pg_enum
    WHERE enumtypid = to_regtype('state') AND enumlabel = ANY (ARRAY['LOST']::text[])
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Enum state is to lose LOST, but % rows have it. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'check_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- Order: renamed from sales.orders.
-- Lock: ACCESS EXCLUSIVE on sales.orders, for a moment.
DO $varve$
BEGIN
  IF to_regclass('sales.orders') IS NOT NULL THEN
    IF to_regclass('sales.purchases') IS NOT NULL THEN
      RAISE EXCEPTION 'Table sales.orders is to be renamed to sales.purchases, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE sales.orders
      RENAME TO purchases;
  ELSIF NOT ARRAY['id', 'user_id', 'state', 'total']::name[] <@ ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = 'sales.purchases'::regclass) THEN
    RAISE EXCEPTION 'Table sales.orders is not there, and sales.purchases is not what it would be renamed to. Rename the table back; then run the migration again.';
  END IF;
END
$varve$;

-- User.fullName: renamed from name.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('users') AND attname = 'name' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('users') AND attname = 'full_name' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column users.name is to be renamed to users.full_name, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE users
      RENAME COLUMN name TO full_name;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'users'::regclass AND attname = 'full_name'
  ) IS DISTINCT FROM 'text' THEN
    RAISE EXCEPTION 'Column users.name is not there, and users.full_name is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- sales.purchases: constraint orders_pkey is purchases_pkey now.
-- Lock: ACCESS EXCLUSIVE on sales.purchases, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('sales.purchases') AND conname = 'purchases_pkey'
  ) THEN
    ALTER TABLE sales.purchases
      RENAME CONSTRAINT orders_pkey TO purchases_pkey;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('sales.purchases') AND conname = 'orders_pkey'
  ) THEN
    RAISE EXCEPTION 'Constraint orders_pkey of sales.purchases is to be renamed to purchases_pkey, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- sales.purchases: constraint orders_user_id_fkey is purchases_user_id_fkey now.
-- Lock: ACCESS EXCLUSIVE on sales.purchases, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('sales.purchases') AND conname = 'purchases_user_id_fkey'
  ) THEN
    ALTER TABLE sales.purchases
      RENAME CONSTRAINT orders_user_id_fkey TO purchases_user_id_fkey;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('sales.purchases') AND conname = 'orders_user_id_fkey'
  ) THEN
    RAISE EXCEPTION 'Constraint orders_user_id_fkey of sales.purchases is to be renamed to purchases_user_id_fkey, but both exist. Rename or drop one of them; then run the migration again.';
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
      OR (a.attrelid = to_regclass('sales.purchases') AND a.attname = ANY (ARRAY['state', 'total']::name[]))
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
  UPDATE sales.purchases SET state = 'PAID' WHERE id = OLD.id;
  RETURN OLD;
END
$$;

-- Order.total: from numeric(10, 2) to numeric(12, 2).
-- Lock: ACCESS EXCLUSIVE on sales.purchases, for a moment.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'sales.purchases'::regclass AND attname = 'total'
  ) = 'numeric(10,2)' THEN
    ALTER TABLE sales.purchases
      ALTER COLUMN total TYPE numeric(12, 2);
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'sales.purchases'::regclass AND attname = 'total'
  ) IS DISTINCT FROM 'numeric(12,2)' THEN
    RAISE EXCEPTION 'Column sales.purchases.total is neither numeric(10, 2) nor numeric(12, 2). Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- State: without LOST. Refused while a row has it.
-- Lock: ACCESS EXCLUSIVE on sales.purchases, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'state'::regtype
  ) <> ARRAY['OPEN', 'PAID']::text[] THEN
    IF (
      SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
      WHERE enumtypid = 'state'::regtype
    ) <> ARRAY['OPEN', 'PAID', 'LOST']::text[] THEN
      RAISE EXCEPTION 'Enum state exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
    END IF;
    ALTER TYPE state
      RENAME TO varve_old_state;
    CREATE TYPE state AS ENUM (
      'OPEN', 'PAID'
    );
    -- What others put there with a value of the old enum goes, and comes again.
    DECLARE
      old text := 'varve_old_state'::regtype::text;
      others text[] := '{}';
      other record;
    BEGIN
      FOR other IN
        WITH part AS (
          SELECT * FROM unnest(ARRAY['sales.purchases'::regclass]) AS oid
          UNION
          SELECT relid FROM unnest(ARRAY['sales.purchases'::regclass]) AS oid, pg_partition_tree(oid)
        )
        SELECT i.oid, format('DROP INDEX %s', i.oid::regclass) AS gone,
          replace(pg_get_indexdef(i.oid), ' ON ONLY ', ' ON ') AS made
        FROM part JOIN pg_index ON indrelid = part.oid JOIN pg_class AS i ON i.oid = indexrelid
        WHERE NOT relispartition
          AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.oid)
        UNION ALL
        SELECT c.oid, format('ALTER TABLE %s DROP CONSTRAINT %I', part.oid, conname),
          format('ALTER TABLE %s ADD CONSTRAINT %I %s',
            part.oid, conname, pg_get_constraintdef(c.oid))
        FROM part JOIN pg_constraint AS c ON conrelid = part.oid AND coninhcount = 0
        UNION ALL
        SELECT d.oid, format('ALTER TABLE ONLY %s ALTER %I DROP DEFAULT', part.oid, attname),
          format('ALTER TABLE ONLY %s ALTER %I SET DEFAULT %s',
            part.oid, attname, pg_get_expr(adbin, adrelid))
        FROM part JOIN pg_attrdef AS d ON adrelid = part.oid
        JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum AND attgenerated = ''
      LOOP
        IF position(old IN other.made) > 0 THEN
          EXECUTE other.gone;
          others := others || replace(other.made, old, 'state'::regtype::text);
        END IF;
      END LOOP;
      ALTER TABLE sales.purchases
        ALTER COLUMN state TYPE state USING state::text::state;
      FOR other IN SELECT unnest(others) AS made LOOP
        EXECUTE other.made;
      END LOOP;
    END;
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'varve_old_state'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      EXECUTE format(
        'ALTER TYPE %s RENAME TO %I', 'varve_old_state'::regtype, 'varve_parked_' || 'varve_old_state'::regtype::oid);
    ELSE
      DROP TYPE varve_old_state;
    END IF;
  END IF;
END
$varve$;

-- View user_totals: made again.
CREATE OR REPLACE VIEW user_totals (id, name, orders, total, nickname) AS
SELECT u.id, u.full_name AS name, count(o.id) AS orders, sum(o.total) AS total, u.nickname
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
SELECT id, state, total FROM sales.purchases WHERE state = 'OPEN'
WITH LOCAL CHECK OPTION;
DO $varve$
DECLARE
  differing text;
BEGIN
  SELECT string_agg(format('%I is %s, not %s', name, format_type(atttypid, atttypmod), type), ', ')
  INTO differing
  FROM (VALUES
    ('id', 'bigint'::regtype), ('state', 'state'::regtype),
    ('total', 'numeric(12, 2)'::regtype)
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
