-- Comments on relations, columns, constraints, types and functions of the schema, on what hangs on
-- its relations, and on the schema itself. What comes with PostgreSQL or an extension has others.
SELECT
  'comment' AS kind,
  pg_catalog.pg_describe_object(d.classoid, d.objoid, d.objsubid) AS name,
  pg_catalog.quote_literal(d.description) AS definition
FROM pg_catalog.pg_description AS d
CROSS JOIN LATERAL (
  SELECT
    c.relnamespace AS namespace,
    c.relname::text AS name,
    a.attname::text AS part
  FROM pg_catalog.pg_class AS c
  LEFT JOIN pg_catalog.pg_attribute AS a
    ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid <> 0
  WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND c.oid = d.objoid
  UNION ALL
  SELECT t.typnamespace, t.typname::text, NULL
  FROM pg_catalog.pg_type AS t
  WHERE d.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass
    AND t.oid = d.objoid
  UNION ALL
  SELECT p.pronamespace, p.proname::text, NULL
  FROM pg_catalog.pg_proc AS p
  WHERE d.classoid = 'pg_catalog.pg_proc'::pg_catalog.regclass
    AND p.oid = d.objoid
  UNION ALL
  SELECT k.connamespace, k.conname::text, NULL
  FROM pg_catalog.pg_constraint AS k
  WHERE d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
    AND k.oid = d.objoid
  UNION ALL
  SELECT c.relnamespace, c.relname::text, NULL
  FROM pg_catalog.pg_class AS c
  JOIN (
    SELECT 'pg_catalog.pg_trigger'::pg_catalog.regclass::oid, t.oid, t.tgrelid
    FROM pg_catalog.pg_trigger AS t
    UNION ALL
    SELECT 'pg_catalog.pg_policy'::pg_catalog.regclass::oid, p.oid, p.polrelid
    FROM pg_catalog.pg_policy AS p
    UNION ALL
    SELECT 'pg_catalog.pg_rewrite'::pg_catalog.regclass::oid, r.oid, r.ev_class
    FROM pg_catalog.pg_rewrite AS r
  ) AS attached (classoid, objoid, relation)
    ON attached.relation = c.oid
  WHERE attached.classoid = d.classoid
    AND attached.objoid = d.objoid
  UNION ALL
  SELECT n.oid, n.nspname::text, NULL
  FROM pg_catalog.pg_namespace AS n
  WHERE d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
    AND n.oid = d.objoid
    -- PostgreSQL itself says what this one is for.
    AND n.nspname <> 'public'
) AS object
-- PostgreSQL's own objects have thousands of comments, and lower numbers.
WHERE d.objoid >= 16384
  AND object.namespace = ?
  AND object.name NOT IN ('varve_history', 'varve_marks')
  AND NOT pg_catalog.starts_with(object.name, 'varve_parked_')
  AND NOT pg_catalog.starts_with(coalesce(object.part, ''), 'varve_parked_')
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend AS e
    WHERE e.classid = d.classoid
      AND e.objid = d.objoid
      AND e.deptype = 'e'
  );
