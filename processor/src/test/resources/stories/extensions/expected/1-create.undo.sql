-- U1__create_page
--
-- The way back from V1__create_page.
-- Drops table page with its rows.
-- Drops extension pg_trgm.
-- Drops extension ltree.
-- Drops extension hstore.
-- Drops extension citext.
-- Drops schema words.
--
-- Data lost: all rows of page.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_page.json has its checksum.

-- Page: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on page, for a moment.
DROP TABLE IF EXISTS page;

-- Extension pg_trgm: dropped, unless something uses it.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_extension AS extension
    JOIN pg_depend AS part ON part.refclassid = 'pg_extension'::regclass
      AND part.refobjid = extension.oid AND part.deptype = 'e'
    JOIN pg_depend AS use ON use.refclassid = part.classid AND use.refobjid = part.objid
      AND use.deptype IN ('n', 'a')
      AND use.classid NOT IN ('pg_amop'::regclass, 'pg_amproc'::regclass)
    WHERE extname = 'pg_trgm'
      AND NOT EXISTS (
        SELECT FROM pg_depend AS own
        WHERE own.classid = use.classid AND own.objid = use.objid
          AND (
            own.deptype = 'e'
            OR own.deptype = 'i' AND EXISTS (
              SELECT FROM pg_depend AS whole
              WHERE whole.classid = own.refclassid AND whole.objid = own.refobjid
                AND whole.deptype = 'e'
            )
          )
      )
  ) THEN
    DROP EXTENSION IF EXISTS pg_trgm;
  END IF;
END
$varve$;

-- Extension ltree: dropped, unless something uses it.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_extension AS extension
    JOIN pg_depend AS part ON part.refclassid = 'pg_extension'::regclass
      AND part.refobjid = extension.oid AND part.deptype = 'e'
    JOIN pg_depend AS use ON use.refclassid = part.classid AND use.refobjid = part.objid
      AND use.deptype IN ('n', 'a')
      AND use.classid NOT IN ('pg_amop'::regclass, 'pg_amproc'::regclass)
    WHERE extname = 'ltree'
      AND NOT EXISTS (
        SELECT FROM pg_depend AS own
        WHERE own.classid = use.classid AND own.objid = use.objid
          AND (
            own.deptype = 'e'
            OR own.deptype = 'i' AND EXISTS (
              SELECT FROM pg_depend AS whole
              WHERE whole.classid = own.refclassid AND whole.objid = own.refobjid
                AND whole.deptype = 'e'
            )
          )
      )
  ) THEN
    DROP EXTENSION IF EXISTS ltree;
  END IF;
END
$varve$;

-- Extension hstore: dropped, unless something uses it.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_extension AS extension
    JOIN pg_depend AS part ON part.refclassid = 'pg_extension'::regclass
      AND part.refobjid = extension.oid AND part.deptype = 'e'
    JOIN pg_depend AS use ON use.refclassid = part.classid AND use.refobjid = part.objid
      AND use.deptype IN ('n', 'a')
      AND use.classid NOT IN ('pg_amop'::regclass, 'pg_amproc'::regclass)
    WHERE extname = 'hstore'
      AND NOT EXISTS (
        SELECT FROM pg_depend AS own
        WHERE own.classid = use.classid AND own.objid = use.objid
          AND (
            own.deptype = 'e'
            OR own.deptype = 'i' AND EXISTS (
              SELECT FROM pg_depend AS whole
              WHERE whole.classid = own.refclassid AND whole.objid = own.refobjid
                AND whole.deptype = 'e'
            )
          )
      )
  ) THEN
    DROP EXTENSION IF EXISTS hstore;
  END IF;
END
$varve$;

-- Extension citext: dropped, unless something uses it.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_extension AS extension
    JOIN pg_depend AS part ON part.refclassid = 'pg_extension'::regclass
      AND part.refobjid = extension.oid AND part.deptype = 'e'
    JOIN pg_depend AS use ON use.refclassid = part.classid AND use.refobjid = part.objid
      AND use.deptype IN ('n', 'a')
      AND use.classid NOT IN ('pg_amop'::regclass, 'pg_amproc'::regclass)
    WHERE extname = 'citext'
      AND NOT EXISTS (
        SELECT FROM pg_depend AS own
        WHERE own.classid = use.classid AND own.objid = use.objid
          AND (
            own.deptype = 'e'
            OR own.deptype = 'i' AND EXISTS (
              SELECT FROM pg_depend AS whole
              WHERE whole.classid = own.refclassid AND whole.objid = own.refobjid
                AND whole.deptype = 'e'
            )
          )
      )
  ) THEN
    DROP EXTENSION IF EXISTS citext;
  END IF;
END
$varve$;

-- Schema words: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'words')
      AND NOT EXISTS (
        SELECT FROM pg_depend
        WHERE refclassid = 'pg_namespace'::regclass AND refobjid = to_regnamespace('words')
      ) THEN
    DROP SCHEMA words;
  END IF;
END
$varve$;
