-- U1__create_customers
--
-- The way back from V1__create_customers.
-- Drops table customers with its rows.
-- Drops enum mood.
--
-- Data lost: all rows of customers.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_customers.json has its checksum.

-- Customer: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on customers, for a moment.
DROP TABLE IF EXISTS customers;

-- Mood: no column has this enum any more.
-- Lock: none on a table.
DROP TYPE IF EXISTS mood;
