-- PostgreSQL prints a name without its schema where the search path finds it. So that two schemas
-- with the same content print the same: pg_catalog, the schema itself, then those of extensions.
SELECT
  pg_catalog.set_config(
    'search_path',
    pg_catalog.concat_ws(
      ', ',
      'pg_catalog',
      pg_catalog.quote_ident(n.nspname),
      (
        SELECT pg_catalog.string_agg(pg_catalog.quote_ident(o.nspname), ', ' ORDER BY o.nspname)
        FROM pg_catalog.pg_namespace AS o
        WHERE o.oid IN (SELECT e.extnamespace FROM pg_catalog.pg_extension AS e)
          AND o.nspname NOT IN ('pg_catalog', n.nspname)
      ),
      'pg_temp'),
    true)
FROM pg_catalog.pg_namespace AS n
WHERE n.oid = ?;
