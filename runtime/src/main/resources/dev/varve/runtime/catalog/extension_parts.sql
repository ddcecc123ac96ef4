-- The names of what extensions have in the schema: whoever writes them with the schema means these.
SELECT DISTINCT
  coalesce(t.typname, p.proname, c.collname, o.opcname)::text AS name
FROM pg_catalog.pg_depend AS d
LEFT JOIN pg_catalog.pg_type AS t
  ON d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = d.objid
LEFT JOIN pg_catalog.pg_proc AS p
  ON d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND p.oid = d.objid
LEFT JOIN pg_catalog.pg_collation AS c
  ON d.classid = 'pg_catalog.pg_collation'::pg_catalog.regclass AND c.oid = d.objid
LEFT JOIN pg_catalog.pg_opclass AS o
  ON d.classid = 'pg_catalog.pg_opclass'::pg_catalog.regclass AND o.oid = d.objid
WHERE d.deptype = 'e'
  AND ? = coalesce(t.typnamespace, p.pronamespace, c.collnamespace, o.opcnamespace);
