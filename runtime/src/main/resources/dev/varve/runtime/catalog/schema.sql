-- The schema to read: the one named, else the current one.
SELECT
  n.oid,
  n.nspname,
  pg_catalog.current_setting('search_path') AS search_path
FROM pg_catalog.pg_namespace AS n
WHERE n.nspname = coalesce(?, pg_catalog.current_schema());
