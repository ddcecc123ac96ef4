-- Privileges on the schema and on what is in it, but for those of an owner, which follow from owning.
-- What was never granted or revoked is what PostgreSQL grants at first.
WITH schema AS (SELECT ?::oid AS oid)
SELECT
  'grant' AS kind,
  pg_catalog.concat_ws(
    ' ',
    pg_catalog.pg_describe_object(o.classid, o.objid, o.objsubid),
    'to',
    CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE a.grantee::pg_catalog.regrole::text END) AS name,
  pg_catalog.string_agg(
    a.privilege_type || CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END,
    ', ' ORDER BY a.privilege_type) AS definition
FROM (
  SELECT n.oid AS namespace, n.oid AS objid, 'pg_catalog.pg_namespace'::pg_catalog.regclass::oid,
    0, coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner)), n.nspowner, n.nspname::text, NULL
  FROM pg_catalog.pg_namespace AS n
  -- PostgreSQL grants on it what it does not grant on others.
  WHERE n.nspname <> 'public'
  UNION ALL
  SELECT c.relnamespace, c.oid, 'pg_catalog.pg_class'::pg_catalog.regclass::oid, 0,
    coalesce(
      c.relacl,
      pg_catalog.acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner)),
    c.relowner, c.relname::text, NULL
  FROM pg_catalog.pg_class AS c
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  UNION ALL
  SELECT c.relnamespace, c.oid, 'pg_catalog.pg_class'::pg_catalog.regclass::oid, t.attnum,
    t.attacl, c.relowner, c.relname::text, t.attname::text
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_attribute AS t ON t.attrelid = c.oid AND NOT t.attisdropped
  WHERE t.attacl IS NOT NULL
  UNION ALL
  SELECT p.pronamespace, p.oid, 'pg_catalog.pg_proc'::pg_catalog.regclass::oid, 0,
    coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner)), p.proowner, p.proname::text, NULL
  FROM pg_catalog.pg_proc AS p
  UNION ALL
  SELECT t.typnamespace, t.oid, 'pg_catalog.pg_type'::pg_catalog.regclass::oid, 0,
    coalesce(t.typacl, pg_catalog.acldefault('T', t.typowner)), t.typowner, t.typname::text, NULL
  FROM pg_catalog.pg_type AS t
  WHERE t.typtype IN ('d', 'e')
) AS o (namespace, objid, classid, objsubid, acl, owner, relation, part)
CROSS JOIN LATERAL pg_catalog.aclexplode(o.acl) AS a
WHERE o.namespace = (SELECT schema.oid FROM schema)
  AND a.grantee <> o.owner
  AND o.relation NOT IN ('varve_history', 'varve_marks')
  AND NOT pg_catalog.starts_with(o.relation, 'varve_parked_')
  AND NOT pg_catalog.starts_with(coalesce(o.part, ''), 'varve_parked_')
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend AS e
    WHERE e.classid = o.classid
      AND e.objid = o.objid
      AND e.deptype = 'e'
  )
  -- As PostgreSQL has it for everything that is new.
  AND NOT (a.grantee = 0 AND a.privilege_type IN ('EXECUTE', 'USAGE')
    AND o.classid IN (
      'pg_catalog.pg_proc'::pg_catalog.regclass,
      'pg_catalog.pg_type'::pg_catalog.regclass))
GROUP BY o.classid, o.objid, o.objsubid, a.grantee
UNION ALL
-- What everybody may do with what is new, where that was taken away.
SELECT
  'grant',
  pg_catalog.concat(pg_catalog.pg_describe_object(o.classid, o.objid, 0), ' to PUBLIC'),
  'none'
FROM (
  SELECT p.pronamespace, 'pg_catalog.pg_proc'::pg_catalog.regclass::oid, p.oid, p.proacl,
    p.proname::text
  FROM pg_catalog.pg_proc AS p
  UNION ALL
  SELECT t.typnamespace, 'pg_catalog.pg_type'::pg_catalog.regclass::oid, t.oid, t.typacl,
    t.typname::text
  FROM pg_catalog.pg_type AS t
  WHERE t.typtype IN ('d', 'e')
) AS o (namespace, classid, objid, acl, name)
WHERE o.namespace = (SELECT schema.oid FROM schema)
  AND o.acl IS NOT NULL
  AND NOT EXISTS (SELECT FROM pg_catalog.aclexplode(o.acl) AS a WHERE a.grantee = 0)
  AND NOT pg_catalog.starts_with(o.name, 'varve_parked_')
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend AS e
    WHERE e.classid = o.classid
      AND e.objid = o.objid
      AND e.deptype = 'e'
  );
