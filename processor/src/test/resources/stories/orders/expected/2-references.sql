-- V2__create_lines_and_create_order
--
-- Creates table lines.
-- Creates table order.
-- Adds constraint lines_order_id_fkey to lines.
-- Adds constraint order_customer_id_fkey to order.
--
-- Data lost: none.
-- Lost by the undo: all rows of lines; all rows of order.
--
-- Written by Varve, and not to be edited: V2__create_lines_and_create_order.json has its checksum.

-- Line: new table.
CREATE TABLE IF NOT EXISTS lines (
  order_id bigint NOT NULL,
  "position" integer NOT NULL,
  what text NOT NULL,
  CONSTRAINT lines_pkey PRIMARY KEY (order_id, "position")
);

-- Order: new table.
CREATE TABLE IF NOT EXISTS "order" (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  customer_id bigint NOT NULL,
  note text,
  version integer DEFAULT 0 NOT NULL,
  CONSTRAINT order_pkey PRIMARY KEY (id)
);

-- Order.note: index of some rows.
CREATE INDEX IF NOT EXISTS order_note_idx
  ON "order" (note) WHERE note IS NOT NULL;

-- Line.orderId: reference to order.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('lines') AND conname = 'lines_order_id_fkey'
  ) THEN
    ALTER TABLE lines
      ADD CONSTRAINT lines_order_id_fkey FOREIGN KEY (order_id)
        REFERENCES "order" (id);
  END IF;
END
$varve$;

-- Order.customerId: reference to customers.
-- Lock: SHARE ROW EXCLUSIVE on customers, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('"order"') AND conname = 'order_customer_id_fkey'
  ) THEN
    ALTER TABLE "order"
      ADD CONSTRAINT order_customer_id_fkey FOREIGN KEY (customer_id)
        REFERENCES customers (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    order_id bigint NOT NULL, "position" integer NOT NULL, what text NOT NULL,
    CONSTRAINT lines_pkey PRIMARY KEY (order_id, "position")
  );
  CREATE TEMP TABLE varve_expected_2 (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL, customer_id bigint NOT NULL, note text,
    version integer DEFAULT 0 NOT NULL, CONSTRAINT order_pkey PRIMARY KEY (id)
  );
  CREATE INDEX order_note_idx ON pg_temp.varve_expected_2 (note) WHERE note IS NOT NULL;
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('lines'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true),
      ('"order"'::regclass, 'pg_temp.varve_expected_2'::regclass, true, true)
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
      ('lines'::regclass, 'lines_order_id_fkey', ARRAY['order_id']::name[], '"order"'::regclass, ARRAY['id']::name[], 'a', 'a'),
      ('"order"'::regclass, 'order_customer_id_fkey', ARRAY['customer_id']::name[], 'customers'::regclass, ARRAY['id']::name[], 'c', 'a')
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
