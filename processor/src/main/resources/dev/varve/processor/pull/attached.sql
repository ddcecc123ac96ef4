-- What hangs on a relation and does something: triggers, rules, policies, statistics.
WITH relations AS (
  SELECT
    c.oid
  FROM pg_catalog.pg_class AS c
  WHERE c.relnamespace = ANY (?)
)
SELECT
  'pg_trigger' AS class,
  t.oid,
  t.tgrelid AS relation,
  t.tgname AS name,
  pg_catalog.pg_get_triggerdef(t.oid) AS definition,
  pg_catalog.pg_get_triggerdef(t.oid, true) AS sql,
  t.tgenabled AS enabled,
  t.tgtype AS type,
  t.tgconstraint <> 0 AS is_constraint,
  t.tgdeferrable AS is_deferrable,
  t.tginitdeferred AS is_deferred,
  ARRAY(SELECT a.attname::text FROM pg_catalog.unnest(t.tgattr::int2[]) AS k (n)
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = t.tgrelid AND a.attnum = k.n) AS columns,
  t.tgoldtable AS old_table,
  t.tgnewtable AS new_table,
  t.tgparentid <> 0 AS is_inherited,
  t.tgconstrrelid <> 0 AS has_target,
  t.tgfoid::pg_catalog.regproc::text AS function,
  NULL::boolean AS permissive,
  NULL::text AS command,
  NULL::text[] AS roles,
  NULL::text AS using,
  NULL::text AS check,
  NULL::text AS target
FROM pg_catalog.pg_trigger AS t
JOIN relations AS r ON r.oid = t.tgrelid
WHERE NOT t.tgisinternal
UNION ALL
SELECT
  'pg_rewrite', w.oid, w.ev_class, w.rulename, NULL, pg_catalog.pg_get_ruledef(w.oid, true), w.ev_enabled,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM pg_catalog.pg_rewrite AS w
JOIN relations AS r ON r.oid = w.ev_class
UNION ALL
SELECT
  'pg_policy', p.oid, p.polrelid, p.polname, NULL, NULL, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
  p.polpermissive,
  CASE p.polcmd
    WHEN 'r' THEN 'SELECT'
    WHEN 'a' THEN 'INSERT'
    WHEN 'w' THEN 'UPDATE'
    WHEN 'd' THEN 'DELETE'
    ELSE 'ALL'
  END,
  ARRAY(SELECT pg_catalog.pg_get_userbyid(o.role)::text FROM pg_catalog.unnest(p.polroles) AS o (role)
    WHERE o.role <> 0 ORDER BY 1),
  pg_catalog.pg_get_expr(p.polqual, p.polrelid, true),
  pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid, true),
  NULL
FROM pg_catalog.pg_policy AS p
JOIN relations AS r ON r.oid = p.polrelid
UNION ALL
SELECT
  'pg_statistic_ext', s.oid, s.stxrelid, s.stxname, NULL,
  -- Its name stands there with its schema, whatever the search path.
  'CREATE STATISTICS '
    || CASE WHEN pg_catalog.pg_statistics_obj_is_visible(s.oid) THEN '' ELSE pg_catalog.quote_ident(n.nspname) || '.' END
    || pg_catalog.substr(
      pg_catalog.pg_get_statisticsobjdef(s.oid),
      pg_catalog.length('CREATE STATISTICS ' || pg_catalog.quote_ident(n.nspname) || '.') + 1),
  NULL,
  NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
  nullif(s.stxstattarget, -1)::text
FROM pg_catalog.pg_statistic_ext AS s
JOIN pg_catalog.pg_namespace AS n ON n.oid = s.stxnamespace
JOIN relations AS r ON r.oid = s.stxrelid
ORDER BY 1, 3, 4;
