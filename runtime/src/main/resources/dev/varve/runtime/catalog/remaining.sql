-- Whatever else lives in the schema (operators, collations, conversions, text search ...), so that
-- nothing is overlooked: every object that is neither of a kind read elsewhere nor an extension's.
SELECT
  pg_catalog.pg_describe_object(d.classid, d.objid, 0) AS name
FROM pg_catalog.pg_depend AS d
WHERE d.refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
  AND d.refobjid = ?
  AND d.deptype = 'n'
  AND d.classid NOT IN (
    'pg_catalog.pg_class'::pg_catalog.regclass,
    'pg_catalog.pg_extension'::pg_catalog.regclass,
    'pg_catalog.pg_proc'::pg_catalog.regclass,
    'pg_catalog.pg_statistic_ext'::pg_catalog.regclass,
    'pg_catalog.pg_type'::pg_catalog.regclass)
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend AS e
    WHERE e.classid = d.classid
      AND e.objid = d.objid
      AND e.deptype = 'e'
  );
