-- V1__create_country_and_create_customer
--
-- Creates table country.
-- Creates table customer.
-- Adds constraint customer_home_country_fkey to customer.
-- Adds constraint customer_billing_country_fkey to customer.
--
-- Data lost: none.
-- Lost by the undo: all rows of country; all rows of customer.
--
-- Written by Varve, and not to be edited: V1__create_country_and_create_customer.json has its checksum.

-- Country: new table.
CREATE TABLE IF NOT EXISTS country (
  id bigint NOT NULL,
  CONSTRAINT country_pkey PRIMARY KEY (id)
);

-- Customer: new table.
CREATE TABLE IF NOT EXISTS customer (
  id bigint NOT NULL,
  home_street varchar(100) NOT NULL,
  home_zip text,
  home_country bigint NOT NULL,
  billing_street varchar(100),
  billing_zip text,
  billing_country bigint,
  CONSTRAINT customer_pkey PRIMARY KEY (id)
);

-- Customer.homeZip: index.
CREATE INDEX IF NOT EXISTS customer_home_zip_idx
  ON customer (home_zip);

-- Customer.billingZip: index.
CREATE INDEX IF NOT EXISTS customer_billing_zip_idx
  ON customer (billing_zip);

-- Customer.homeCountry: reference to country.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customer') AND conname = 'customer_home_country_fkey'
  ) THEN
    ALTER TABLE customer
      ADD CONSTRAINT customer_home_country_fkey FOREIGN KEY (home_country)
        REFERENCES country (id);
  END IF;
END
$varve$;

-- Customer.billingCountry: reference to country.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('customer') AND conname = 'customer_billing_country_fkey'
  ) THEN
    ALTER TABLE customer
      ADD CONSTRAINT customer_billing_country_fkey FOREIGN KEY (billing_country)
        REFERENCES country (id);
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    id bigint NOT NULL, CONSTRAINT country_pkey PRIMARY KEY (id)
  );
  CREATE TEMP TABLE varve_expected_2 (
    id bigint NOT NULL, home_street varchar(100) NOT NULL, home_zip text,
    home_country bigint NOT NULL, billing_street varchar(100), billing_zip text,
    billing_country bigint, CONSTRAINT customer_pkey PRIMARY KEY (id)
  );
  CREATE INDEX customer_home_zip_idx ON pg_temp.varve_expected_2 (home_zip);
  CREATE INDEX customer_billing_zip_idx ON pg_temp.varve_expected_2 (billing_zip);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('country'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true),
      ('customer'::regclass, 'pg_temp.varve_expected_2'::regclass, true, true)
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
      ('customer'::regclass, 'customer_home_country_fkey', ARRAY['home_country']::name[], 'country'::regclass, ARRAY['id']::name[], 'a', 'a'),
      ('customer'::regclass, 'customer_billing_country_fkey', ARRAY['billing_country']::name[], 'country'::regclass, ARRAY['id']::name[], 'a', 'a')
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
