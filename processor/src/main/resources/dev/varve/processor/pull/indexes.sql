-- The indexes that belong to no constraint. The definition behind USING, without the predicate, is
-- taken apart by the reader, which knows whether the model has it.
SELECT
  x.oid,
  i.indrelid AS relation,
  x.relname AS name,
  i.indisunique AS is_unique,
  partial.pretty AS predicate,
  space.spcname AS tablespace,
  i.indisvalid AND i.indisready AND i.indislive AS is_valid,
  i.indisreplident AS is_identity,
  i.indisclustered AS is_clustered,
  x.relispartition AS is_partition,
  (SELECT h.inhparent::pg_catalog.regclass::text FROM pg_catalog.pg_inherits AS h
    WHERE h.inhrelid = x.oid) AS part_of,
  (SELECT h.inhparent FROM pg_catalog.pg_inherits AS h WHERE h.inhrelid = x.oid) AS parent,
  pg_catalog.substr(
    d.definition,
    pg_catalog.length(head.text) + 1,
    pg_catalog.length(d.definition)
      - pg_catalog.length(head.text)
      - coalesce(pg_catalog.length(' WHERE ' || partial.predicate), 0)) AS body,
  pg_catalog.starts_with(d.definition, head.text) AS is_plain,
  pg_catalog.pg_get_indexdef(x.oid, 0, true) AS sql,
  k.conname AS of_constraint,
  (SELECT p.relname FROM pg_catalog.pg_inherits AS h
    JOIN pg_catalog.pg_class AS p ON p.oid = h.inhparent WHERE h.inhrelid = x.oid) AS whole,
  ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute AS a
    WHERE a.attrelid = x.oid ORDER BY a.attnum) AS columns,
  ARRAY(SELECT pg_catalog.format('%s SET STATISTICS %s', a.attnum, a.attstattarget)
    FROM pg_catalog.pg_attribute AS a
    WHERE a.attrelid = x.oid AND a.attstattarget >= 0 ORDER BY a.attnum) AS targets,
  i.indexprs IS NOT NULL AS has_expressions,
  k.contype AS constraint_kind,
  coalesce(x.oid::pg_catalog.regclass::text, '') AS text
FROM pg_catalog.pg_index AS i
JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
JOIN pg_catalog.pg_class AS c ON c.oid = i.indrelid
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_tablespace AS space ON space.oid = x.reltablespace
LEFT JOIN pg_catalog.pg_constraint AS k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_indexdef(i.indexrelid) AS definition) AS d
CROSS JOIN LATERAL (
  SELECT
    pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
    pg_catalog.pg_get_expr(i.indpred, i.indrelid, true) AS pretty
) AS partial
CROSS JOIN LATERAL (
  SELECT
    pg_catalog.format(
      'CREATE %sINDEX %I ON %s%I.%I USING ',
      CASE WHEN i.indisunique THEN 'UNIQUE ' END,
      x.relname,
      CASE WHEN c.relkind = 'p' THEN 'ONLY ' END,
      n.nspname,
      c.relname) AS text
) AS head
WHERE c.relnamespace = ANY (?)
  AND c.relkind IN ('r', 'm', 'p')
  AND NOT pg_catalog.starts_with(x.relname::text, 'varve_parked_')
ORDER BY i.indrelid, x.relname;
