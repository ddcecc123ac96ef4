-- Types that PostgreSQL has not made for a table, an array or a multirange.
SELECT
  t.oid,
  n.nspname AS schema,
  t.typname AS name,
  t.typtype AS kind,
  t.oid::pg_catalog.regtype::text AS text,
  e.labels,
  pg_catalog.format_type(t.typbasetype, t.typtypmod) AS base,
  t.typnotnull AS not_null,
  t.typdefault AS value,
  CASE WHEN t.typcollation <> b.typcollation THEN l.collname END AS collation,
  CASE WHEN NOT pg_catalog.pg_collation_is_visible(l.oid) THEN m.nspname END AS collation_schema,
  r.definition AS range,
  r.multirange,
  CASE WHEN t.typcategory = 'A' THEN nullif(t.typelem, 0) END AS element,
  NOT t.typisdefined AS is_shell
FROM pg_catalog.pg_type AS t
JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_type AS b ON b.oid = t.typbasetype
LEFT JOIN pg_catalog.pg_collation AS l ON l.oid = t.typcollation
LEFT JOIN pg_catalog.pg_namespace AS m ON m.oid = l.collnamespace
LEFT JOIN LATERAL (
  SELECT
    pg_catalog.array_agg(v.enumlabel::text ORDER BY v.enumsortorder) AS labels
  FROM pg_catalog.pg_enum AS v
  WHERE v.enumtypid = t.oid
) AS e ON true
LEFT JOIN LATERAL (
  SELECT
    g.rngmultitypid AS multirange,
    pg_catalog.concat_ws(
      ', ',
      'SUBTYPE = ' || pg_catalog.format_type(g.rngsubtype, NULL),
      'SUBTYPE_OPCLASS = ' || pg_catalog.quote_ident(s.nspname) || '.' || pg_catalog.quote_ident(o.opcname),
      CASE WHEN g.rngcollation <> 0
        THEN 'COLLATION = ' || g.rngcollation::pg_catalog.regcollation::text END,
      CASE WHEN g.rngsubdiff <> 0 THEN 'SUBTYPE_DIFF = ' || g.rngsubdiff::text END,
      'MULTIRANGE_TYPE_NAME = ' || pg_catalog.format_type(g.rngmultitypid, NULL)) AS definition
  FROM pg_catalog.pg_range AS g
  JOIN pg_catalog.pg_opclass AS o ON o.oid = g.rngsubopc
  JOIN pg_catalog.pg_namespace AS s ON s.oid = o.opcnamespace
  WHERE g.rngtypid = t.oid
) AS r ON true
WHERE t.typnamespace = ANY (?)
  AND t.typtype IN ('b', 'd', 'e', 'p', 'r', 'm')
  AND NOT pg_catalog.starts_with(t.typname::text, 'varve_parked_')
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend AS d
    WHERE d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
      AND d.objid = t.oid
      AND d.deptype = 'e'
  )
ORDER BY n.nspname, t.typname;
