-- V1__create_users_and_create_sales_orders_and_3_more
--
-- Creates schema sales.
-- Creates enum state.
-- Creates routine sales.settle().
-- Creates table users.
-- Creates table sales.orders.
-- Adds constraint orders_user_id_fkey to sales.orders.
-- Creates view user_totals.
-- Creates view good_user.
-- Creates view sales.open_orders.
-- Creates trigger settled ON sales.open_orders.
-- Creates grant on view good_user to PUBLIC.
-- Creates comment on trigger settled ON sales.open_orders.
--
-- Data lost: none.
-- Lost by the undo: all rows of users; all rows of sales.orders.
--
-- Written by Varve, and not to be edited: V1__create_users_and_create_sales_orders_and_3_more.json has its checksum.

-- Schema sales: new schema.
CREATE SCHEMA IF NOT EXISTS sales;

-- State: new enum.
DO $varve$
BEGIN
  IF to_regtype('state') IS NULL THEN
    CREATE TYPE state AS ENUM (
      'OPEN', 'PAID', 'LOST'
    );
  ELSIF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'state'::regtype
  ) <> ARRAY['OPEN', 'PAID', 'LOST']::text[] THEN
    RAISE EXCEPTION 'Enum state exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Routine sales.settle(): new routine.
CREATE OR REPLACE FUNCTION sales.settle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE sales.orders SET state = 'PAID' WHERE id = OLD.id;
  RETURN OLD;
END
$$;

-- User: new table.
CREATE TABLE IF NOT EXISTS users (
  id bigint NOT NULL,
  name text NOT NULL,
  nickname text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

-- Order: new table.
CREATE TABLE IF NOT EXISTS sales.orders (
  id bigint NOT NULL,
  user_id bigint NOT NULL,
  state state NOT NULL,
  total numeric(10, 2) NOT NULL,
  CONSTRAINT orders_pkey PRIMARY KEY (id)
);

-- Order.userId: reference to users.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('sales.orders') AND conname = 'orders_user_id_fkey'
  ) THEN
    ALTER TABLE sales.orders
      ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id)
        REFERENCES users (id);
  END IF;
END
$varve$;

-- View user_totals: new view.
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

-- View good_user: new view.
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

-- View sales.open_orders: new view.
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

-- Trigger settled ON sales.open_orders: new trigger.
CREATE OR REPLACE TRIGGER settled
  INSTEAD OF UPDATE ON sales.open_orders
  FOR EACH ROW
  EXECUTE FUNCTION sales.settle();

-- Grant on view good_user to PUBLIC: new grant.
GRANT SELECT ON TABLE good_user TO PUBLIC;

-- Comment on trigger settled ON sales.open_orders: new comment.
COMMENT ON TRIGGER settled ON sales.open_orders IS 'Who writes it has paid';

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    id bigint NOT NULL, name text NOT NULL, nickname text,
    CONSTRAINT users_pkey PRIMARY KEY (id)
  );
  CREATE TEMP TABLE varve_expected_2 (
    id bigint NOT NULL, user_id bigint NOT NULL, state state NOT NULL,
    total numeric(10, 2) NOT NULL, CONSTRAINT orders_pkey PRIMARY KEY (id)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('users'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true),
      ('sales.orders'::regclass, 'pg_temp.varve_expected_2'::regclass, true, true)
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
    UNION ALL
    SELECT format('constraint %I of %s', name, owner)
    FROM (VALUES
      ('sales.orders'::regclass, 'orders_user_id_fkey', ARRAY['user_id']::name[], 'users'::regclass, ARRAY['id']::name[], 'a', 'a')
    ) AS key (owner, name, columns, target, target_columns, on_delete, on_update)
    WHERE NOT EXISTS (
      SELECT FROM pg_constraint
      WHERE conrelid = owner AND conname = name AND contype = 'f' AND confrelid = target
        AND confdeltype = on_delete AND confupdtype = on_update
        AND confmatchtype = 's' AND NOT condeferrable
        AND columns = (
          SELECT array_agg(attname ORDER BY array_position(conkey, attnum)) FROM pg_attribute
          WHERE attrelid = conrelid AND attnum = ANY (conkey)
        )
        AND target_columns = (
          SELECT array_agg(attname ORDER BY array_position(confkey, attnum)) FROM pg_attribute
          WHERE attrelid = confrelid AND attnum = ANY (confkey)
        )
    )
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2;
END
$varve$;
