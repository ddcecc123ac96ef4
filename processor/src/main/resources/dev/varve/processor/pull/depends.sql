-- What rests on what, among things that are not PostgreSQL's own. What a relation's row type and a
-- view's rule are, the reader knows.
SELECT
  d.classid::pg_catalog.regclass::text AS class,
  d.objid AS oid,
  d.refclassid::pg_catalog.regclass::text AS on_class,
  d.refobjid AS on_oid
FROM pg_catalog.pg_depend AS d
WHERE pg_catalog.cardinality(?::pg_catalog.oid[]) > 0
  AND d.deptype IN ('n', 'a', 'i')
  AND d.objid >= 16384
  AND d.refobjid >= 16384
  AND d.refclassid NOT IN (
    'pg_catalog.pg_namespace'::pg_catalog.regclass,
    'pg_catalog.pg_extension'::pg_catalog.regclass)
GROUP BY 1, 2, 3, 4;
