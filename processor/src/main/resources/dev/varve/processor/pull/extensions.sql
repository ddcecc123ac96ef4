-- The extensions of the database, but for the language that every one has.
SELECT
  e.oid,
  e.extname AS name,
  n.nspname AS schema
FROM pg_catalog.pg_extension AS e
JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace
WHERE pg_catalog.cardinality(?::pg_catalog.oid[]) > 0
  AND e.extname <> 'plpgsql'
ORDER BY e.extname;
