-- U2__create_extension_btree_gist_and_4_more
--
-- The way back from V2__create_extension_btree_gist_and_4_more.
-- Changes extension hstore.
-- Changes extension pg_trgm.
-- Drops index page_id_path_idx of page.
-- Drops extension btree_gist.
-- Adds index page_path_idx to page.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V2__create_extension_btree_gist_and_4_more.json has its checksum.

-- varve:step transaction

-- Extension hstore: changed.
-- Lock: none on a table.

-- Extension pg_trgm: changed.
-- Lock: none on a table.
ALTER EXTENSION pg_trgm SET SCHEMA words;

-- Page.id, Page.path: no index any more.
-- Lock: ACCESS EXCLUSIVE on page, for a moment.
DROP INDEX IF EXISTS page_id_path_idx;

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

-- varve:step outside transaction

-- Page.path: index.
-- Lock: SHARE UPDATE EXCLUSIVE on page, while it is scanned.
-- varve:drop-invalid-index page_path_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS page_path_idx
  ON page USING gist (path);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE page
  );
  CREATE INDEX page_path_idx ON pg_temp.varve_expected_1 USING gist (path);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('page'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
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
