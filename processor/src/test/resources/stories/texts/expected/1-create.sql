-- V1__create_deck
--
-- Creates table deck.
--
-- Data lost: none.
-- Lost by the undo: all rows of deck.
--
-- Written by Varve, and not to be edited: V1__create_deck.json has its checksum.

-- Deck: new table.
CREATE TABLE IF NOT EXISTS deck (
  id bigint NOT NULL,
  mood text NOT NULL,
  before varchar(10),
  past text[] NOT NULL,
  CONSTRAINT deck_pkey PRIMARY KEY (id),
  CONSTRAINT deck_mood_values_check CHECK (mood IN ('GOOD', 'BAD', 'NONE')),
  CONSTRAINT deck_before_values_check CHECK (before IN ('GOOD', 'BAD', 'NONE')),
  CONSTRAINT deck_past_values_check CHECK (array_remove(past, NULL)::text[] <@ ARRAY['GOOD', 'BAD', 'NONE']::text[])
);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    id bigint NOT NULL, mood text NOT NULL, before varchar(10), past text[] NOT NULL,
    CONSTRAINT deck_pkey PRIMARY KEY (id),
    CONSTRAINT deck_mood_values_check CHECK (mood IN ('GOOD', 'BAD', 'NONE')),
    CONSTRAINT deck_before_values_check CHECK (before IN ('GOOD', 'BAD', 'NONE')),
    CONSTRAINT deck_past_values_check CHECK (array_remove(past, NULL)::text[] <@ ARRAY['GOOD', 'BAD', 'NONE']::text[])
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('deck'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true)
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
