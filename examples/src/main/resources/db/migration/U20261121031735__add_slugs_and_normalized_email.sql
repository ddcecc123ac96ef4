-- U20261121031735__add_slugs_and_normalized_email
--
-- The way back from V20261121031735__add_slugs_and_normalized_email.
-- Drops constraint decks_owner_id_slug_key of decks.
-- Drops constraint users_locale_check of users.
-- Drops column cards.tags with its values.
-- Drops column decks.slug with its values.
-- Drops column users.normalized_email with its values.
-- Drops column users.locale with its values.
-- Adds index decks_owner_id_idx to decks.
--
-- Data lost: the values of cards.tags; the values of decks.slug; the values of users.normalized_email; the values of users.locale.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V20261121031735__add_slugs_and_normalized_email.json has its checksum.

-- varve:step transaction

-- Deck.ownerId, Deck.slug: no unique key any more.
ALTER TABLE IF EXISTS decks
  DROP CONSTRAINT IF EXISTS decks_owner_id_slug_key;

-- users (users_locale_check): no check any more.
ALTER TABLE IF EXISTS users
  DROP CONSTRAINT IF EXISTS users_locale_check;

-- Card.tags: dropped, with its values.
ALTER TABLE IF EXISTS cards
  DROP COLUMN IF EXISTS tags;

-- Deck.slug: dropped, with its values.
ALTER TABLE IF EXISTS decks
  DROP COLUMN IF EXISTS slug;

-- User.normalizedEmail: dropped, with its values.
ALTER TABLE IF EXISTS users
  DROP COLUMN IF EXISTS normalized_email;

-- User.locale: dropped, with its values.
ALTER TABLE IF EXISTS users
  DROP COLUMN IF EXISTS locale;

-- varve:step outside transaction

-- Deck.ownerId: index.
-- varve:drop-invalid-index decks_owner_id_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS decks_owner_id_idx
  ON decks (owner_id);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE decks
  );
  CREATE INDEX decks_owner_id_idx ON pg_temp.varve_expected_1 (owner_id);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('decks'::regclass, 'pg_temp.varve_expected_1'::regclass, false, false)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('index %I of %s', relname, actual)
    FROM pair
    JOIN pg_index ON indrelid IN (actual, expected)
    JOIN pg_class ON oid = indexrelid
    WHERE relname IN (
      SELECT relname FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid = expected
    )
    GROUP BY actual, relname, indisunique, indisvalid,
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
