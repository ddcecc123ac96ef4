-- varve:step transaction
ALTER TABLE orders DROP CONSTRAINT IF EXISTS d, ADD CONSTRAINT d CHECK (id > '0') NOT VALID;
-- varve:step transaction
ALTER TABLE orders VALIDATE CONSTRAINT d;
-- varve:step outside transaction
-- varve:drop-invalid-index orders_d
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS orders_d ON orders (total);
-- varve:step transaction
ALTER TABLE orders DROP CONSTRAINT IF EXISTS e, ADD CONSTRAINT e UNIQUE USING INDEX orders_d;
