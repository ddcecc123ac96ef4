-- Types that are neither enums, nor made by PostgreSQL for a table, an array or a multirange.
SELECT
  CASE t.typtype
    WHEN 'd' THEN 'domain'
    WHEN 'r' THEN 'range'
    WHEN 'p' THEN 'shell type'
    ELSE 'type'
  END AS kind,
  pg_catalog.quote_ident(t.typname) AS name,
  CASE t.typtype
    WHEN 'd' THEN
      pg_catalog.concat_ws(
        ' ',
        'AS ' || pg_catalog.format_type(t.typbasetype, t.typtypmod),
        CASE
          WHEN t.typcollation <> b.typcollation
            THEN 'COLLATE ' || t.typcollation::pg_catalog.regcollation::text
        END,
        'DEFAULT ' || t.typdefault,
        CASE WHEN t.typnotnull THEN 'NOT NULL' END,
        (
          SELECT
            pg_catalog.string_agg(
              'CONSTRAINT ' || pg_catalog.quote_ident(k.conname) || ' '
                || pg_catalog.pg_get_constraintdef(k.oid),
              ' ' ORDER BY k.conname)
          FROM pg_catalog.pg_constraint AS k
          -- The name that version 18 gives to NOT NULL does not follow the domain's.
          WHERE k.contypid = t.oid AND k.contype = 'c'
        ))
    WHEN 'r' THEN
      (
        SELECT
          pg_catalog.concat_ws(
            ', ',
            'SUBTYPE = ' || pg_catalog.format_type(r.rngsubtype, NULL),
            'SUBTYPE_OPCLASS = ' || o.opcname,
            CASE
              WHEN r.rngcollation <> 0
                THEN 'COLLATION = ' || r.rngcollation::pg_catalog.regcollation::text
            END,
            CASE WHEN r.rngcanonical <> 0 THEN 'CANONICAL = ' || r.rngcanonical::text END,
            CASE WHEN r.rngsubdiff <> 0 THEN 'SUBTYPE_DIFF = ' || r.rngsubdiff::text END,
            'MULTIRANGE = ' || pg_catalog.format_type(r.rngmultitypid, NULL))
        FROM pg_catalog.pg_range AS r
        JOIN pg_catalog.pg_opclass AS o ON o.oid = r.rngsubopc
        WHERE r.rngtypid = t.oid
      )
    ELSE
      pg_catalog.concat_ws(
        ' ',
        CASE WHEN t.typinput <> 0 THEN 'INPUT ' || t.typinput::text END,
        CASE WHEN t.typoutput <> 0 THEN 'OUTPUT ' || t.typoutput::text END)
  END AS definition
FROM pg_catalog.pg_type AS t
LEFT JOIN pg_catalog.pg_type AS b ON b.oid = t.typbasetype
WHERE t.typnamespace = ?
  AND t.typtype IN ('b', 'd', 'p', 'r')
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_type AS e WHERE e.typarray = t.oid)
  AND NOT pg_catalog.starts_with(t.typname::text, 'varve_parked_')
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend AS d
    WHERE d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
      AND d.objid = t.oid
      AND d.deptype = 'e'
  );
