-- Cleans up.
--
-- Data lost: the rows of orders.
DELETE FROM orders;
