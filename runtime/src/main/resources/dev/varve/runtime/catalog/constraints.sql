-- The constraints of tables and domains. One is plain if what PostgreSQL prints for it is exactly
-- what the columns returned here say: a clause that the model does not know, of whichever version,
-- shows. What only says that a column refuses NULL is left out: the column itself says so.
WITH actions (code, words) AS (
  VALUES
    ('a', 'NO ACTION'),
    ('r', 'RESTRICT'),
    ('c', 'CASCADE'),
    ('n', 'SET NULL'),
    ('d', 'SET DEFAULT')
)
SELECT
  k.oid,
  k.conrelid AS relation,
  c.relname AS relation_name,
  k.contypid AS domain,
  k.conname AS name,
  k.contype AS kind,
  k.conindid AS index,
  k.confrelid AS target,
  target.relname AS target_name,
  coalesce(target.relnamespace <> c.relnamespace, false) AS is_elsewhere,
  k.conparentid AS parent,
  k.coninhcount > 0 AND k.conparentid = 0 AS is_inherited,
  k.conparentid <> 0 OR c.relispartition AND k.coninhcount > 0 AS is_of_partition,
  (SELECT h.inhparent::pg_catalog.regclass::text FROM pg_catalog.pg_inherits AS h
    WHERE h.inhrelid = x.oid) AS part_of,
  k.convalidated AS is_valid,
  own.names AS columns,
  others.names AS target_columns,
  on_delete.words AS on_delete,
  on_update.words AS on_update,
  pg_catalog.pg_get_expr(k.conbin, k.conrelid) AS expression,
  pg_catalog.pg_get_expr(k.conbin, k.conrelid, true) AS short_expression,
  included.names AS include,
  deleted.names AS on_delete_columns,
  coalesce(i.indnullsnotdistinct, false) AS nulls_not_distinct,
  later.period AS period,
  later.enforced AS enforced,
  k.connoinherit AS no_inherit,
  k.confmatchtype = 'f' AS match_full,
  CASE WHEN k.condeferred THEN 'DEFERRED' WHEN k.condeferrable THEN 'DEFERRABLE' ELSE 'AT_ONCE' END
    AS timing,
  d.definition,
  x.reloptions AS parameters,
  space.spcname AS tablespace,
  disabled.triggers AS disabled,
  pg_catalog.concat(
    CASE k.contype
      WHEN 'p' THEN 'PRIMARY KEY (' || own.list || temporal.clause || ')'
      WHEN 'u' THEN
        CASE WHEN i.indnullsnotdistinct THEN 'UNIQUE NULLS NOT DISTINCT (' ELSE 'UNIQUE (' END
          || own.list || temporal.clause || ')'
      WHEN 'c' THEN
        'CHECK (' || pg_catalog.pg_get_expr(k.conbin, k.conrelid) || ')'
          || CASE WHEN k.connoinherit THEN ' NO INHERIT' ELSE '' END
      WHEN 'n' THEN 'NOT NULL ' || own.list
      WHEN 'x' THEN d.definition
      WHEN 'f' THEN
        pg_catalog.format(
          'FOREIGN KEY (%s) REFERENCES %s(%s)%s%s%s%s',
          own.list,
          k.confrelid::pg_catalog.regclass::text,
          others.list,
          CASE WHEN k.confmatchtype = 'f' THEN ' MATCH FULL' END,
          ' ON UPDATE ' || nullif(on_update.words, 'NO ACTION'),
          ' ON DELETE ' || nullif(on_delete.words, 'NO ACTION'),
          ' (' || deleted.list || ')')
    END,
    CASE WHEN k.contype IN ('p', 'u') THEN ' INCLUDE (' || included.list || ')' END,
    CASE WHEN k.contype <> 'x' AND k.condeferrable THEN ' DEFERRABLE' END,
    CASE WHEN k.contype <> 'x' AND k.condeferred THEN ' INITIALLY DEFERRED' END,
    CASE WHEN k.contype IN ('c', 'f') AND NOT later.enforced THEN ' NOT ENFORCED' END
  ) = d.definition
    AND (i.indexrelid IS NULL OR k.contype = 'f' OR i.indisvalid) AS is_plain,
  pg_catalog.concat_ws(
    ' ',
    d.definition,
    CASE WHEN target.relnamespace <> c.relnamespace
      THEN '(target in schema ' || place.nspname || ')' END,
    CASE WHEN k.contype <> 'f' AND NOT i.indisvalid THEN '(invalid)' END,
    'WITH (' || pg_catalog.array_to_string(x.reloptions, ', ') || ')',
    CASE WHEN disabled.triggers IS NOT NULL THEN '(triggers disabled)' END) AS remarked
FROM pg_catalog.pg_constraint AS k
LEFT JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid
CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_constraintdef(k.oid) AS definition) AS d
CROSS JOIN LATERAL (
  -- Columns that the oldest server does not have.
  SELECT
    coalesce((pg_catalog.to_jsonb(k) ->> 'conperiod')::boolean, false) AS period,
    coalesce((pg_catalog.to_jsonb(k) ->> 'conenforced')::boolean, true) AS enforced
) AS later
CROSS JOIN LATERAL (
  SELECT CASE WHEN later.period THEN ' WITHOUT OVERLAPS' ELSE '' END AS clause
) AS temporal
LEFT JOIN pg_catalog.pg_class AS target ON target.oid = k.confrelid
LEFT JOIN pg_catalog.pg_namespace AS place ON place.oid = target.relnamespace
LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid = k.conindid
LEFT JOIN pg_catalog.pg_class AS x ON x.oid = k.conindid AND k.contype <> 'f'
LEFT JOIN pg_catalog.pg_tablespace AS space ON space.oid = x.reltablespace
CROSS JOIN LATERAL (
  SELECT
    pg_catalog.array_agg(a.attname::text ORDER BY key.position) AS names,
    pg_catalog.string_agg(
      CASE WHEN k.contype = 'f' AND later.period AND key.position = pg_catalog.cardinality(k.conkey)
        THEN 'PERIOD ' ELSE '' END || pg_catalog.quote_ident(a.attname),
      ', ' ORDER BY key.position) AS list
  FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY AS key (number, position)
  JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = key.number
) AS own
CROSS JOIN LATERAL (
  SELECT
    pg_catalog.array_agg(a.attname::text ORDER BY key.position) AS names,
    pg_catalog.string_agg(
      CASE WHEN k.contype = 'f' AND later.period AND key.position = pg_catalog.cardinality(k.confkey)
        THEN 'PERIOD ' ELSE '' END || pg_catalog.quote_ident(a.attname),
      ', ' ORDER BY key.position) AS list
  FROM pg_catalog.unnest(k.confkey) WITH ORDINALITY AS key (number, position)
  JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.confrelid AND a.attnum = key.number
) AS others
CROSS JOIN LATERAL (
  SELECT
    pg_catalog.array_agg(a.attname::text ORDER BY key.position) AS names,
    pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY key.position) AS list
  FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY AS key (number, position)
  JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = key.number
  WHERE key.position > i.indnkeyatts
) AS included
CROSS JOIN LATERAL (
  SELECT
    pg_catalog.array_agg(a.attname::text ORDER BY key.position) AS names,
    pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY key.position) AS list
  FROM pg_catalog.unnest(k.confdelsetcols) WITH ORDINALITY AS key (number, position)
  JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = key.number
) AS deleted
CROSS JOIN LATERAL (
  -- A foreign key whose triggers are disabled checks nothing, and its definition does not say so.
  SELECT
    pg_catalog.array_agg(
      pg_catalog.format('ALTER TABLE %s DISABLE TRIGGER %I;', t.tgrelid::pg_catalog.regclass, t.tgname))
      AS triggers
  FROM pg_catalog.pg_trigger AS t
  WHERE t.tgconstraint = k.oid
    AND t.tgisinternal
    AND t.tgenabled <> 'O'
) AS disabled
LEFT JOIN actions AS on_update ON on_update.code = k.confupdtype
LEFT JOIN actions AS on_delete ON on_delete.code = k.confdeltype
WHERE k.connamespace = ANY (?)
  AND k.contype <> 't'
  AND NOT (k.contype = 'n' AND k.convalidated AND NOT k.connoinherit)
  AND NOT pg_catalog.starts_with(k.conname::text, 'varve_parked_')
ORDER BY c.relname, k.conname;
