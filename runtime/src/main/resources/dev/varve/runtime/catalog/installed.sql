-- The extensions and the roles that there are, of those that are named.
SELECT
  'extension' AS kind,
  e.extname AS name,
  e.extversion AS definition,
  n.nspname AS place,
  NULL::text[] AS groups
FROM pg_catalog.pg_extension AS e
JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace
UNION ALL
SELECT
  'role',
  r.rolname,
  pg_catalog.concat_ws(
    ' ',
    CASE WHEN r.rolsuper THEN 'SUPERUSER' ELSE 'NOSUPERUSER' END,
    CASE WHEN r.rolcreatedb THEN 'CREATEDB' ELSE 'NOCREATEDB' END,
    CASE WHEN r.rolcreaterole THEN 'CREATEROLE' ELSE 'NOCREATEROLE' END,
    CASE WHEN r.rolinherit THEN 'INHERIT' ELSE 'NOINHERIT' END,
    CASE WHEN r.rolcanlogin THEN 'LOGIN' ELSE 'NOLOGIN' END,
    CASE WHEN r.rolreplication THEN 'REPLICATION' ELSE 'NOREPLICATION' END,
    CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' ELSE 'NOBYPASSRLS' END),
  '',
  (
    SELECT pg_catalog.array_agg(g.rolname::text ORDER BY g.rolname)
    FROM pg_catalog.pg_auth_members AS m
    JOIN pg_catalog.pg_roles AS g ON g.oid = m.roleid
    WHERE m.member = r.oid
  )
FROM pg_catalog.pg_roles AS r
WHERE r.rolname = ANY (?);
