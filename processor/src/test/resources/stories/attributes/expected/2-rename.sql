-- V2__rename_country_to_land_in_address_and_2_more
--
-- Renames attribute address.country to land.
-- Renames attribute address.zip to postcode.
-- Changes view foreigners.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V2__rename_country_to_land_in_address_and_2_more.json has its checksum.

-- Type address: land renamed from country.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute JOIN pg_type ON typrelid = attrelid
    WHERE pg_type.oid = 'address'::regtype AND attname = 'country' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute JOIN pg_type ON typrelid = attrelid
      WHERE pg_type.oid = 'address'::regtype AND attname = 'land' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Attribute address.country is to be renamed to address.land, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    IF EXISTS (SELECT FROM pg_class WHERE reloftype = 'address'::regtype) THEN
      RAISE EXCEPTION 'Tables are made of the type address, and would have to change with it: %. Make them tables of their own (ALTER TABLE ... NOT OF), then run the migration again.', (
        SELECT string_agg(oid::regclass::text, ', ' ORDER BY oid) FROM pg_class
        WHERE reloftype = 'address'::regtype
      );
    END IF;
    ALTER TYPE address
      RENAME ATTRIBUTE country TO land;
  ELSIF NOT EXISTS (
    SELECT FROM pg_attribute JOIN pg_type ON typrelid = attrelid
    WHERE pg_type.oid = 'address'::regtype AND attname = 'land' AND NOT attisdropped
  ) THEN
    RAISE EXCEPTION 'Type address exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Type address: postcode renamed from zip.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute JOIN pg_type ON typrelid = attrelid
    WHERE pg_type.oid = 'address'::regtype AND attname = 'zip' AND NOT attisdropped
  ) THEN
    IF EXISTS (
      SELECT FROM pg_attribute JOIN pg_type ON typrelid = attrelid
      WHERE pg_type.oid = 'address'::regtype AND attname = 'postcode' AND NOT attisdropped
    ) THEN
      RAISE EXCEPTION 'Attribute address.zip is to be renamed to address.postcode, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    IF EXISTS (SELECT FROM pg_class WHERE reloftype = 'address'::regtype) THEN
      RAISE EXCEPTION 'Tables are made of the type address, and would have to change with it: %. Make them tables of their own (ALTER TABLE ... NOT OF), then run the migration again.', (
        SELECT string_agg(oid::regclass::text, ', ' ORDER BY oid) FROM pg_class
        WHERE reloftype = 'address'::regtype
      );
    END IF;
    ALTER TYPE address
      RENAME ATTRIBUTE zip TO postcode;
  ELSIF NOT EXISTS (
    SELECT FROM pg_attribute JOIN pg_type ON typrelid = attrelid
    WHERE pg_type.oid = 'address'::regtype AND attname = 'postcode' AND NOT attisdropped
  ) THEN
    RAISE EXCEPTION 'Type address exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
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
