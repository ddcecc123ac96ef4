-- The schemas of a database that are not PostgreSQL's own or an extension's. The parameter is a
-- pattern that a name must not match.
SELECT
  n.nspname AS name
FROM pg_catalog.pg_namespace AS n
WHERE n.nspname !~ ?
  AND n.nspname <> 'information_schema'
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend AS d
    WHERE d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
      AND d.objid = n.oid
      AND d.deptype = 'e'
  )
ORDER BY n.nspname;
