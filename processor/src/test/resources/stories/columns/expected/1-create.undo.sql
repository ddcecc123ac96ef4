-- U1__create_orders_and_create_visit
--
-- The way back from V1__create_orders_and_create_visit.
-- Drops table orders with its rows.
-- Drops table visit with its rows.
--
-- Data lost: all rows of orders; all rows of visit.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_orders_and_create_visit.json has its checksum.

-- Order: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on orders, for a moment.
DROP TABLE IF EXISTS orders;

-- Visit: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DROP TABLE IF EXISTS visit;
