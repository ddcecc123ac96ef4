-- U2__change_composite_type_address_and_1_more
--
-- The way back from V2__change_composite_type_address_and_1_more.
-- Changes composite type address.
-- Changes the default of column customer.home.
--
-- Data lost: the values of address.country.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V2__change_composite_type_address_and_1_more.json has its checksum.

-- Composite type address: changed.
-- Lock: none on a table.
ALTER TYPE address
  DROP ATTRIBUTE IF EXISTS country;

-- Customer.home: new default.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
ALTER TABLE customer
  ALTER COLUMN home SET DEFAULT ROW('nowhere', NULL, '{}');
