-- varve:step outside transaction
-- varve:drop-invalid-index orders_total
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_total ON orders (total);
VACUUM ANALYZE orders;
