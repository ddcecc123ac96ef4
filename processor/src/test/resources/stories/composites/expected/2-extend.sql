-- V2__change_composite_type_address_and_1_more
--
-- Changes composite type address.
-- Changes the default of column customer.home.
--
-- Data lost: none.
-- Lost by the undo: the values of address.country.
--
-- Written by Varve, and not to be edited: V2__change_composite_type_address_and_1_more.json has its checksum.

-- Composite type address: changed.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute JOIN pg_type ON typrelid = attrelid
    WHERE pg_type.oid = 'address'::regtype AND attname = 'country' AND NOT attisdropped
  ) THEN
    ALTER TYPE address
      ADD ATTRIBUTE country text;
  END IF;
END
$varve$;

-- Customer.home: new default.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
ALTER TABLE customer
  ALTER COLUMN home SET DEFAULT ROW('nowhere', NULL, '{}', 'XX');
