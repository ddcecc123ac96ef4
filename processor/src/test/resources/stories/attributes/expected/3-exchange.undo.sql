-- U3__rename_land_to_varve_spare_in_address_and_3_more
--
-- The way back from V3__rename_land_to_varve_spare_in_address_and_3_more.
-- Renames attribute address.land to varve_spare.
-- Renames attribute address.street to land.
-- Renames attribute address.varve_spare to street.
-- Changes view foreigners.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V3__rename_land_to_varve_spare_in_address_and_3_more.json has its checksum.

-- Names change hands, so the catalogue cannot tell whether this was done: a mark does.
-- Lock: none on a table.
CREATE TABLE IF NOT EXISTS varve_marks (
  mark text PRIMARY KEY
);
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM varve_marks WHERE mark = 'rename_land_to_varve_spare_in_address_and_3_more_89afcf8a') THEN
    -- Type address: varve_spare renamed from land.
    ALTER TYPE address
      RENAME ATTRIBUTE land TO varve_spare;
    -- Type address: land renamed from street.
    ALTER TYPE address
      RENAME ATTRIBUTE street TO land;
    -- Type address: street renamed from varve_spare.
    ALTER TYPE address
      RENAME ATTRIBUTE varve_spare TO street;
    DELETE FROM varve_marks WHERE mark = 'rename_land_to_varve_spare_in_address_and_3_more_89afcf8a';
  END IF;
END
$varve$;

-- View foreigners: changed.
-- Lock: ACCESS EXCLUSIVE on foreigners, for a moment.
CREATE OR REPLACE VIEW foreigners (id) AS
SELECT id FROM customer WHERE (home).land <> 'NO';
DO $varve$
DECLARE
  differing text;
BEGIN
  SELECT string_agg(format('%I is %s, not %s', name, format_type(atttypid, atttypmod), type), ', ')
  INTO differing
  FROM (VALUES
    ('id', 'bigint'::regtype)
  ) AS expected (name, type)
  JOIN pg_attribute ON attrelid = 'foreigners'::regclass AND attname = name
  JOIN pg_type AS actual ON actual.oid = atttypid
  WHERE atttypid <> type
    AND NOT (type = 'text'::regtype AND typcategory = 'S');
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION '% gives another type than the record reads: %. '
      'Cast in the select, or change the component.', 'View foreigners', differing;
  END IF;
END
$varve$;
