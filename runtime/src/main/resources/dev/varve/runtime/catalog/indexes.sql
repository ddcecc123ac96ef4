-- The indexes that belong to no constraint. One is plain if what PostgreSQL prints for it is
-- exactly what the columns returned here say.
SELECT
  c.relname AS relation,
  x.relname AS name,
  keys.names AS columns,
  i.indisunique AS is_unique,
  pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
  i.indisvalid
    AND i.indisready
    AND i.indislive
    AND pg_catalog.pg_get_indexdef(i.indexrelid) = pg_catalog.format(
      'CREATE %sINDEX %I ON %I.%I USING btree (%s)%s',
      CASE WHEN i.indisunique THEN 'UNIQUE ' END,
      x.relname,
      n.nspname,
      c.relname,
      keys.list,
      ' WHERE ' || pg_catalog.pg_get_expr(i.indpred, i.indrelid)) AS is_plain,
  pg_catalog.concat_ws(
    ' ',
    pg_catalog.pg_get_indexdef(i.indexrelid, 0, true),
    CASE WHEN NOT (i.indisvalid AND i.indisready AND i.indislive) THEN '(invalid)' END
  ) AS definition
FROM pg_catalog.pg_index AS i
JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
JOIN pg_catalog.pg_class AS c ON c.oid = i.indrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
  SELECT
    pg_catalog.array_agg(a.attname::text ORDER BY key.position) AS names,
    pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY key.position) AS list
  FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY AS key (number, position)
  JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = key.number
) AS keys
WHERE c.relnamespace = ?
  AND c.relkind IN ('r', 'p', 'm')
  AND NOT pg_catalog.starts_with(x.relname::text, 'varve_parked_')
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_constraint AS k
    WHERE k.conindid = i.indexrelid
      AND k.contype IN ('p', 'u', 'x')
  )
ORDER BY c.relname, x.relname;
