-- U5__drop_view_sales_open_orders_and_2_more
--
-- The way back from V5__drop_view_sales_open_orders_and_2_more.
-- Creates routine sales.settle().
-- Changes view sales.totals.
-- Creates view good_user.
-- Creates view sales.open_orders.
-- Creates trigger settled ON sales.open_orders.
-- Creates grant on view good_user to PUBLIC.
-- Creates comment on trigger settled ON sales.open_orders.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V5__drop_view_sales_open_orders_and_2_more.json has its checksum.

-- Routine sales.settle(): new routine.
CREATE OR REPLACE FUNCTION sales.settle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE sales.purchases SET state = 'PAID' WHERE id = OLD.id;
  RETURN OLD;
END
$$;

-- View sales.totals: changed.
-- Lock: ACCESS EXCLUSIVE on sales.totals, for a moment.
CREATE OR REPLACE VIEW sales.totals (id, name, orders, total, nickname) AS
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

-- View good_user: new view.
CREATE OR REPLACE VIEW good_user (name, id) AS
SELECT t.name, t.id FROM sales.totals AS t WHERE t.total > 1000;
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

-- View sales.open_orders: new view.
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

-- Trigger settled ON sales.open_orders: new trigger.
CREATE OR REPLACE TRIGGER settled
  INSTEAD OF UPDATE OR DELETE ON sales.open_orders
  FOR EACH ROW
  EXECUTE FUNCTION sales.settle();

-- Grant on view good_user to PUBLIC: new grant.
GRANT SELECT ON TABLE good_user TO PUBLIC;

-- Comment on trigger settled ON sales.open_orders: new comment.
COMMENT ON TRIGGER settled ON sales.open_orders IS 'Who writes it has paid';
