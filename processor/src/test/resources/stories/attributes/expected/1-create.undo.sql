-- U1__create_composite_type_address_and_2_more
--
-- The way back from V1__create_composite_type_address_and_2_more.
-- Drops view foreigners.
-- Drops table customer with its rows.
-- Drops composite type address.
--
-- Data lost: all rows of customer.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_composite_type_address_and_2_more.json has its checksum.

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
    AND coalesce(v.oid <> ALL (array_remove(ARRAY[to_regclass('foreigners')]::oid[], NULL)), true)
    AND (
      d.refobjid = ANY (ARRAY[to_regclass('foreigners')]::oid[])
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- View foreigners: dropped.
-- Lock: ACCESS EXCLUSIVE on foreigners, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('foreigners') AND relkind = 'v') THEN
    DROP VIEW foreigners;
  END IF;
END
$varve$;

-- Customer: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
DROP TABLE IF EXISTS customer;

-- Composite type address: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('address') IS NOT NULL THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'address'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER TYPE address
        RENAME TO varve_parked_6a3bb96d_address;
    ELSE
      DROP TYPE address;
    END IF;
  END IF;
END
$varve$;
