-- Privileges of others than the owner. A column has them beside its table; what PostgreSQL gives
-- everyone at first, and somebody took away, counts too.
SELECT
  o.class,
  o.oid,
  CASE WHEN a.grantee = 0 THEN '' ELSE pg_catalog.pg_get_userbyid(a.grantee)::text END AS role,
  a.is_grantable AS can_grant,
  pg_catalog.array_agg(
    a.privilege_type || coalesce(' (' || o.part || ')', '')
    ORDER BY a.privilege_type, o.part) AS privileges
FROM (
  SELECT 'pg_namespace' AS class, n.oid, n.oid AS namespace, n.nspacl AS acl, n.nspowner AS owner, NULL AS part
  FROM pg_catalog.pg_namespace AS n
  WHERE n.nspname <> 'public'
  UNION ALL
  SELECT 'pg_class', c.oid, c.relnamespace, c.relacl, c.relowner, NULL
  FROM pg_catalog.pg_class AS c
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  UNION ALL
  SELECT 'pg_class', c.oid, c.relnamespace, t.attacl, c.relowner, pg_catalog.quote_ident(t.attname)
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_attribute AS t ON t.attrelid = c.oid AND NOT t.attisdropped AND t.attacl IS NOT NULL
  UNION ALL
  SELECT 'pg_proc', p.oid, p.pronamespace, p.proacl, p.proowner, NULL
  FROM pg_catalog.pg_proc AS p
  UNION ALL
  SELECT 'pg_type', t.oid, t.typnamespace, t.typacl, t.typowner, NULL
  FROM pg_catalog.pg_type AS t
) AS o
CROSS JOIN LATERAL pg_catalog.aclexplode(o.acl) AS a
WHERE o.namespace = ANY (?)
  AND a.grantee <> o.owner
  AND NOT (a.grantee = 0 AND o.class IN ('pg_proc', 'pg_type'))
GROUP BY o.class, o.oid, a.grantee, a.is_grantable
UNION ALL
-- Taken from everyone.
SELECT o.class, o.oid, '-', false, ARRAY['ALL']
FROM (
  SELECT 'pg_proc' AS class, p.oid, p.pronamespace AS namespace, p.proacl AS acl
  FROM pg_catalog.pg_proc AS p
  UNION ALL
  SELECT 'pg_type', t.oid, t.typnamespace, t.typacl
  FROM pg_catalog.pg_type AS t
) AS o
WHERE o.namespace = ANY (?)
  AND o.acl IS NOT NULL
  AND NOT EXISTS (SELECT FROM pg_catalog.aclexplode(o.acl) AS a WHERE a.grantee = 0)
ORDER BY 1, 2, 3, 4;
