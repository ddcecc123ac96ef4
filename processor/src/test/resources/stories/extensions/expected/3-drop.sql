-- V3__drop_path_from_page_and_1_more
--
-- Drops index page_id_path_idx of page.
-- Drops column page.path with its values.
-- Drops column page.attributes with its values.
-- Drops extension pg_trgm.
-- Drops extension ltree.
-- Drops extension hstore.
-- Drops extension btree_gist.
--
-- Data lost: the values of page.path; the values of page.attributes.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V3__drop_path_from_page_and_1_more.json has its checksum.

-- Page.id, page.path: no index any more.
-- Lock: ACCESS EXCLUSIVE on page, for a moment.
DROP INDEX IF EXISTS page_id_path_idx;

-- page.path: dropped, with its values.
-- Lock: ACCESS EXCLUSIVE on page, for a moment.
ALTER TABLE IF EXISTS page
  DROP COLUMN IF EXISTS path;

-- page.attributes: dropped, with its values.
-- Lock: ACCESS EXCLUSIVE on page, for a moment.
ALTER TABLE IF EXISTS page
  DROP COLUMN IF EXISTS attributes;

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

-- Extension btree_gist: dropped, unless something uses it.
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
    WHERE extname = 'btree_gist'
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
    DROP EXTENSION IF EXISTS btree_gist;
  END IF;
END
$varve$;
