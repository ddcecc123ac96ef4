-- Functions, procedures and aggregates. PostgreSQL prints them with their schema, which is taken
-- out, so that the same function in two schemas is the same text.
SELECT
  CASE p.prokind
    WHEN 'p' THEN 'procedure'
    WHEN 'a' THEN 'aggregate'
    ELSE 'function'
  END AS kind,
  pg_catalog.format(
    '%I(%s)', p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)) AS name,
  CASE
    WHEN p.prokind = 'a' THEN a.definition
    ELSE
      pg_catalog.concat(
        head.text,
        pg_catalog.substr(
          pg_catalog.pg_get_functiondef(p.oid),
          pg_catalog.length(head.text || pg_catalog.quote_ident(n.nspname) || '.') + 1))
  END AS definition
FROM pg_catalog.pg_proc AS p
JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
CROSS JOIN LATERAL (
  SELECT
    CASE p.prokind
      WHEN 'p' THEN 'CREATE OR REPLACE PROCEDURE '
      ELSE 'CREATE OR REPLACE FUNCTION '
    END AS text
) AS head
LEFT JOIN LATERAL (
  SELECT
    pg_catalog.concat_ws(
      ' ',
      'RETURNS ' || pg_catalog.pg_get_function_result(p.oid),
      'SFUNC ' || g.aggtransfn::text,
      'STYPE ' || pg_catalog.format_type(g.aggtranstype, NULL),
      CASE WHEN g.aggfinalfn <> 0 THEN 'FINALFUNC ' || g.aggfinalfn::text END,
      CASE WHEN g.aggcombinefn <> 0 THEN 'COMBINEFUNC ' || g.aggcombinefn::text END,
      CASE WHEN g.aggmtransfn <> 0 THEN 'MSFUNC ' || g.aggmtransfn::text END,
      CASE WHEN g.aggminvtransfn <> 0 THEN 'MINVFUNC ' || g.aggminvtransfn::text END,
      CASE WHEN g.aggmfinalfn <> 0 THEN 'MFINALFUNC ' || g.aggmfinalfn::text END,
      CASE WHEN g.aggsortop <> 0 THEN 'SORTOP ' || g.aggsortop::pg_catalog.regoperator::text END,
      'INITCOND ' || pg_catalog.quote_literal(g.agginitval),
      'MINITCOND ' || pg_catalog.quote_literal(g.aggminitval),
      'KIND ' || g.aggkind::text,
      'PARALLEL ' || p.proparallel::text) AS definition
  FROM pg_catalog.pg_aggregate AS g
  WHERE g.aggfnoid = p.oid
) AS a ON true
WHERE p.pronamespace = ?
  AND NOT pg_catalog.starts_with(p.proname::text, 'varve_parked_')
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend AS d
    WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
      AND d.objid = p.oid
      -- An extension's, or made by PostgreSQL for a range type.
      AND d.deptype IN ('e', 'i')
  );
