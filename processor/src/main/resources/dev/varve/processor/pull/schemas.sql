-- The schemas that were asked for, or all that are not PostgreSQL's own or an extension's.
SELECT
  n.oid,
  n.nspname AS name,
  n.nspname = pg_catalog.current_schema() AS is_home,
  pg_catalog.pg_get_userbyid(n.nspowner) = current_user AS is_own
FROM pg_catalog.pg_namespace AS n
WHERE CASE
    WHEN pg_catalog.cardinality(?::text[]) > 0 THEN n.nspname = ANY (?::text[])
    ELSE n.nspname !~ '^pg_'
      AND n.nspname <> 'information_schema'
      AND NOT EXISTS (
        SELECT
        FROM pg_catalog.pg_depend AS d
        WHERE d.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
          AND d.objid = n.oid
          AND d.deptype = 'e'
      )
  END
ORDER BY n.nspname;
