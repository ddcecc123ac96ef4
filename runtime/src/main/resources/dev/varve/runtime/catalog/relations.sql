-- Everything that has columns, and sequences. Indexes are elsewhere; so are the sequences of
-- identity columns, which are parts of their columns.
SELECT
  c.relname AS name,
  CASE
    WHEN c.relispartition THEN 'partition'
    WHEN c.relkind IN ('r', 'p') THEN 'table'
    WHEN c.relkind = 'v' THEN 'view'
    WHEN c.relkind = 'm' THEN 'materialized view'
    WHEN c.relkind = 'f' THEN 'foreign table'
    WHEN c.relkind = 'c' THEN 'composite type'
    WHEN c.relkind = 'S' THEN 'sequence'
    ELSE 'relation of kind ' || c.relkind::text
  END AS kind,
  c.relpersistence = 'u' AS is_unlogged,
  options.list AS parameters,
  space.spcname AS tablespace,
  CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partition_key,
  own.parent,
  CASE WHEN own.parent IS NOT NULL THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END AS bounds,
  -- What is beyond name, columns and, for an ordinary table, the options above.
  pg_catalog.concat_ws(
    ' ',
    CASE
      WHEN c.relpersistence = 't' THEN 'TEMPORARY'
      WHEN c.relpersistence = 'u' AND NOT own.is_table THEN 'UNLOGGED'
    END,
    CASE WHEN c.reloftype <> 0 THEN 'OF ' || pg_catalog.format_type(c.reloftype, NULL) END,
    (
      SELECT
        CASE WHEN c.relispartition THEN 'PARTITION OF ' ELSE 'INHERITS ' END
          || pg_catalog.string_agg(i.inhparent::pg_catalog.regclass::text, ', ' ORDER BY i.inhseqno)
      FROM pg_catalog.pg_inherits AS i
      WHERE i.inhrelid = c.oid
        AND own.parent IS NULL
    ),
    CASE WHEN own.parent IS NULL THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END,
    CASE WHEN c.relkind = 'p' AND c.relispartition THEN 'PARTITION BY ' || pg_catalog.pg_get_partkeydef(c.oid) END,
    CASE WHEN a.amname <> 'heap' THEN 'USING ' || pg_catalog.quote_ident(a.amname) END,
    CASE
      WHEN NOT own.is_table
        THEN 'WITH (' || pg_catalog.array_to_string(options.list, ', ') || ')'
    END,
    CASE WHEN NOT own.is_table THEN 'TABLESPACE ' || pg_catalog.quote_ident(space.spcname) END,
    CASE WHEN c.relrowsecurity THEN 'ROW LEVEL SECURITY' END,
    CASE WHEN c.relforcerowsecurity THEN 'FORCE ROW LEVEL SECURITY' END,
    CASE c.relreplident
      WHEN 'f' THEN 'REPLICA IDENTITY FULL'
      WHEN 'i' THEN 'REPLICA IDENTITY USING INDEX ' || (
        SELECT pg_catalog.quote_ident(x.relname)
        FROM pg_catalog.pg_index AS i
        JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
        WHERE i.indrelid = c.oid
          AND i.indisreplident
      )
      WHEN 'n' THEN CASE WHEN c.relkind IN ('r', 'p') THEN 'REPLICA IDENTITY NOTHING' END
    END,
    'CLUSTER ON ' || (
      SELECT pg_catalog.quote_ident(x.relname)
      FROM pg_catalog.pg_index AS i
      JOIN pg_catalog.pg_class AS x ON x.oid = i.indexrelid
      WHERE i.indrelid = c.oid
        AND i.indisclustered
    ),
    CASE WHEN c.relkind IN ('v', 'm') THEN 'AS ' || pg_catalog.pg_get_viewdef(c.oid) END,
    (
      SELECT
        'SERVER ' || pg_catalog.quote_ident(s.srvname)
          || coalesce(' OPTIONS (' || pg_catalog.array_to_string(f.ftoptions, ', ') || ')', '')
      FROM pg_catalog.pg_foreign_table AS f
      JOIN pg_catalog.pg_foreign_server AS s ON s.oid = f.ftserver
      WHERE f.ftrelid = c.oid
    ),
    (
      SELECT
        pg_catalog.format(
          'AS %s START %s INCREMENT %s MINVALUE %s MAXVALUE %s CACHE %s%s',
          pg_catalog.format_type(s.seqtypid, NULL),
          s.seqstart,
          s.seqincrement,
          s.seqmin,
          s.seqmax,
          s.seqcache,
          CASE WHEN s.seqcycle THEN ' CYCLE' END)
      FROM pg_catalog.pg_sequence AS s
      WHERE s.seqrelid = c.oid
    ),
    'OWNED BY ' || owner.relname || '.' || owner.attname
  ) AS definition
FROM pg_catalog.pg_class AS c
LEFT JOIN pg_catalog.pg_am AS a ON a.oid = c.relam
LEFT JOIN pg_catalog.pg_tablespace AS space ON space.oid = c.reltablespace
LEFT JOIN pg_catalog.pg_class AS toast ON toast.oid = c.reltoastrelid
CROSS JOIN LATERAL (
  SELECT
    c.relkind IN ('r', 'p') AND NOT c.relispartition AS is_table,
    -- The table that a partition is a part of, if the model could say so.
    (
      SELECT p.relname
      FROM pg_catalog.pg_inherits AS i
      JOIN pg_catalog.pg_class AS p ON p.oid = i.inhparent
      WHERE i.inhrelid = c.oid
        AND c.relispartition
        AND c.relkind = 'r'
        AND NOT p.relispartition
        AND p.relnamespace = c.relnamespace
    ) AS parent
) AS own
CROSS JOIN LATERAL (
  SELECT
    pg_catalog.array_agg(option ORDER BY option) AS list
  FROM (
    SELECT pg_catalog.unnest(c.reloptions) AS option
    UNION ALL
    SELECT 'toast.' || pg_catalog.unnest(toast.reloptions)
  ) AS parameters
) AS options
LEFT JOIN LATERAL (
  SELECT d.deptype, pg_catalog.quote_ident(t.relname) AS relname,
    pg_catalog.quote_ident(o.attname) AS attname,
    pg_catalog.starts_with(t.relname::text, 'varve_parked_')
      OR pg_catalog.starts_with(o.attname::text, 'varve_parked_')
      OR t.relname IN ('varve_history', 'varve_marks') AS hidden,
    -- The sequence of a serial column, which is a part of it; see columns.sql.
    d.deptype = 'a'
      AND q.seqtypid = o.atttypid
      AND (q.seqstart, q.seqincrement, q.seqmin, q.seqcache, q.seqcycle) = (1, 1, 1, 1, false)
      AND q.seqmax = CASE q.seqtypid
        WHEN 'smallint'::pg_catalog.regtype THEN 32767
        WHEN 'integer'::pg_catalog.regtype THEN 2147483647
        ELSE 9223372036854775807
      END
      AND pg_catalog.pg_get_expr(value.adbin, value.adrelid) = 'nextval('''
        || pg_catalog.replace(c.oid::pg_catalog.regclass::text, '''', '''''') || '''::regclass)' AS is_serial
  FROM pg_catalog.pg_depend AS d
  JOIN pg_catalog.pg_class AS t ON t.oid = d.refobjid
  JOIN pg_catalog.pg_attribute AS o ON o.attrelid = d.refobjid AND o.attnum = d.refobjsubid
  JOIN pg_catalog.pg_sequence AS q ON q.seqrelid = c.oid
  LEFT JOIN pg_catalog.pg_attrdef AS value
    ON value.adrelid = d.refobjid AND value.adnum = d.refobjsubid
  WHERE c.relkind = 'S'
    AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND d.objid = c.oid
    AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND d.deptype IN ('a', 'i')
) AS owner ON true
WHERE c.relnamespace = ?
  AND c.relkind NOT IN ('i', 'I', 't')
  AND c.relname NOT IN ('varve_history', 'varve_marks')
  AND NOT pg_catalog.starts_with(c.relname::text, 'varve_parked_')
  AND owner.deptype IS DISTINCT FROM 'i'
  AND owner.hidden IS NOT TRUE
  AND owner.is_serial IS NOT TRUE
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend AS d
    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND d.objid = c.oid
      AND d.objsubid = 0
      AND d.deptype = 'e'
  )
ORDER BY c.relname;
