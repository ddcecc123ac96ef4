-- The tables in which other tools keep their history, by their columns: their names can be chosen.
SELECT
  tool.kind,
  c.relname AS name
FROM pg_catalog.pg_class AS c
CROSS JOIN LATERAL (
  SELECT pg_catalog.array_agg(a.attname::text) AS names
  FROM pg_catalog.pg_attribute AS a
  WHERE a.attrelid = c.oid
    AND a.attnum > 0
    AND NOT a.attisdropped
) AS columns
JOIN (
  VALUES
    ('Flyway', ARRAY['installed_rank', 'version', 'description', 'type', 'script', 'checksum',
      'installed_by', 'installed_on', 'execution_time', 'success']),
    ('Liquibase', ARRAY['id', 'author', 'filename', 'dateexecuted', 'orderexecuted', 'exectype',
      'md5sum', 'description', 'comments', 'tag', 'liquibase', 'contexts', 'labels',
      'deployment_id']),
    ('Liquibase lock', ARRAY['id', 'locked', 'lockgranted', 'lockedby']),
    ('Alembic', ARRAY['version_num'])
) AS tool (kind, columns)
  ON tool.columns @> columns.names
  AND tool.columns <@ columns.names
  AND (tool.kind <> 'Alembic' OR pg_catalog.starts_with(c.relname::text, 'alembic_version'))
WHERE c.relnamespace = ?
  AND c.relkind = 'r'
ORDER BY c.relname;
