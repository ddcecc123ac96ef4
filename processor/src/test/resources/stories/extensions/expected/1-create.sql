-- V1__create_page
--
-- Creates schema words.
-- Creates extension citext.
-- Creates extension hstore.
-- Creates extension ltree.
-- Creates extension pg_trgm.
-- Creates table page.
--
-- Data lost: none.
-- Lost by the undo: all rows of page.
--
-- Written by Varve, and not to be edited: V1__create_page.json has its checksum.

-- Schema words: new schema.
CREATE SCHEMA IF NOT EXISTS words;

-- Extension citext: new extension.
CREATE EXTENSION IF NOT EXISTS citext SCHEMA words;
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_extension
    JOIN pg_namespace ON pg_namespace.oid = extnamespace
    WHERE extname = 'citext' AND nspname = 'words'
  ) THEN
    RAISE EXCEPTION 'Extension citext is there already, in another schema than words. Move it or say so in the model; then run the migration again.';
  END IF;
END
$varve$;

-- Extension hstore: new extension.
CREATE EXTENSION IF NOT EXISTS hstore VERSION '1.7';
ALTER EXTENSION hstore UPDATE TO '1.7';

-- Extension ltree: new extension.
CREATE EXTENSION IF NOT EXISTS ltree;

-- Extension pg_trgm: new extension.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA words;
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_extension
    JOIN pg_namespace ON pg_namespace.oid = extnamespace
    WHERE extname = 'pg_trgm' AND nspname = 'words'
  ) THEN
    RAISE EXCEPTION 'Extension pg_trgm is there already, in another schema than words. Move it or say so in the model; then run the migration again.';
  END IF;
END
$varve$;

-- Page: new table.
CREATE TABLE IF NOT EXISTS page (
  id bigint NOT NULL,
  title words.citext NOT NULL,
  path ltree,
  attributes hstore,
  CONSTRAINT page_pkey PRIMARY KEY (id),
  CONSTRAINT page_title_key UNIQUE (title)
);

-- Page.path: index.
CREATE INDEX IF NOT EXISTS page_path_idx
  ON page USING gist (path);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    id bigint NOT NULL, title words.citext NOT NULL, path ltree, attributes hstore,
    CONSTRAINT page_pkey PRIMARY KEY (id), CONSTRAINT page_title_key UNIQUE (title)
  );
  CREATE INDEX page_path_idx ON pg_temp.varve_expected_1 USING gist (path);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('page'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('column %s.%I', actual, attname)
    FROM pair
    JOIN pg_attribute ON attrelid IN (actual, expected) AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    LEFT JOIN (pg_depend JOIN pg_sequence ON seqrelid = objid) ON refobjid = attrelid
      AND refobjsubid = attnum AND classid = 'pg_class'::regclass AND refclassid = classid
    WHERE settled IS NOT NULL
      AND (whole OR attname IN (SELECT attname FROM pg_attribute WHERE attrelid = expected))
    GROUP BY actual, expected, attname, atttypid, atttypmod, attcollation, attgenerated,
      attstorage, attcompression,
      CASE WHEN attgenerated <> '' THEN pg_get_expr(adbin, adrelid) END,
      CASE WHEN settled THEN (
        attnotnull, attidentity, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle,
        CASE WHEN seqrelid IS NULL THEN pg_get_expr(adbin, adrelid) END
      ) END
    HAVING count(*) <> 2
    UNION ALL
    SELECT format('relation %s', actual)
    FROM pair
    JOIN pg_class AS a ON a.oid = actual
    JOIN pg_class AS e ON e.oid = expected
    WHERE whole AND (a.relkind, a.relpersistence, a.reltablespace, a.reloptions) IS DISTINCT FROM
      ('r', 'p', e.reltablespace, e.reloptions)
    UNION ALL
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c', 'x')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, expected, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
    HAVING count(*) <> 2
    UNION ALL
    SELECT format('index %I of %s', relname, actual)
    FROM pair
    JOIN pg_index ON indrelid IN (actual, expected)
    JOIN pg_class ON oid = indexrelid
    WHERE whole OR relname IN (
      SELECT relname FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid = expected
    )
    GROUP BY actual, expected, relname, indisunique, indisvalid,
      substring(pg_get_indexdef(indexrelid) FROM ' USING .*')
    HAVING count(*) <> 2
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;
