-- U2__rename_quantity_to_amount_in_orders_and_16_more
--
-- The way back from V2__rename_quantity_to_amount_in_orders_and_16_more.
-- Renames column orders.amount to quantity.
-- Drops index orders_total_idx of orders.
-- Drops column orders.total, which is computed.
-- Drops column orders.note_length, which is computed.
-- Drops column visit.seconds, which is computed.
-- Drops column orders.number with its values.
-- Drops column visit.place with its values.
-- Brings back column visit.seconds with its values.
-- Changes the default of column orders.id.
-- Changes column orders.id from bigint to integer.
-- Changes column orders.code: collation C.
-- Changes column orders.price from numeric(12, 2) to numeric(10, 2).
-- Changes column orders.note: PostgreSQL's own collation, storage EXTERNAL.
-- Changes column orders.label: compression PGLZ.
-- Changes column visit.id from bigint to integer.
-- Changes table orders: autovacuum_vacuum_scale_factor 0.05, fillfactor 70, PostgreSQL's own toast.autovacuum_enabled.
-- Changes table visit: unlogged.
-- Adds column orders.total.
-- Adds index orders_total_idx to orders.
--
-- Data lost: the values of orders.number; the values of visit.place; what integer cannot hold of orders.id; what numeric(10, 2) cannot hold of orders.price; what integer cannot hold of visit.id.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V2__rename_quantity_to_amount_in_orders_and_16_more.json has its checksum.

-- varve:step transaction

-- Order.id: every value must fit integer.
-- Lock: ACCESS SHARE on orders, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM orders WHERE id NOT BETWEEN -2147483648 AND 2147483647';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('orders') AND attname = 'id'
      AND format_type(atttypid, atttypmod) = 'bigint'
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column orders.id is to become integer, but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'data_exception';
    END IF;
  END IF;
END
$varve$;

-- Order.price: every value must fit numeric(10, 2).
-- Lock: ACCESS SHARE on orders, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM orders WHERE abs(round(price, 2)) >= power(10::numeric, 8) AND price <> ''NaN''';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('orders') AND attname = 'price'
      AND format_type(atttypid, atttypmod) = 'numeric(12,2)'
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column orders.price is to become numeric(10, 2), but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'data_exception';
    END IF;
  END IF;
END
$varve$;

-- Visit.id: every value must fit integer.
-- Lock: ACCESS SHARE on visit, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM visit WHERE id NOT BETWEEN -2147483648 AND 2147483647';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'id'
      AND format_type(atttypid, atttypmod) = 'bigint'
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column visit.id is to become integer, but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'data_exception';
    END IF;
  END IF;
END
$varve$;

-- Order.total: every row must get a value.
-- Lock: ACCESS SHARE on orders, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM orders WHERE (price * amount) IS NULL';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('orders') AND attname = 'amount' AND NOT attisdropped
  ) AND NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('orders') AND attname = 'total' AND NOT attisdropped
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column orders.total is to refuse NULL, but price * amount has no value for % rows. Find them with: %; give them values, then run the migration again.', standing, query
        USING ERRCODE = 'not_null_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- orders.quantity: renamed from amount.
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('orders') AND attname = 'amount' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('orders') AND attname = 'quantity' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column orders.amount is to be renamed to orders.quantity, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE orders
      RENAME COLUMN amount TO quantity;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'orders'::regclass AND attname = 'quantity'
  ) IS DISTINCT FROM 'integer' THEN
    RAISE EXCEPTION 'Column orders.amount is not there, and orders.quantity is not what it would be renamed to. Rename the column back; then run the migration again.';
  END IF;
END
$varve$;

-- Order.total: no index any more.
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
DROP INDEX IF EXISTS orders_total_idx;

-- Order.total: makes room, to be made again.
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('orders') AND attname = 'total' AND NOT attisdropped AND attgenerated <> ''
  ) THEN
    CREATE TEMP TABLE varve_expected (
      price numeric(10, 2),
      quantity integer,
      total numeric(20, 2) GENERATED ALWAYS AS (price * quantity) STORED NOT NULL
    );
    IF EXISTS (
      SELECT FROM pg_attribute
      LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
      WHERE attrelid IN ('orders'::regclass, 'pg_temp.varve_expected'::regclass)
        AND attname IN (SELECT attname FROM pg_attribute
          WHERE attrelid = 'pg_temp.varve_expected'::regclass AND attnum > 0)
      GROUP BY attname, atttypid, atttypmod, attcollation, attgenerated,
        CASE WHEN attgenerated <> '' THEN pg_get_expr(adbin, adrelid) END
      HAVING count(*) <> 2
    ) THEN
      ALTER TABLE IF EXISTS orders
        DROP COLUMN IF EXISTS total;
    END IF;
    DROP TABLE pg_temp.varve_expected;
  END IF;
END
$varve$;

-- Order.noteLength: dropped; it was computed.
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
ALTER TABLE IF EXISTS orders
  DROP COLUMN IF EXISTS note_length;

-- Visit.seconds: makes room, to be made again.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'seconds' AND NOT attisdropped AND attgenerated <> ''
  ) THEN
    ALTER TABLE IF EXISTS visit
      DROP COLUMN IF EXISTS seconds;
  END IF;
END
$varve$;

-- Order.number: dropped, with its values.
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
ALTER TABLE IF EXISTS orders
  DROP COLUMN IF EXISTS number;

-- Visit.place: dropped, with its values.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
ALTER TABLE IF EXISTS visit
  DROP COLUMN IF EXISTS place;

-- Visit.seconds: back again, with its values.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'varve_parked_388917f5_seconds' AND NOT attisdropped
  ) THEN
    ALTER TABLE visit
      RENAME COLUMN varve_parked_388917f5_seconds TO seconds;
  END IF;
END
$varve$;

-- Order.id: counts in another way.
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
DO $varve$
DECLARE
  next bigint;
BEGIN
  LOCK TABLE orders IN ACCESS EXCLUSIVE MODE;
  EXECUTE format(
    'SELECT CASE WHEN is_called THEN last_value + seqincrement ELSE last_value END'
      ' FROM %s, pg_sequence WHERE seqrelid = %L::regclass',
    pg_get_serial_sequence('orders', 'id'), pg_get_serial_sequence('orders', 'id')) INTO next;
  EXECUTE format('ALTER TABLE orders ALTER COLUMN id SET GENERATED ALWAYS SET INCREMENT BY 10 SET NO MINVALUE SET NO MAXVALUE SET START WITH 1000 SET CACHE 1 SET NO CYCLE RESTART %s', greatest(next, 1));
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
    AND coalesce(v.oid <> ALL (array_remove(ARRAY[]::oid[], NULL)), true)
    AND (
      (a.attrelid = to_regclass('orders') AND a.attname = ANY (ARRAY['id', 'price']::name[]))
      OR (a.attrelid = to_regclass('visit') AND a.attname = ANY (ARRAY['id']::name[]))
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- Order.id: from bigint to integer.
-- Lock: ACCESS EXCLUSIVE on orders, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'orders'::regclass AND attname = 'id'
  ) = 'bigint' THEN
    ALTER TABLE orders
      ALTER COLUMN id TYPE integer;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'orders'::regclass AND attname = 'id'
  ) IS DISTINCT FROM 'integer' THEN
    RAISE EXCEPTION 'Column orders.id is neither bigint nor integer. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Order.code: collation C.
-- Lock: ACCESS EXCLUSIVE on orders, while it is scanned and indexes are built anew.
DO $varve$
BEGIN
  IF (
    SELECT attcollation FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid
    WHERE attrelid = 'orders'::regclass AND attname = 'code'
  ) <> '"C"'::regcollation THEN
    ALTER TABLE orders
      ALTER COLUMN code TYPE text COLLATE "C";
  END IF;
END
$varve$;

-- Order.price: from numeric(12, 2) to numeric(10, 2).
-- Lock: ACCESS EXCLUSIVE on orders, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'orders'::regclass AND attname = 'price'
  ) = 'numeric(12,2)' THEN
    ALTER TABLE orders
      ALTER COLUMN price TYPE numeric(10, 2);
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'orders'::regclass AND attname = 'price'
  ) IS DISTINCT FROM 'numeric(10,2)' THEN
    RAISE EXCEPTION 'Column orders.price is neither numeric(12, 2) nor numeric(10, 2). Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Order.note: PostgreSQL's own collation, storage EXTERNAL.
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
DO $varve$
BEGIN
  IF (
    SELECT attcollation FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid
    WHERE attrelid = 'orders'::regclass AND attname = 'note'
  ) <> (
    SELECT typcollation FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid
    WHERE attrelid = 'orders'::regclass AND attname = 'note'
  ) THEN
    ALTER TABLE orders
      ALTER COLUMN note TYPE text;
  END IF;
END
$varve$;
ALTER TABLE orders
  ALTER COLUMN note SET STORAGE EXTERNAL;

-- Order.label: compression PGLZ.
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
ALTER TABLE orders
  ALTER COLUMN label SET COMPRESSION pglz;

-- Visit.id: from bigint to integer.
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'id'
  ) = 'bigint' THEN
    ALTER TABLE visit
      ALTER COLUMN id TYPE integer;
    EXECUTE format('ALTER SEQUENCE %s AS integer', pg_get_serial_sequence('visit', 'id'));
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'id'
  ) IS DISTINCT FROM 'integer' THEN
    RAISE EXCEPTION 'Column visit.id is neither bigint nor integer. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- orders: autovacuum_vacuum_scale_factor 0.05, fillfactor 70, PostgreSQL's own toast.autovacuum_enabled.
-- Lock: SHARE UPDATE EXCLUSIVE on orders, for a moment.
ALTER TABLE orders
  SET (autovacuum_vacuum_scale_factor = 0.05, fillfactor = 70);
ALTER TABLE orders
  RESET (toast.autovacuum_enabled);

-- visit: unlogged.
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
ALTER TABLE visit
  SET UNLOGGED;

-- Order.total: new column.
-- Lock: ACCESS EXCLUSIVE on orders, while it is written anew.
ALTER TABLE orders
  ADD COLUMN IF NOT EXISTS total numeric(20, 2) GENERATED ALWAYS AS (price * quantity) STORED NOT NULL;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    seconds integer
  );
  CREATE TEMP TABLE varve_expected_2 (
    LIKE orders INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION
  );
  ALTER TABLE pg_temp.varve_expected_2
    DROP COLUMN total,
    ADD COLUMN total numeric(20, 2) GENERATED ALWAYS AS (price * quantity) STORED NOT NULL;
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('visit'::regclass, 'pg_temp.varve_expected_1'::regclass, false, false),
      ('orders'::regclass, 'pg_temp.varve_expected_2'::regclass, false, false)
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
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2;
END
$varve$;

-- varve:step outside transaction

-- Order.total: index.
-- Lock: SHARE UPDATE EXCLUSIVE on orders, while it is scanned.
-- varve:drop-invalid-index orders_total_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_total_idx
  ON orders (total);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE orders
  );
  CREATE INDEX orders_total_idx ON pg_temp.varve_expected_1 (total);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('orders'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
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
