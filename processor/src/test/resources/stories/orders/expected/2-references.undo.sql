-- U2__create_lines_and_create_order
--
-- The way back from V2__create_lines_and_create_order.
-- Drops constraint lines_order_id_fkey of lines.
-- Drops constraint order_customer_id_fkey of order.
-- Drops table lines with its rows.
-- Drops table order with its rows.
--
-- Data lost: all rows of lines; all rows of order.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V2__create_lines_and_create_order.json has its checksum.

-- Line.orderId: no reference to order any more.
-- Lock: ACCESS EXCLUSIVE on lines, order, for a moment.
ALTER TABLE IF EXISTS lines
  DROP CONSTRAINT IF EXISTS lines_order_id_fkey;

-- Order.customerId: no reference to customers any more.
-- Lock: ACCESS EXCLUSIVE on customers, order, for a moment.
ALTER TABLE IF EXISTS "order"
  DROP CONSTRAINT IF EXISTS order_customer_id_fkey;

-- Line: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on lines, for a moment.
DROP TABLE IF EXISTS lines;

-- Order: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on order, for a moment.
DROP TABLE IF EXISTS "order";
