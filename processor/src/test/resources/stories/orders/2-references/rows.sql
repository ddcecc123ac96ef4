INSERT INTO "order" (customer_id, note) SELECT id, name FROM customers;
INSERT INTO lines (order_id, position, what) SELECT id, 1, 'pen' FROM "order";
