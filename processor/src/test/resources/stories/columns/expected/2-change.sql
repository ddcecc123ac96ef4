-- V2__rename_quantity_to_amount_in_orders_and_16_more
--
-- Renames column orders.quantity to amount.
-- Drops index orders_total_idx of orders.
-- Drops column orders.total, which is computed.
-- Parks column visit.seconds: its values stay on disk as varve_parked_388917f5_seconds.
-- Adds column orders.number.
-- Adds column visit.place.
-- Changes column orders.id from integer to bigint.
-- Changes the default of column orders.id.
-- Changes column orders.code: collation POSIX.
-- Changes column orders.price from numeric(10, 2) to numeric(12, 2).
-- Changes column orders.note: collation C, storage MAIN.
-- Changes column orders.label: PostgreSQL's own compression.
-- Changes column visit.id from integer to bigint.
-- Changes table orders: PostgreSQL's own autovacuum_vacuum_scale_factor, fillfactor 90, toast.autovacuum_enabled off.
-- Changes table visit: logged.
-- Adds column orders.total.
-- Adds column orders.note_length.
-- Adds column visit.seconds.
-- Adds index orders_total_idx to orders.
--
-- Data lost: none.
-- Lost by the undo: the values of orders.number; the values of visit.place; what integer cannot hold of orders.id; what numeric(10, 2) cannot hold of orders.price; what integer cannot hold of visit.id.
--
-- Written by Varve, and not to be edited: V2__rename_quantity_to_amount_in_orders_and_16_more.json has its checksum.

-- varve:step transaction

-- Order.total: every row must get a value.
-- Lock: ACCESS SHARE on orders, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM orders WHERE (price * quantity) IS NULL';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('orders') AND attname = 'quantity' AND NOT attisdropped
  ) AND NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('orders') AND attname = 'total' AND NOT attisdropped
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column orders.total is to refuse NULL, but price * quantity has no value for % rows. Find them with: %; give them values, then run the migration again.', standing, query
        USING ERRCODE = 'not_null_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- Order.amount: renamed from quantity.
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('orders') AND attname = 'quantity' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = to_regclass('orders') AND attname = 'amount' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Column orders.quantity is to be renamed to orders.amount, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE orders
      RENAME COLUMN quantity TO amount;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'orders'::regclass AND attname = 'amount'
  ) IS DISTINCT FROM 'integer' THEN
    RAISE EXCEPTION 'Column orders.quantity is not there, and orders.amount is not what it would be renamed to. Rename the column back; then run the migration again.';
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
      price numeric(12, 2),
      amount integer,
      total numeric(20, 2) GENERATED ALWAYS AS (price * amount) STORED NOT NULL
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

-- Visit.seconds: parked, to be computed. Its values stay on disk as varve_parked_388917f5_seconds.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'seconds' AND NOT attisdropped AND attgenerated = ''
  ) THEN
    ALTER TABLE visit
      ALTER COLUMN seconds DROP NOT NULL,
      ALTER COLUMN seconds DROP DEFAULT;
    ALTER TABLE visit
      RENAME COLUMN seconds TO varve_parked_388917f5_seconds;
  END IF;
END
$varve$;

-- Order.number: new column.
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
ALTER TABLE orders
  ADD COLUMN IF NOT EXISTS number bigint;

-- Order.number: a number for rows to come.
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
DO $varve$
DECLARE
  sequence text := 'orders_number_seq';
BEGIN
  IF pg_get_serial_sequence('orders', 'number') IS NULL THEN
    LOCK TABLE orders IN ACCESS EXCLUSIVE MODE;
    WHILE to_regclass(quote_ident(sequence)) IS NOT NULL LOOP
      sequence := 'seq_' || md5(sequence);
    END LOOP;
    EXECUTE format('CREATE SEQUENCE %I AS %s OWNED BY orders.number', sequence, (
      SELECT format_type(atttypid, atttypmod) FROM pg_attribute
      WHERE attrelid = 'orders'::regclass AND attname = 'number'
    ));
    EXECUTE format('ALTER TABLE orders ALTER COLUMN number SET DEFAULT nextval(%L)', quote_ident(sequence));
  END IF;
END
$varve$;

-- Order.number: no NULL in rows to come.
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('orders') AND attname = 'number' AND attnotnull
  ) AND NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('orders') AND conname = 'varve_orders_number_not_null'
  ) THEN
    ALTER TABLE orders
      ADD CONSTRAINT varve_orders_number_not_null CHECK (number IS NOT NULL) NOT VALID;
  END IF;
END
$varve$;

-- Visit.place: new column.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
ALTER TABLE visit
  ADD COLUMN IF NOT EXISTS place integer;

-- Visit.place: a number for rows to come.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DO $varve$
DECLARE
  sequence text := 'visit_place_seq';
BEGIN
  IF pg_get_serial_sequence('visit', 'place') IS NULL THEN
    LOCK TABLE visit IN ACCESS EXCLUSIVE MODE;
    WHILE to_regclass(quote_ident(sequence)) IS NOT NULL LOOP
      sequence := 'seq_' || md5(sequence);
    END LOOP;
    EXECUTE format('CREATE SEQUENCE %I AS %s OWNED BY visit.place', sequence, (
      SELECT format_type(atttypid, atttypmod) FROM pg_attribute
      WHERE attrelid = 'visit'::regclass AND attname = 'place'
    ));
    EXECUTE format('ALTER TABLE visit ALTER COLUMN place SET DEFAULT nextval(%L)', quote_ident(sequence));
  END IF;
END
$varve$;

-- Visit.place: no NULL in rows to come.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'place' AND attnotnull
  ) AND NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('visit') AND conname = 'varve_visit_place_not_null'
  ) THEN
    ALTER TABLE visit
      ADD CONSTRAINT varve_visit_place_not_null CHECK (place IS NOT NULL) NOT VALID;
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

-- Order.id: from integer to bigint.
-- Lock: ACCESS EXCLUSIVE on orders, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'orders'::regclass AND attname = 'id'
  ) = 'integer' THEN
    ALTER TABLE orders
      ALTER COLUMN id TYPE bigint;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'orders'::regclass AND attname = 'id'
  ) IS DISTINCT FROM 'bigint' THEN
    RAISE EXCEPTION 'Column orders.id is neither integer nor bigint. Give it back the type it had; then run the migration again.';
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
  EXECUTE format('ALTER TABLE orders ALTER COLUMN id SET GENERATED BY DEFAULT SET INCREMENT BY 5 SET NO MINVALUE SET MAXVALUE 2000000000 SET START WITH 1000 SET CACHE 1 SET NO CYCLE RESTART %s', greatest(next, 1));
END
$varve$;

-- Order.code: collation POSIX.
-- Lock: ACCESS EXCLUSIVE on orders, while it is scanned and indexes are built anew.
DO $varve$
BEGIN
  IF (
    SELECT attcollation FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid
    WHERE attrelid = 'orders'::regclass AND attname = 'code'
  ) <> '"POSIX"'::regcollation THEN
    ALTER TABLE orders
      ALTER COLUMN code TYPE text COLLATE "POSIX";
  END IF;
END
$varve$;

-- Order.price: from numeric(10, 2) to numeric(12, 2).
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'orders'::regclass AND attname = 'price'
  ) = 'numeric(10,2)' THEN
    ALTER TABLE orders
      ALTER COLUMN price TYPE numeric(12, 2);
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'orders'::regclass AND attname = 'price'
  ) IS DISTINCT FROM 'numeric(12,2)' THEN
    RAISE EXCEPTION 'Column orders.price is neither numeric(10, 2) nor numeric(12, 2). Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Order.note: collation C, storage MAIN.
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
DO $varve$
BEGIN
  IF (
    SELECT attcollation FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid
    WHERE attrelid = 'orders'::regclass AND attname = 'note'
  ) <> '"C"'::regcollation THEN
    ALTER TABLE orders
      ALTER COLUMN note TYPE text COLLATE "C";
  END IF;
END
$varve$;
ALTER TABLE orders
  ALTER COLUMN note SET STORAGE MAIN;

-- Order.label: PostgreSQL's own compression.
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
ALTER TABLE orders
  ALTER COLUMN label SET COMPRESSION default;

-- Visit.id: from integer to bigint.
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'id'
  ) = 'integer' THEN
    ALTER TABLE visit
      ALTER COLUMN id TYPE bigint;
    EXECUTE format('ALTER SEQUENCE %s AS bigint', pg_get_serial_sequence('visit', 'id'));
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'id'
  ) IS DISTINCT FROM 'bigint' THEN
    RAISE EXCEPTION 'Column visit.id is neither integer nor bigint. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- orders: PostgreSQL's own autovacuum_vacuum_scale_factor, fillfactor 90, toast.autovacuum_enabled off.
-- Lock: SHARE UPDATE EXCLUSIVE on orders, for a moment.
ALTER TABLE orders
  SET (fillfactor = 90, toast.autovacuum_enabled = 'off');
ALTER TABLE orders
  RESET (autovacuum_vacuum_scale_factor);

-- visit: logged.
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
ALTER TABLE visit
  SET LOGGED;

-- Order.total: new column.
-- Lock: ACCESS EXCLUSIVE on orders, while it is written anew.
ALTER TABLE orders
  ADD COLUMN IF NOT EXISTS total numeric(20, 2) GENERATED ALWAYS AS (price * amount) STORED NOT NULL;

-- Order.noteLength: new column.
-- Lock: ACCESS EXCLUSIVE on orders, while it is written anew.
ALTER TABLE orders
  ADD COLUMN IF NOT EXISTS note_length integer GENERATED ALWAYS AS (length(note)) STORED;

-- Visit.seconds: new column.
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
ALTER TABLE visit
  ADD COLUMN IF NOT EXISTS seconds integer GENERATED ALWAYS AS (length(path)) STORED;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    number bigint
  );
  CREATE TEMP TABLE varve_expected_2 (
    place integer
  );
  CREATE TEMP TABLE varve_expected_3 (
    LIKE orders INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION
  );
  ALTER TABLE pg_temp.varve_expected_3
    DROP COLUMN total,
    ADD COLUMN total numeric(20, 2) GENERATED ALWAYS AS (price * amount) STORED NOT NULL,
    DROP COLUMN note_length,
    ADD COLUMN note_length integer GENERATED ALWAYS AS (length(note)) STORED;
  CREATE TEMP TABLE varve_expected_4 (
    LIKE visit INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION
  );
  ALTER TABLE pg_temp.varve_expected_4
    DROP COLUMN seconds,
    ADD COLUMN seconds integer GENERATED ALWAYS AS (length(path)) STORED;
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('orders'::regclass, 'pg_temp.varve_expected_1'::regclass, false, false),
      ('visit'::regclass, 'pg_temp.varve_expected_2'::regclass, false, false),
      ('orders'::regclass, 'pg_temp.varve_expected_3'::regclass, false, false),
      ('visit'::regclass, 'pg_temp.varve_expected_4'::regclass, false, false)
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
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2, pg_temp.varve_expected_3, pg_temp.varve_expected_4;
END
$varve$;

-- varve:step outside transaction

-- Order.number: a value for the rows that have none, some rows at a time.
-- Lock: ROW EXCLUSIVE on orders, while rows of it are written.
-- varve:repeat
UPDATE orders SET
  number = DEFAULT
WHERE ctid = ANY (ARRAY(
  SELECT ctid FROM orders WHERE number IS NULL LIMIT 10000
));

-- varve:step outside transaction

-- Visit.place: a value for the rows that have none, some rows at a time.
-- Lock: ROW EXCLUSIVE on visit, while rows of it are written.
-- varve:repeat
UPDATE visit SET
  place = DEFAULT
WHERE ctid = ANY (ARRAY(
  SELECT ctid FROM visit WHERE place IS NULL LIMIT 10000
));

-- varve:step transaction

-- Order.number: no NULL in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on orders, while it is scanned.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('orders') AND conname = 'varve_orders_number_not_null'
  ) THEN
    ALTER TABLE orders
      VALIDATE CONSTRAINT varve_orders_number_not_null;
  END IF;
END
$varve$;

-- Visit.place: no NULL in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on visit, while it is scanned.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('visit') AND conname = 'varve_visit_place_not_null'
  ) THEN
    ALTER TABLE visit
      VALIDATE CONSTRAINT varve_visit_place_not_null;
  END IF;
END
$varve$;

-- varve:step transaction

-- Order.number: NOT NULL.
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
ALTER TABLE orders
  ALTER COLUMN number SET NOT NULL;
ALTER TABLE orders
  DROP CONSTRAINT IF EXISTS varve_orders_number_not_null;

-- Order.number: counts by itself, from the numbers given on.
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
DO $varve$
DECLARE
  sequence text := pg_get_serial_sequence('orders', 'number'); following bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = 'orders'::regclass AND attname = 'number' AND attidentity <> ''
  ) THEN
    LOCK TABLE orders IN ACCESS EXCLUSIVE MODE;
    following := nextval(sequence::regclass);
    ALTER TABLE orders
      ALTER COLUMN number DROP DEFAULT;
    EXECUTE 'DROP SEQUENCE ' || sequence;
    ALTER TABLE orders
      ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY;
    PERFORM setval(pg_get_serial_sequence('orders', 'number'), following, false);
  END IF;
END
$varve$;

-- Visit.place: NOT NULL.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
ALTER TABLE visit
  ALTER COLUMN place SET NOT NULL;
ALTER TABLE visit
  DROP CONSTRAINT IF EXISTS varve_visit_place_not_null;

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
