-- The constraints of tables. One is plain if what PostgreSQL prints for it is exactly what the
-- columns returned here say: a clause that the model does not know, of whichever version, shows.
WITH actions (code, words) AS (
  VALUES
    ('a', 'NO ACTION'),
    ('r', 'RESTRICT'),
    ('c', 'CASCADE'),
    ('n', 'SET NULL'),
    ('d', 'SET DEFAULT')
)
SELECT
  c.relname AS relation,
  k.conname AS name,
  k.contype AS kind,
  own.names AS columns,
  target.relname AS target,
  others.names AS target_columns,
  on_delete.words AS on_delete,
  on_update.words AS on_update,
  pg_catalog.pg_get_expr(k.conbin, k.conrelid) AS expression,
  CASE k.contype
    WHEN 'p' THEN 'PRIMARY KEY (' || own.list || ')'
    WHEN 'u' THEN 'UNIQUE (' || own.list || ')'
    WHEN 'c' THEN 'CHECK (' || pg_catalog.pg_get_expr(k.conbin, k.conrelid) || ')'
    WHEN 'n' THEN 'NOT NULL ' || own.list
    WHEN 'f' THEN
      pg_catalog.format(
        'FOREIGN KEY (%s) REFERENCES %s(%s)%s%s',
        own.list,
        k.confrelid::pg_catalog.regclass::text,
        others.list,
        ' ON UPDATE ' || nullif(on_update.words, 'NO ACTION'),
        ' ON DELETE ' || nullif(on_delete.words, 'NO ACTION'))
  END = d.definition
    AND (target.oid IS NULL OR target.relnamespace = c.relnamespace)
    AND (i.indexrelid IS NULL OR k.contype = 'f' OR (i.indisvalid AND x.reloptions IS NULL))
    AND disabled.triggers IS NULL AS is_plain,
  pg_catalog.concat_ws(
    ' ',
    d.definition,
    CASE WHEN target.relnamespace <> c.relnamespace
      THEN '(target in schema ' || target.relnamespace::pg_catalog.regnamespace::text || ')' END,
    CASE WHEN k.contype <> 'f' AND NOT i.indisvalid THEN '(invalid)' END,
    CASE WHEN k.contype <> 'f'
      THEN 'WITH (' || pg_catalog.array_to_string(x.reloptions, ', ') || ')' END,
    disabled.triggers) AS definition
FROM pg_catalog.pg_constraint AS k
JOIN pg_catalog.pg_class AS c ON c.oid = k.conrelid
CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_constraintdef(k.oid) AS definition) AS d
LEFT JOIN pg_catalog.pg_class AS target ON target.oid = k.confrelid
LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid = k.conindid
LEFT JOIN pg_catalog.pg_class AS x ON x.oid = k.conindid
CROSS JOIN LATERAL (
  SELECT
    pg_catalog.array_agg(a.attname::text ORDER BY key.position) AS names,
    pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY key.position) AS list
  FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY AS key (number, position)
  JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = key.number
) AS own
CROSS JOIN LATERAL (
  SELECT
    pg_catalog.array_agg(a.attname::text ORDER BY key.position) AS names,
    pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY key.position) AS list
  FROM pg_catalog.unnest(k.confkey) WITH ORDINALITY AS key (number, position)
  JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.confrelid AND a.attnum = key.number
) AS others
CROSS JOIN LATERAL (
  -- A foreign key whose triggers are disabled checks nothing, and its definition does not say so.
  SELECT CASE WHEN pg_catalog.count(*) > 0 THEN '(triggers disabled)' END AS triggers
  FROM pg_catalog.pg_trigger AS t
  WHERE t.tgconstraint = k.oid
    AND t.tgisinternal
    AND t.tgenabled <> 'O'
) AS disabled
LEFT JOIN actions AS on_update ON on_update.code = k.confupdtype
LEFT JOIN actions AS on_delete ON on_delete.code = k.confdeltype
WHERE c.relnamespace = ?
  AND k.contype <> 't'
  AND NOT pg_catalog.starts_with(k.conname::text, 'varve_parked_')
ORDER BY c.relname, k.conname;
