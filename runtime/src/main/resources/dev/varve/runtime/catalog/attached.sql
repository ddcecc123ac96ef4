-- What hangs on a relation and does something: triggers, rules, policies, statistics.
WITH relations AS (
  SELECT
    c.oid,
    c.relname
  FROM pg_catalog.pg_class AS c
  WHERE c.relnamespace = ?
)
SELECT
  r.relname AS relation,
  'trigger' AS kind,
  t.tgname AS name,
  pg_catalog.concat_ws(
    ' ',
    pg_catalog.pg_get_triggerdef(t.oid, true),
    CASE t.tgenabled
      WHEN 'D' THEN '(disabled)'
      WHEN 'R' THEN '(enabled for replicas)'
      WHEN 'A' THEN '(enabled always)'
    END) AS definition
FROM pg_catalog.pg_trigger AS t
JOIN relations AS r ON r.oid = t.tgrelid
WHERE NOT t.tgisinternal
  AND t.tgparentid = 0
UNION ALL
SELECT
  r.relname,
  'rule',
  w.rulename,
  pg_catalog.concat_ws(
    ' ',
    pg_catalog.pg_get_ruledef(w.oid, true),
    CASE w.ev_enabled
      WHEN 'D' THEN '(disabled)'
      WHEN 'R' THEN '(enabled for replicas)'
      WHEN 'A' THEN '(enabled always)'
    END)
FROM pg_catalog.pg_rewrite AS w
JOIN relations AS r ON r.oid = w.ev_class
WHERE w.rulename <> '_RETURN'
UNION ALL
SELECT
  r.relname,
  'policy',
  p.polname,
  pg_catalog.concat_ws(
    ' ',
    CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
    CASE p.polcmd
      WHEN 'r' THEN 'FOR SELECT'
      WHEN 'a' THEN 'FOR INSERT'
      WHEN 'w' THEN 'FOR UPDATE'
      WHEN 'd' THEN 'FOR DELETE'
      ELSE 'FOR ALL'
    END,
    'TO ' || (
      SELECT
        pg_catalog.string_agg(
          CASE WHEN o.role = 0 THEN 'PUBLIC' ELSE o.role::pg_catalog.regrole::text END,
          ', ' ORDER BY o.role::pg_catalog.regrole::text)
      FROM pg_catalog.unnest(p.polroles) AS o (role)
    ),
    'USING (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')',
    'WITH CHECK (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')')
FROM pg_catalog.pg_policy AS p
JOIN relations AS r ON r.oid = p.polrelid
UNION ALL
SELECT
  r.relname,
  'statistics',
  s.stxname,
  pg_catalog.concat_ws(
    ' ON ',
    pg_catalog.array_to_string(s.stxkind, ', '),
    pg_catalog.pg_get_statisticsobjdef_columns(s.oid))
    || coalesce(' STATISTICS ' || nullif(s.stxstattarget, -1), '')
FROM pg_catalog.pg_statistic_ext AS s
JOIN relations AS r ON r.oid = s.stxrelid;
