-- U1__create_country_and_create_customer
--
-- The way back from V1__create_country_and_create_customer.
-- Drops constraint customer_home_country_fkey of customer.
-- Drops constraint customer_billing_country_fkey of customer.
-- Drops table country with its rows.
-- Drops table customer with its rows.
--
-- Data lost: all rows of country; all rows of customer.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_country_and_create_customer.json has its checksum.

-- Customer.homeCountry: no reference to country any more.
-- Lock: ACCESS EXCLUSIVE on country, customer, for a moment.
ALTER TABLE IF EXISTS customer
  DROP CONSTRAINT IF EXISTS customer_home_country_fkey;

-- Customer.billingCountry: no reference to country any more.
-- Lock: ACCESS EXCLUSIVE on country, customer, for a moment.
ALTER TABLE IF EXISTS customer
  DROP CONSTRAINT IF EXISTS customer_billing_country_fkey;

-- Country: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on country, for a moment.
DROP TABLE IF EXISTS country;

-- Customer: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
DROP TABLE IF EXISTS customer;
