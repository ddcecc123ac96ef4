-- U3__drop_before_from_cards_and_drop_new_from_state
--
-- The way back from V3__drop_before_from_cards_and_drop_new_from_state.
-- Adds value NEW to enum state.
-- Brings back column cards.before with its values.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V3__drop_before_from_cards_and_drop_new_from_state.json has its checksum.

-- varve:step transaction

-- cards.varve_parked_6579842d_before: no row may have NULL.
-- Lock: ACCESS SHARE on cards, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM cards WHERE varve_parked_6579842d_before IS NULL';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('cards') AND attname = 'varve_parked_6579842d_before' AND NOT attisdropped
  ) AND NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('cards') AND attname = 'varve_parked_6579842d_before' AND attnotnull
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column cards.varve_parked_6579842d_before is to refuse NULL, but % rows have it. Find them with: %; give them a value, then run the migration again.', standing, query
        USING ERRCODE = 'not_null_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- State: new value NEW.
-- Lock: none on a table.
ALTER TYPE state
  ADD VALUE IF NOT EXISTS 'NEW' BEFORE 'DUE';
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'state'::regtype
  ) <> ARRAY['NEW', 'DUE', 'OLD']::text[] THEN
    RAISE EXCEPTION 'Enum state exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- varve:step transaction

-- cards.before: back again, with its values.
-- Lock: ACCESS EXCLUSIVE on cards, while it is written anew.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('cards') AND attname = 'varve_parked_6579842d_before' AND NOT attisdropped
  ) THEN
    ALTER TABLE cards
      RENAME COLUMN varve_parked_6579842d_before TO before;
    IF (
      SELECT format_type(atttypid, atttypmod) FROM pg_attribute
      WHERE attrelid = 'cards'::regclass AND attname = 'before'
    ) <> format_type(to_regtype('state'), NULL) THEN
      -- What others put there with a value of the old enum goes, and comes again.
      DECLARE
        old text := rtrim((
          SELECT format_type(atttypid, atttypmod) FROM pg_attribute
          WHERE attrelid = 'cards'::regclass AND attname = 'before'
        ), '[]');
        others text[] := '{}';
        other record;
      BEGIN
        FOR other IN
          WITH part AS (
            SELECT * FROM unnest(ARRAY['cards'::regclass]) AS oid
            UNION
            SELECT relid FROM unnest(ARRAY['cards'::regclass]) AS oid, pg_partition_tree(oid)
          )
          SELECT i.oid, format('DROP INDEX %s', i.oid::regclass) AS gone,
            replace(pg_get_indexdef(i.oid), ' ON ONLY ', ' ON ') AS made
          FROM part JOIN pg_index ON indrelid = part.oid JOIN pg_class AS i ON i.oid = indexrelid
          WHERE NOT relispartition
            AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.oid)
          UNION ALL
          SELECT c.oid, format('ALTER TABLE %s DROP CONSTRAINT %I', part.oid, conname),
            format('ALTER TABLE %s ADD CONSTRAINT %I %s',
              part.oid, conname, pg_get_constraintdef(c.oid))
          FROM part JOIN pg_constraint AS c ON conrelid = part.oid AND coninhcount = 0
          UNION ALL
          SELECT d.oid, format('ALTER TABLE ONLY %s ALTER %I DROP DEFAULT', part.oid, attname),
            format('ALTER TABLE ONLY %s ALTER %I SET DEFAULT %s',
              part.oid, attname, pg_get_expr(adbin, adrelid))
          FROM part JOIN pg_attrdef AS d ON adrelid = part.oid
          JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum AND attgenerated = ''
        LOOP
          IF position(old IN other.made) > 0 THEN
            EXECUTE other.gone;
            others := others || replace(other.made, old, 'state'::regtype::text);
          END IF;
        END LOOP;
        ALTER TABLE cards
          ALTER COLUMN before TYPE state USING before::text::state;
        FOR other IN SELECT unnest(others) AS made LOOP
          EXECUTE other.made;
        END LOOP;
      END;
    END IF;
  END IF;
END
$varve$;

-- cards.before: no NULL in rows to come.
-- Lock: ACCESS EXCLUSIVE on cards, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('cards') AND attname = 'before' AND attnotnull
  ) AND NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('cards') AND conname = 'varve_cards_before_not_null'
  ) THEN
    ALTER TABLE cards
      ADD CONSTRAINT varve_cards_before_not_null CHECK (before IS NOT NULL) NOT VALID;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    before state NOT NULL
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('cards'::regclass, 'pg_temp.varve_expected_1'::regclass, false, false)
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
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;

-- varve:step transaction

-- cards.before: no NULL in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on cards, while it is scanned.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('cards') AND conname = 'varve_cards_before_not_null'
  ) THEN
    ALTER TABLE cards
      VALIDATE CONSTRAINT varve_cards_before_not_null;
  END IF;
END
$varve$;

-- varve:step transaction

-- cards.before: NOT NULL.
-- Lock: ACCESS EXCLUSIVE on cards, for a moment.
ALTER TABLE cards
  ALTER COLUMN before SET NOT NULL;
ALTER TABLE cards
  DROP CONSTRAINT IF EXISTS varve_cards_before_not_null;
