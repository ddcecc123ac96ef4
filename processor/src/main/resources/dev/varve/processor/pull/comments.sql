-- What people said about things; which of them count, the reader knows.
SELECT
  d.classoid::pg_catalog.regclass::text AS class,
  d.objoid AS oid,
  d.objsubid AS number,
  d.description AS text,
  i.type AS kind,
  i.identity
FROM pg_catalog.pg_description AS d
LEFT JOIN pg_catalog.pg_extension AS e
  ON d.classoid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND e.oid = d.objoid
LEFT JOIN pg_catalog.pg_available_extensions AS a ON a.name = e.extname
CROSS JOIN LATERAL pg_catalog.pg_identify_object(d.classoid, d.objoid, d.objsubid) AS i
WHERE pg_catalog.cardinality(?::pg_catalog.oid[]) > 0
  AND d.description IS DISTINCT FROM a.comment
  AND (d.objoid >= 16384 OR e.oid IS NOT NULL)
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend AS x
    WHERE x.classid = d.classoid
      AND x.objid = d.objoid
      AND x.deptype = 'e'
  )
ORDER BY 1, i.identity, 3;
