-- The extensions whose types and functions are in the schema. Their versions depend on the server,
-- and PostgreSQL knows no way back from one.
SELECT
  'extension' AS kind,
  pg_catalog.quote_ident(e.extname) AS name,
  '' AS definition
FROM pg_catalog.pg_extension AS e
WHERE e.extnamespace = ?;
