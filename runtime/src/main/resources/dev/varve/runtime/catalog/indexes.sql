-- The indexes that belong to no constraint. One is plain if it is in use; its definition behind
-- USING, without the predicate, is taken apart by the reader, which knows whether the model has it.
SELECT
  c.relname AS relation,
  x.relname AS name,
  i.indisunique AS is_unique,
  partial.predicate AS predicate,
  space.spcname AS tablespace,
  i.indisvalid
    AND i.indisready
    AND i.indislive
    AND pg_catalog.starts_with(d.definition, head.text)
    AND c.relkind IN ('r', 'p')
    AND NOT c.relispartition AS is_plain,
  pg_catalog.substr(
    d.definition,
    pg_catalog.length(head.text) + 1,
    pg_catalog.length(d.definition)
      - pg_catalog.length(head.text)
      - coalesce(pg_catalog.length(' WHERE ' || partial.predicate), 0)) AS body,
  pg_catalog.concat_ws(
    ' ',
    pg_catalog.pg_get_indexdef(i.indexrelid, 0, true),
    CASE WHEN NOT (i.indisvalid AND i.indisready AND i.indislive) THEN '(invalid)' END
  ) AS definition,
  (
    SELECT
      pg_catalog.string_agg(
        pg_catalog.format('column %s STATISTICS %s', a.attnum, a.attstattarget),
        ', ' ORDER BY a.attnum)
    FROM pg_catalog.pg_attribute AS a
    WHERE a.attrelid = i.indexrelid
      AND a.attstattarget >= 0
  ) AS targets
FROM pg_catalog.pg_index AS i
JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
JOIN pg_catalog.pg_class AS c ON c.oid = i.indrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_tablespace AS space ON space.oid = x.reltablespace
CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_indexdef(i.indexrelid) AS definition) AS d
CROSS JOIN LATERAL (
  SELECT pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate
) AS partial
CROSS JOIN LATERAL (
  SELECT
    pg_catalog.format(
      'CREATE %sINDEX %I ON %s%I.%I USING ',
      CASE WHEN i.indisunique THEN 'UNIQUE ' END,
      x.relname,
      CASE WHEN c.relkind = 'p' THEN 'ONLY ' END,
      CASE WHEN n.oid = pg_catalog.pg_my_temp_schema() THEN 'pg_temp' ELSE n.nspname END,
      c.relname) AS text
) AS head
WHERE c.relnamespace = ?
  AND c.relkind IN ('r', 'p', 'm')
  -- Those of partitions are parts of their table's, and PostgreSQL named them.
  AND NOT x.relispartition
  AND NOT pg_catalog.starts_with(x.relname::text, 'varve_parked_')
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_constraint AS k
    WHERE k.conindid = i.indexrelid
      AND k.contype IN ('p', 'u', 'x')
  )
ORDER BY c.relname, x.relname;
