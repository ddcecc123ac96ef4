-- The enums, their values in order.
SELECT
  t.typname AS name,
  pg_catalog.array_remove(
    pg_catalog.array_agg(e.enumlabel::text ORDER BY e.enumsortorder), NULL) AS labels
FROM pg_catalog.pg_type AS t
LEFT JOIN pg_catalog.pg_enum AS e ON e.enumtypid = t.oid
WHERE t.typnamespace = ?
  AND t.typtype = 'e'
  AND NOT pg_catalog.starts_with(t.typname::text, 'varve_parked_')
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend AS d
    WHERE d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
      AND d.objid = t.oid
      AND d.deptype = 'e'
  )
GROUP BY t.oid, t.typname
ORDER BY t.typname;
