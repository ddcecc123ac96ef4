-- Who owns what in the schemas. What follows its table or column (indexes, sequences of columns, the
-- types of rows) is left out.
SELECT
  pg_catalog.pg_describe_object(o.classid, o.objid, 0) AS name,
  o.owner::pg_catalog.regrole::text AS owner
FROM (
  SELECT c.relnamespace, 'pg_catalog.pg_class'::pg_catalog.regclass::oid, c.oid, c.relowner,
    c.relname::text
  FROM pg_catalog.pg_class AS c
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  UNION ALL
  SELECT p.pronamespace, 'pg_catalog.pg_proc'::pg_catalog.regclass::oid, p.oid, p.proowner,
    p.proname::text
  FROM pg_catalog.pg_proc AS p
  UNION ALL
  SELECT t.typnamespace, 'pg_catalog.pg_type'::pg_catalog.regclass::oid, t.oid, t.typowner,
    t.typname::text
  FROM pg_catalog.pg_type AS t
  LEFT JOIN pg_catalog.pg_class AS r ON r.oid = t.typrelid
  WHERE t.typtype IN ('d', 'e', 'r')
    OR r.relkind = 'c'
) AS o (namespace, classid, objid, owner, relation)
WHERE o.namespace = ANY (?)
  AND o.relation NOT IN ('varve_history', 'varve_marks')
  AND NOT pg_catalog.starts_with(o.relation, 'varve_parked_')
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend AS e
    WHERE e.classid = o.classid
      AND e.objid = o.objid
      AND (
        e.deptype IN ('e', 'i')
        OR e.deptype = 'a' AND e.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
          AND e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      )
  );
