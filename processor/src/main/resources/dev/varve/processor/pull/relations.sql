-- Everything that has columns, and sequences. What belongs to an extension, and what is Varve's own,
-- is left out, here and elsewhere.
SELECT
  c.oid,
  c.reltype AS row_type,
  n.nspname AS schema,
  c.relname AS name,
  c.relkind AS kind,
  c.relispartition AS is_partition,
  CASE WHEN c.relispartition THEN (
    SELECT i.inhparent FROM pg_catalog.pg_inherits AS i WHERE i.inhrelid = c.oid)
  END AS part_of,
  c.relpersistence = 'u' AS is_unlogged,
  options.list AS parameters,
  space.spcname AS tablespace,
  a.amname AS method,
  CASE WHEN c.reloftype <> 0 THEN pg_catalog.format_type(c.reloftype, NULL) END AS of_type,
  parents.list AS parents,
  pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS bound,
  CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partition_key,
  c.relrowsecurity AS has_row_security,
  c.relforcerowsecurity AS forces_row_security,
  c.relreplident AS identity,
  CASE WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid, true) END AS select,
  c.relispopulated AS is_populated,
  c.reloptions AS options,
  s.srvname AS server,
  ARRAY(SELECT pg_catalog.quote_ident(o.option_name) || ' ' || pg_catalog.quote_literal(o.option_value)
    FROM pg_catalog.pg_options_to_table(f.ftoptions) AS o) AS server_options,
  pg_catalog.format_type(q.seqtypid, NULL) AS counts_in,
  q.seqstart AS start,
  q.seqincrement AS increment,
  q.seqmin AS min,
  q.seqmax AS max,
  q.seqcache AS cache,
  q.seqcycle AS cycle,
  owner.deptype AS owned_as,
  owner.refobjid AS owner,
  owner.refobjsubid AS owner_column,
  c.oid::pg_catalog.regclass::text AS text
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_am AS a ON a.oid = c.relam
LEFT JOIN pg_catalog.pg_tablespace AS space ON space.oid = c.reltablespace
LEFT JOIN pg_catalog.pg_class AS toast ON toast.oid = c.reltoastrelid
LEFT JOIN pg_catalog.pg_foreign_table AS f ON f.ftrelid = c.oid
LEFT JOIN pg_catalog.pg_foreign_server AS s ON s.oid = f.ftserver
LEFT JOIN pg_catalog.pg_sequence AS q ON q.seqrelid = c.oid
LEFT JOIN pg_catalog.pg_depend AS owner
  ON c.relkind = 'S'
  AND owner.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
  AND owner.objid = c.oid
  AND owner.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
  AND owner.refobjsubid > 0
  AND owner.deptype IN ('a', 'i')
CROSS JOIN LATERAL (
  SELECT
    pg_catalog.array_agg(option ORDER BY option) AS list
  FROM (
    SELECT pg_catalog.unnest(c.reloptions) AS option
    UNION ALL
    SELECT 'toast.' || pg_catalog.unnest(toast.reloptions)
  ) AS parameters
) AS options
CROSS JOIN LATERAL (
  SELECT
    pg_catalog.array_agg(i.inhparent::pg_catalog.regclass::text ORDER BY i.inhseqno) AS list
  FROM pg_catalog.pg_inherits AS i
  WHERE i.inhrelid = c.oid
) AS parents
WHERE c.relnamespace = ANY (?)
  AND c.relkind NOT IN ('i', 'I', 't')
  AND c.relname NOT IN ('varve_history', 'varve_marks')
  AND NOT pg_catalog.starts_with(c.relname::text, 'varve_parked_')
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend AS d
    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND d.objid = c.oid
      AND d.objsubid = 0
      AND d.deptype = 'e'
  )
ORDER BY n.nspname, c.relname;
