-- In a transaction, which is what a script is without steps.
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_total ON orders (total);
DROP INDEX CONCURRENTLY IF EXISTS orders_total;
REINDEX TABLE CONCURRENTLY orders;
VACUUM ANALYZE orders;
ALTER SYSTEM SET work_mem = '8MB';
CLUSTER;
REFRESH MATERIALIZED VIEW CONCURRENTLY pg_totals;
