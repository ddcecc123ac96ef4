-- V2__rename_values_of_mood_in_deck_and_2_more
--
-- Drops constraint deck_mood_values_check of deck.
-- Drops constraint deck_before_values_check of deck.
-- Drops constraint deck_past_values_check of deck.
-- Renames GOOD to FINE, NONE to UNKNOWN in column deck.mood.
-- Renames GOOD to FINE, NONE to UNKNOWN in column deck.before.
-- Renames GOOD to FINE, NONE to UNKNOWN in column deck.past.
-- Adds constraint deck_mood_values_check to deck.
-- Adds constraint deck_before_values_check to deck.
-- Adds constraint deck_past_values_check to deck.
--
-- Data lost: none.
-- Data rewritten: GOOD, NONE in deck.mood; GOOD, NONE in deck.before; GOOD, NONE in deck.past.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V2__rename_values_of_mood_in_deck_and_2_more.json has its checksum.

-- varve:step transaction

-- deck (deck_mood_values_check): no check any more.
-- Lock: ACCESS EXCLUSIVE on deck, for a moment.
ALTER TABLE IF EXISTS deck
  DROP CONSTRAINT IF EXISTS deck_mood_values_check;

-- deck (deck_before_values_check): no check any more.
-- Lock: ACCESS EXCLUSIVE on deck, for a moment.
ALTER TABLE IF EXISTS deck
  DROP CONSTRAINT IF EXISTS deck_before_values_check;

-- deck (deck_past_values_check): no check any more.
-- Lock: ACCESS EXCLUSIVE on deck, for a moment.
ALTER TABLE IF EXISTS deck
  DROP CONSTRAINT IF EXISTS deck_past_values_check;

-- deck (deck_mood_values_check): check, for rows to come.
-- Lock: ACCESS EXCLUSIVE on deck, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('deck') AND conname = 'deck_mood_values_check'
  ) THEN
    ALTER TABLE deck
      ADD CONSTRAINT deck_mood_values_check CHECK (mood IN ('FINE', 'FAIR', 'BAD', 'UNKNOWN')) NOT VALID;
  END IF;
END
$varve$;

-- deck (deck_before_values_check): check, for rows to come.
-- Lock: ACCESS EXCLUSIVE on deck, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('deck') AND conname = 'deck_before_values_check'
  ) THEN
    ALTER TABLE deck
      ADD CONSTRAINT deck_before_values_check CHECK (before IN ('FINE', 'FAIR', 'BAD', 'UNKNOWN')) NOT VALID;
  END IF;
END
$varve$;

-- deck (deck_past_values_check): check, for rows to come.
-- Lock: ACCESS EXCLUSIVE on deck, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('deck') AND conname = 'deck_past_values_check'
  ) THEN
    ALTER TABLE deck
      ADD CONSTRAINT deck_past_values_check CHECK (array_remove(past, NULL)::text[] <@ ARRAY['FINE', 'FAIR', 'BAD', 'UNKNOWN']::text[]) NOT VALID;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE deck,
    CONSTRAINT deck_mood_values_check CHECK (mood IN ('FINE', 'FAIR', 'BAD', 'UNKNOWN')),
    CONSTRAINT deck_before_values_check CHECK (before IN ('FINE', 'FAIR', 'BAD', 'UNKNOWN')),
    CONSTRAINT deck_past_values_check CHECK (array_remove(past, NULL)::text[] <@ ARRAY['FINE', 'FAIR', 'BAD', 'UNKNOWN']::text[])
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('deck'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c', 'x')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, expected, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
    HAVING count(*) <> 2
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;

-- varve:step outside transaction

-- Deck.mood: FINE renamed from GOOD, UNKNOWN renamed from NONE; Deck.before: FINE renamed from GOOD, UNKNOWN renamed from NONE; Deck.past: FINE renamed from GOOD, UNKNOWN renamed from NONE, some rows at a time.
-- Lock: ROW EXCLUSIVE on deck, while rows of it are written.
-- varve:repeat
UPDATE deck SET
  mood = CASE mood WHEN 'GOOD' THEN 'FINE' WHEN 'NONE' THEN 'UNKNOWN' ELSE mood END,
  before = CASE before WHEN 'GOOD' THEN 'FINE' WHEN 'NONE' THEN 'UNKNOWN' ELSE before END,
  past = array_replace(array_replace(past, 'GOOD', 'FINE'), 'NONE', 'UNKNOWN')
WHERE ctid = ANY (ARRAY(
  SELECT ctid FROM deck WHERE mood = ANY (ARRAY['GOOD', 'NONE']::text[]) OR before = ANY (ARRAY['GOOD', 'NONE']::text[]) OR past::text[] && ARRAY['GOOD', 'NONE']::text[] LIMIT 10000
));

-- varve:step transaction

-- deck (deck_mood_values_check): no row may break the check.
-- Lock: ACCESS SHARE on deck, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM deck WHERE NOT (mood IN (''FINE'', ''FAIR'', ''BAD'', ''UNKNOWN''))';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Check deck_mood_values_check of deck is to hold, but % rows break it. Find them with: %; change them, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- deck (deck_mood_values_check): check, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on deck, while it is scanned.
ALTER TABLE deck
  VALIDATE CONSTRAINT deck_mood_values_check;

-- deck (deck_before_values_check): no row may break the check.
-- Lock: ACCESS SHARE on deck, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM deck WHERE NOT (before IN (''FINE'', ''FAIR'', ''BAD'', ''UNKNOWN''))';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Check deck_before_values_check of deck is to hold, but % rows break it. Find them with: %; change them, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- deck (deck_before_values_check): check, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on deck, while it is scanned.
ALTER TABLE deck
  VALIDATE CONSTRAINT deck_before_values_check;

-- deck (deck_past_values_check): no row may break the check.
-- Lock: ACCESS SHARE on deck, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM deck WHERE NOT (array_remove(past, NULL)::text[] <@ ARRAY[''FINE'', ''FAIR'', ''BAD'', ''UNKNOWN'']::text[])';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Check deck_past_values_check of deck is to hold, but % rows break it. Find them with: %; change them, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- deck (deck_past_values_check): check, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on deck, while it is scanned.
ALTER TABLE deck
  VALIDATE CONSTRAINT deck_past_values_check;
