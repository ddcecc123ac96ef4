-- U5__drop_lines_and_drop_order_and_2_more
--
-- The way back from V5__drop_lines_and_drop_order_and_2_more.
-- Brings back enum mood.
-- Drops constraint customers_name_key of customers.
-- Brings back column customers.mood with its values.
-- Brings back column customers.moods with its values.
-- Creates table lines.
-- Brings back table order with its rows.
-- Adds constraint customers_name_mood_key to customers.
-- Adds index customers_mood_name_idx to customers.
-- Adds constraint lines_order_id_fkey to lines.
-- Adds constraint order_customer_id_fkey to order.
--
-- Data lost: none.
-- Not brought back: all rows of lines.
--
-- Written by Varve, and not to be edited: V5__drop_lines_and_drop_order_and_2_more.json has its checksum.

-- varve:step transaction

-- customers.varve_parked_08629161_mood: no row may have NULL.
-- Lock: ACCESS SHARE on customers, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM customers WHERE varve_parked_08629161_mood IS NULL';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customers') AND attname = 'varve_parked_08629161_mood' AND NOT attisdropped
  ) AND NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customers') AND attname = 'varve_parked_08629161_mood' AND attnotnull
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column customers.varve_parked_08629161_mood is to refuse NULL, but % rows have it. Find them with: %; give them a value, then run the migration again.', standing, query
        USING ERRCODE = 'not_null_violation';
    END IF;
  END IF;
END
$varve$;

-- customers.varve_parked_f2668514_moods: no row may have NULL.
-- Lock: ACCESS SHARE on customers, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM customers WHERE varve_parked_f2668514_moods IS NULL';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customers') AND attname = 'varve_parked_f2668514_moods' AND NOT attisdropped
  ) AND NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customers') AND attname = 'varve_parked_f2668514_moods' AND attnotnull
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column customers.varve_parked_f2668514_moods is to refuse NULL, but % rows have it. Find them with: %; give them a value, then run the migration again.', standing, query
        USING ERRCODE = 'not_null_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- Mood: back again.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('mood') IS NULL THEN
    ALTER TYPE varve_parked_5aab0ca5_mood
      RENAME TO mood;
  ELSIF to_regtype('varve_parked_5aab0ca5_mood') IS NOT NULL THEN
    RAISE EXCEPTION 'Enum varve_parked_5aab0ca5_mood is to be renamed to mood, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- Customer.name: no unique key any more.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
ALTER TABLE IF EXISTS customers
  DROP CONSTRAINT IF EXISTS customers_name_key;

-- customers.mood: back again, with its values.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customers') AND attname = 'varve_parked_08629161_mood' AND NOT attisdropped
  ) THEN
    ALTER TABLE customers
      RENAME COLUMN varve_parked_08629161_mood TO mood;
    IF (
      SELECT format_type(atttypid, atttypmod) FROM pg_attribute
      WHERE attrelid = 'customers'::regclass AND attname = 'mood'
    ) <> format_type(to_regtype('mood'), NULL) THEN
      -- What others put there with a value of the old enum goes, and comes again.
      DECLARE
        old text := rtrim((
          SELECT format_type(atttypid, atttypmod) FROM pg_attribute
          WHERE attrelid = 'customers'::regclass AND attname = 'mood'
        ), '[]');
        others text[] := '{}';
        other record;
      BEGIN
        FOR other IN
          WITH part AS (
            SELECT * FROM unnest(ARRAY['customers'::regclass]) AS oid
            UNION
            SELECT relid FROM unnest(ARRAY['customers'::regclass]) AS oid, pg_partition_tree(oid)
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
            others := others || replace(other.made, old, 'mood'::regtype::text);
          END IF;
        END LOOP;
        ALTER TABLE customers
          ALTER COLUMN mood TYPE mood USING mood::text::mood;
        FOR other IN SELECT unnest(others) AS made LOOP
          EXECUTE other.made;
        END LOOP;
      END;
    END IF;
  END IF;
END
$varve$;
ALTER TABLE customers
  ALTER COLUMN mood SET DEFAULT 'CURIOUS';

-- customers.mood: no NULL in rows to come.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customers') AND attname = 'mood' AND attnotnull
  ) AND NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customers') AND conname = 'varve_customers_mood_not_null'
  ) THEN
    ALTER TABLE customers
      ADD CONSTRAINT varve_customers_mood_not_null CHECK (mood IS NOT NULL) NOT VALID;
  END IF;
END
$varve$;

-- customers.moods: back again, with its values.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customers') AND attname = 'varve_parked_f2668514_moods' AND NOT attisdropped
  ) THEN
    ALTER TABLE customers
      RENAME COLUMN varve_parked_f2668514_moods TO moods;
    IF (
      SELECT format_type(atttypid, atttypmod) FROM pg_attribute
      WHERE attrelid = 'customers'::regclass AND attname = 'moods'
    ) <> format_type(to_regtype('mood'), NULL) || '[]' THEN
      -- What others put there with a value of the old enum goes, and comes again.
      DECLARE
        old text := rtrim((
          SELECT format_type(atttypid, atttypmod) FROM pg_attribute
          WHERE attrelid = 'customers'::regclass AND attname = 'moods'
        ), '[]');
        others text[] := '{}';
        other record;
      BEGIN
        FOR other IN
          WITH part AS (
            SELECT * FROM unnest(ARRAY['customers'::regclass]) AS oid
            UNION
            SELECT relid FROM unnest(ARRAY['customers'::regclass]) AS oid, pg_partition_tree(oid)
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
            others := others || replace(other.made, old, 'mood'::regtype::text);
          END IF;
        END LOOP;
        ALTER TABLE customers
          ALTER COLUMN moods TYPE mood[] USING moods::text[]::mood[];
        FOR other IN SELECT unnest(others) AS made LOOP
          EXECUTE other.made;
        END LOOP;
      END;
    END IF;
  END IF;
END
$varve$;

-- customers.moods: no NULL in rows to come.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('customers') AND attname = 'moods' AND attnotnull
  ) AND NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customers') AND conname = 'varve_customers_moods_not_null'
  ) THEN
    ALTER TABLE customers
      ADD CONSTRAINT varve_customers_moods_not_null CHECK (moods IS NOT NULL) NOT VALID;
  END IF;
END
$varve$;

-- Line: new table.
CREATE TABLE IF NOT EXISTS lines (
  order_id bigint NOT NULL,
  "position" integer NOT NULL,
  what text NOT NULL,
  CONSTRAINT lines_pkey PRIMARY KEY (order_id, "position")
);

-- Order: back again, with its rows.
-- Lock: ACCESS EXCLUSIVE on varve_parked_923f3a31_order, for a moment.
DO $varve$
BEGIN
  IF to_regclass('varve_parked_923f3a31_order') IS NOT NULL THEN
    ALTER TABLE varve_parked_923f3a31_order
      RENAME TO "order";
    ALTER TABLE "order" RENAME CONSTRAINT varve_parked_a3efbed4_order_pkey TO order_pkey;
    ALTER INDEX varve_parked_9e72c2e6_order_note_idx RENAME TO order_note_idx;
  END IF;
END
$varve$;

-- lines.order_id: reference to order.
-- Lock: SHARE ROW EXCLUSIVE on order, for a moment.
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

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    mood mood NOT NULL, moods mood[] NOT NULL
  );
  CREATE TEMP TABLE varve_expected_2 (
    order_id bigint NOT NULL, "position" integer NOT NULL, what text NOT NULL,
    CONSTRAINT lines_pkey PRIMARY KEY (order_id, "position")
  );
  CREATE TEMP TABLE varve_expected_3 (
    id bigint NOT NULL, customer_id bigint NOT NULL, note text, version integer NOT NULL
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('customers'::regclass, 'pg_temp.varve_expected_1'::regclass, false, false),
      ('lines'::regclass, 'pg_temp.varve_expected_2'::regclass, true, true),
      ('"order"'::regclass, 'pg_temp.varve_expected_3'::regclass, false, false)
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
      ('lines'::regclass, 'lines_order_id_fkey', ARRAY['order_id']::name[], '"order"'::regclass, ARRAY['id']::name[], 'a', 'a')
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
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2, pg_temp.varve_expected_3;
END
$varve$;

-- varve:step transaction

-- customers.mood: no NULL in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on customers, while it is scanned.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customers') AND conname = 'varve_customers_mood_not_null'
  ) THEN
    ALTER TABLE customers
      VALIDATE CONSTRAINT varve_customers_mood_not_null;
  END IF;
END
$varve$;

-- customers.moods: no NULL in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on customers, while it is scanned.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customers') AND conname = 'varve_customers_moods_not_null'
  ) THEN
    ALTER TABLE customers
      VALIDATE CONSTRAINT varve_customers_moods_not_null;
  END IF;
END
$varve$;

-- customers (customers_name_mood_key): no two rows may have the same.
-- Lock: ACCESS SHARE on customers, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT name, mood, count(*) FROM customers GROUP BY name, mood HAVING count(*) > 1';
  standing bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_index
    WHERE indexrelid = to_regclass('customers_name_mood_key') AND indrelid = to_regclass('customers') AND indisvalid
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Key customers_name_mood_key of customers is to be unique: name, mood; but % values are there more than once. Find them with: %; change or delete some of them, then run the migration again.', standing, query
        USING ERRCODE = 'unique_violation';
    END IF;
  END IF;
END
$varve$;

-- order.customer_id: what is referenced in customers must be there.
-- Lock: ACCESS SHARE on customers, order, while they are scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM "order" AS child WHERE child.customer_id IS NOT NULL AND NOT EXISTS (SELECT FROM customers AS parent WHERE parent.id = child.customer_id)';
  standing bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('"order"') AND conname = 'order_customer_id_fkey'
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'order.customer_id is to reference customers, but % rows reference nothing that is there. Find them with: %; change or delete them, or add what they reference, then run the migration again.', standing, query
        USING ERRCODE = 'foreign_key_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- customers.mood: NOT NULL.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
ALTER TABLE customers
  ALTER COLUMN mood SET NOT NULL;
ALTER TABLE customers
  DROP CONSTRAINT IF EXISTS varve_customers_mood_not_null;

-- customers.moods: NOT NULL.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
ALTER TABLE customers
  ALTER COLUMN moods SET NOT NULL;
ALTER TABLE customers
  DROP CONSTRAINT IF EXISTS varve_customers_moods_not_null;

-- varve:step outside transaction

-- Customer.name, customers.mood: the index of its unique key.
-- Lock: SHARE UPDATE EXCLUSIVE on customers, while it is scanned.
-- varve:drop-invalid-index customers_name_mood_key
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS customers_name_mood_key
  ON customers (name, mood);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE customers
  );
  CREATE UNIQUE INDEX customers_name_mood_key ON pg_temp.varve_expected_1 (name, mood);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('customers'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
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
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;

-- varve:step outside transaction

-- customers.mood, Customer.name: index of some rows.
-- Lock: SHARE UPDATE EXCLUSIVE on customers, while it is scanned.
-- varve:drop-invalid-index customers_mood_name_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS customers_mood_name_idx
  ON customers (mood, name) WHERE mood <> 'TENSE';

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE customers
  );
  CREATE INDEX customers_mood_name_idx ON pg_temp.varve_expected_1 (mood, name) WHERE mood <> 'TENSE';
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('customers'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
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
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;

-- varve:step transaction

-- Customer.name, customers.mood: unique key.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customers') AND conname = 'customers_name_mood_key'
  ) THEN
    ALTER TABLE customers
      ADD CONSTRAINT customers_name_mood_key UNIQUE USING INDEX customers_name_mood_key;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE customers, CONSTRAINT customers_name_mood_key UNIQUE (name, mood)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('customers'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c', 'x')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, expected, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
    HAVING count(*) <> 2
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;

-- varve:step transaction

-- order.customer_id: reference to customers, for rows to come.
-- Lock: SHARE ROW EXCLUSIVE on customers, order, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('"order"') AND conname = 'order_customer_id_fkey'
  ) THEN
    ALTER TABLE "order"
      ADD CONSTRAINT order_customer_id_fkey FOREIGN KEY (customer_id)
        REFERENCES customers (id) ON DELETE CASCADE NOT VALID;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('constraint %I of %s', name, owner)
    FROM (VALUES
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
END
$varve$;

-- varve:step transaction

-- order.customer_id: reference to customers, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on order, while it is scanned; ROW SHARE on customers, while keys of it are looked up.
ALTER TABLE "order"
  VALIDATE CONSTRAINT order_customer_id_fkey;
