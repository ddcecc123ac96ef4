-- U20261121031828__make_ease_exact
--
-- The way back from V20261121031828__make_ease_exact.
-- Drops constraint card_schedules_ease_check of card_schedules.
-- Changes column card_schedules.ease from numeric(4, 2) to real.
-- Changes column reviews.took_millis from bigint to integer.
--
-- Data lost: what real cannot hold of card_schedules.ease; what integer cannot hold of reviews.took_millis.
-- Not brought back: what numeric(4, 2) cannot hold of card_schedules.ease (each value becomes round(ease::numeric, 2)).
--
-- Written by Varve, and not to be edited: V20261121031828__make_ease_exact.json has its checksum.

-- card_schedules (card_schedules_ease_check): no check any more.
ALTER TABLE IF EXISTS card_schedules
  DROP CONSTRAINT IF EXISTS card_schedules_ease_check;

-- CardSchedule.ease: from numeric(4, 2) to real.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'card_schedules'::regclass AND attname = 'ease'
  ) = 'numeric(4,2)' THEN
    ALTER TABLE card_schedules
      ALTER COLUMN ease DROP DEFAULT,
      ALTER COLUMN ease TYPE real,
      ALTER COLUMN ease SET DEFAULT 2.5;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'card_schedules'::regclass AND attname = 'ease'
  ) <> 'real' THEN
    RAISE EXCEPTION 'Column card_schedules.ease is neither numeric(4, 2) nor real. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Review.tookMillis: from bigint to integer.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'reviews'::regclass AND attname = 'took_millis'
  ) = 'bigint' THEN
    ALTER TABLE reviews
      ALTER COLUMN took_millis TYPE integer;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'reviews'::regclass AND attname = 'took_millis'
  ) <> 'integer' THEN
    RAISE EXCEPTION 'Column reviews.took_millis is neither bigint nor integer. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;
