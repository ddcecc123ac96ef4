-- V20261121031735__add_slugs_and_normalized_email
--
-- Drops index decks_owner_id_idx of decks.
-- Adds column cards.tags.
-- Adds column decks.slug.
-- Makes column decks.slug refuse NULL; rows without a value get lower(regexp_replace(title, '\W+', '-', 'g')) || '-' || left(id::text, 8).
-- Adds column users.normalized_email.
-- Adds column users.locale.
-- Adds constraint decks_owner_id_slug_key to decks.
-- Adds constraint users_locale_check to users.
--
-- Data lost: none.
-- Lost by the undo: the values of cards.tags; the values of decks.slug; the values of users.normalized_email; the values of users.locale.
--
-- Written by Varve, and not to be edited: V20261121031735__add_slugs_and_normalized_email.json has its checksum.

-- varve:step transaction

-- Deck.ownerId: no index any more.
DROP INDEX IF EXISTS decks_owner_id_idx;

-- Card.tags: new column.
ALTER TABLE cards
  ADD COLUMN IF NOT EXISTS tags text[] DEFAULT '{}' NOT NULL;

-- Deck.slug: new column.
ALTER TABLE decks
  ADD COLUMN IF NOT EXISTS slug varchar(220);

-- Deck.slug: no NULL in rows to come.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = 'decks'::regclass AND attname = 'slug' AND attnotnull
  ) AND NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('decks') AND conname = 'varve_decks_slug_not_null'
  ) THEN
    ALTER TABLE decks
      ADD CONSTRAINT varve_decks_slug_not_null CHECK (slug IS NOT NULL) NOT VALID;
  END IF;
END
$varve$;

-- User.normalizedEmail: new column.
ALTER TABLE users
  ADD COLUMN IF NOT EXISTS normalized_email varchar(255);

-- User.locale: new column.
ALTER TABLE users
  ADD COLUMN IF NOT EXISTS locale varchar(10) DEFAULT 'en' NOT NULL;

-- users (users_locale_check): check, for rows to come.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('users') AND conname = 'users_locale_check'
  ) THEN
    ALTER TABLE users
      ADD CONSTRAINT users_locale_check CHECK (locale <> '') NOT VALID;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    tags text[] DEFAULT '{}' NOT NULL
  );
  CREATE TEMP TABLE varve_expected_2 (
    slug varchar(220)
  );
  CREATE TEMP TABLE varve_expected_3 (
    normalized_email varchar(255), locale varchar(10) DEFAULT 'en' NOT NULL
  );
  CREATE TEMP TABLE varve_expected_4 (
    LIKE users, CONSTRAINT users_locale_check CHECK (locale <> '')
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('cards'::regclass, 'pg_temp.varve_expected_1'::regclass, false, true),
      ('decks'::regclass, 'pg_temp.varve_expected_2'::regclass, false, false),
      ('users'::regclass, 'pg_temp.varve_expected_3'::regclass, false, true),
      ('users'::regclass, 'pg_temp.varve_expected_4'::regclass, false, false)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('column %s.%I', actual, attname)
    FROM pair
    JOIN pg_attribute ON attrelid IN (actual, expected) AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE whole
      OR attname IN (SELECT attname FROM pg_attribute WHERE attrelid = expected)
    GROUP BY actual, attname, atttypid, atttypmod,
      CASE WHEN settled THEN (attnotnull, attidentity, pg_get_expr(adbin, adrelid)) END
    HAVING count(*) <> 2
    UNION ALL
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
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2, pg_temp.varve_expected_3, pg_temp.varve_expected_4;
END
$varve$;

-- varve:step outside transaction

-- Deck.slug: a value for the rows that have none, some rows at a time.
-- varve:repeat
UPDATE decks SET
  slug = lower(regexp_replace(title, '\W+', '-', 'g')) || '-' || left(id::text, 8)
WHERE ctid = ANY (ARRAY(
  SELECT ctid FROM decks WHERE slug IS NULL LIMIT 10000
));

-- varve:step transaction

-- Deck.slug: no NULL in the rows that are there.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('decks') AND conname = 'varve_decks_slug_not_null'
  ) THEN
    ALTER TABLE decks
      VALIDATE CONSTRAINT varve_decks_slug_not_null;
  END IF;
END
$varve$;

-- users (users_locale_check): check, in the rows that are there.
ALTER TABLE users
  VALIDATE CONSTRAINT users_locale_check;

-- varve:step transaction

-- Deck.slug: NOT NULL.
ALTER TABLE decks
  ALTER COLUMN slug SET NOT NULL;
ALTER TABLE decks
  DROP CONSTRAINT IF EXISTS varve_decks_slug_not_null;

-- varve:step outside transaction

-- Deck.ownerId, Deck.slug: the index of its unique key.
-- varve:drop-invalid-index decks_owner_id_slug_key
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS decks_owner_id_slug_key
  ON decks (owner_id, slug);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE decks
  );
  CREATE UNIQUE INDEX decks_owner_id_slug_key ON pg_temp.varve_expected_1 (owner_id, slug);
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

-- varve:step transaction

-- Deck.ownerId, Deck.slug: unique key.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('decks') AND conname = 'decks_owner_id_slug_key'
  ) THEN
    ALTER TABLE decks
      ADD CONSTRAINT decks_owner_id_slug_key UNIQUE USING INDEX decks_owner_id_slug_key;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE decks, CONSTRAINT decks_owner_id_slug_key UNIQUE (owner_id, slug)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('decks'::regclass, 'pg_temp.varve_expected_1'::regclass, false, false)
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
