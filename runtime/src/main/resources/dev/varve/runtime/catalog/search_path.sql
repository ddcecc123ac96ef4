-- PostgreSQL prints a name without its schema where the search path finds it. So that two schemas
-- with the same content print the same: pg_catalog, the schema itself, then those of extensions.
SELECT
  ARRAY['pg_catalog', n.nspname::text]
    || (
      SELECT pg_catalog.array_agg(o.nspname::text ORDER BY o.nspname)
      FROM pg_catalog.pg_namespace AS o
      WHERE o.oid IN (SELECT e.extnamespace FROM pg_catalog.pg_extension AS e)
        AND o.nspname NOT IN ('pg_catalog', n.nspname)
    )
    || ARRAY['pg_temp'] AS path
FROM pg_catalog.pg_namespace AS n
WHERE n.oid = ?;
