-- Functions, procedures and aggregates.
SELECT
  p.oid,
  n.nspname AS schema,
  p.proname AS name,
  p.prokind AS kind,
  pg_catalog.pg_get_function_identity_arguments(p.oid) AS arguments,
  CASE WHEN p.prokind <> 'a' THEN pg_catalog.pg_get_functiondef(p.oid) END AS definition,
  l.lanname AS language,
  CASE WHEN p.prosqlbody IS NULL THEN p.prosrc END AS source,
  p.proargtypes::pg_catalog.oid[]::text[] AS argument_types,
  p.oid::pg_catalog.regprocedure::text AS text,
  a.definition AS aggregate
FROM pg_catalog.pg_proc AS p
JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang
LEFT JOIN LATERAL (
  SELECT
    pg_catalog.concat_ws(
      ', ',
      'SFUNC = ' || g.aggtransfn::pg_catalog.regproc::text,
      'STYPE = ' || pg_catalog.format_type(g.aggtranstype, NULL),
      CASE WHEN g.aggtransspace <> 0 THEN 'SSPACE = ' || g.aggtransspace END,
      CASE WHEN g.aggfinalfn <> 0 THEN 'FINALFUNC = ' || g.aggfinalfn::text END,
      CASE WHEN g.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
      CASE WHEN g.aggcombinefn <> 0 THEN 'COMBINEFUNC = ' || g.aggcombinefn::text END,
      CASE WHEN g.aggmtransfn <> 0 THEN 'MSFUNC = ' || g.aggmtransfn::text END,
      CASE WHEN g.aggmtransfn <> 0
        THEN 'MSTYPE = ' || pg_catalog.format_type(g.aggmtranstype, NULL) END,
      CASE WHEN g.aggminvtransfn <> 0 THEN 'MINVFUNC = ' || g.aggminvtransfn::text END,
      CASE WHEN g.aggmfinalfn <> 0 THEN 'MFINALFUNC = ' || g.aggmfinalfn::text END,
      CASE WHEN g.aggsortop <> 0
        THEN 'SORTOP = OPERATOR(' || o.oprnamespace::pg_catalog.regnamespace::text || '.' || o.oprname || ')'
      END,
      'INITCOND = ' || pg_catalog.quote_literal(g.agginitval),
      'MINITCOND = ' || pg_catalog.quote_literal(g.aggminitval),
      CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,
      CASE WHEN g.aggkind = 'h' THEN 'HYPOTHETICAL' END) AS definition
  FROM pg_catalog.pg_aggregate AS g
  LEFT JOIN pg_catalog.pg_operator AS o ON o.oid = g.aggsortop
  WHERE g.aggfnoid = p.oid
) AS a ON true
WHERE p.pronamespace = ANY (?)
  AND NOT pg_catalog.starts_with(p.proname::text, 'varve_parked_')
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend AS d
    WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
      AND d.objid = p.oid
      -- An extension's, or made by PostgreSQL for a range type.
      AND d.deptype IN ('e', 'i')
  )
ORDER BY n.nspname, p.proname, p.oid::pg_catalog.regprocedure::text;
