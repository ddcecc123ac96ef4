-- The extensions whose types and functions are in the schema, and comments that they have not
-- brought along. Their versions depend on the server, and PostgreSQL knows no way back from one.
SELECT
  'extension' AS kind,
  pg_catalog.quote_ident(e.extname) AS name,
  CASE
    WHEN d.description IS DISTINCT FROM a.comment
      THEN 'COMMENT ' || pg_catalog.quote_nullable(d.description)
    ELSE ''
  END AS definition
FROM pg_catalog.pg_extension AS e
LEFT JOIN pg_catalog.pg_available_extensions AS a ON a.name = e.extname
CROSS JOIN LATERAL (
  SELECT pg_catalog.obj_description(e.oid, 'pg_extension') AS description
) AS d
WHERE e.extnamespace = ?;
