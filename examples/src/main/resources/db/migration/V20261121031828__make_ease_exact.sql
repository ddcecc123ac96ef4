-- V20261121031828__make_ease_exact
--
-- Changes column card_schedules.ease from real to numeric(4, 2).
-- Changes column reviews.took_millis from integer to bigint.
-- Adds constraint card_schedules_ease_check to card_schedules.
--
-- Data lost: what numeric(4, 2) cannot hold of card_schedules.ease (each value becomes round(ease::numeric, 2)).
-- Lost by the undo: what real cannot hold of card_schedules.ease; what integer cannot hold of reviews.took_millis.
--
-- Written by Varve, and not to be edited: V20261121031828__make_ease_exact.json has its checksum.

-- varve:step transaction

-- CardSchedule.ease: from real to numeric(4, 2).
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'card_schedules'::regclass AND attname = 'ease'
  ) = 'real' THEN
    ALTER TABLE card_schedules
      ALTER COLUMN ease DROP DEFAULT,
      ALTER COLUMN ease TYPE numeric(4, 2)
        USING round(ease::numeric, 2),
      ALTER COLUMN ease SET DEFAULT 2.5;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'card_schedules'::regclass AND attname = 'ease'
  ) <> 'numeric(4,2)' THEN
    RAISE EXCEPTION 'Column card_schedules.ease is neither real nor numeric(4, 2). Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Review.tookMillis: from integer to bigint.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'reviews'::regclass AND attname = 'took_millis'
  ) = 'integer' THEN
    ALTER TABLE reviews
      ALTER COLUMN took_millis TYPE bigint;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'reviews'::regclass AND attname = 'took_millis'
  ) <> 'bigint' THEN
    RAISE EXCEPTION 'Column reviews.took_millis is neither integer nor bigint. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- card_schedules (card_schedules_ease_check): check, for rows to come.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('card_schedules') AND conname = 'card_schedules_ease_check'
  ) THEN
    ALTER TABLE card_schedules
      ADD CONSTRAINT card_schedules_ease_check CHECK (ease >= 1.3) NOT VALID;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE card_schedules, CONSTRAINT card_schedules_ease_check CHECK (ease >= 1.3)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('card_schedules'::regclass, 'pg_temp.varve_expected_1'::regclass, false, false)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
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

-- card_schedules (card_schedules_ease_check): check, in the rows that are there.
ALTER TABLE card_schedules
  VALIDATE CONSTRAINT card_schedules_ease_check;
