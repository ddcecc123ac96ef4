-- V20261121031647__create_reviews
--
-- Creates enum rating.
-- Creates table card_schedules.
-- Creates table reviews.
-- Adds constraint card_schedules_user_id_fkey to card_schedules.
-- Adds constraint card_schedules_card_id_fkey to card_schedules.
-- Adds constraint reviews_user_id_fkey to reviews.
-- Adds constraint reviews_card_id_fkey to reviews.
--
-- Data lost: none.
-- Lost by the undo: all rows of card_schedules; all rows of reviews.
--
-- Written by Varve, and not to be edited: V20261121031647__create_reviews.json has its checksum.

-- Rating: new enum.
DO $varve$
BEGIN
  IF to_regtype('rating') IS NULL THEN
    CREATE TYPE rating AS ENUM (
      'AGAIN', 'HARD', 'GOOD', 'EASY'
    );
  ELSIF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'rating'::regtype
  ) <> ARRAY['AGAIN', 'HARD', 'GOOD', 'EASY']::text[] THEN
    RAISE EXCEPTION 'Enum rating exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- CardSchedule: new table.
CREATE TABLE IF NOT EXISTS card_schedules (
  user_id uuid NOT NULL,
  card_id uuid NOT NULL,
  due_at timestamptz NOT NULL,
  interval_days integer DEFAULT 0 NOT NULL,
  ease real DEFAULT 2.5 NOT NULL,
  repetitions integer DEFAULT 0 NOT NULL,
  lapses integer DEFAULT 0 NOT NULL,
  suspended boolean DEFAULT false NOT NULL,
  CONSTRAINT card_schedules_pkey PRIMARY KEY (user_id, card_id)
);

-- CardSchedule.cardId: index.
CREATE INDEX IF NOT EXISTS card_schedules_card_id_idx
  ON card_schedules (card_id);

-- CardSchedule.userId, CardSchedule.dueAt: index of some rows.
CREATE INDEX IF NOT EXISTS card_schedules_due_idx
  ON card_schedules (user_id, due_at) WHERE NOT suspended;

-- Review: new table.
CREATE TABLE IF NOT EXISTS reviews (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  user_id uuid NOT NULL,
  card_id uuid NOT NULL,
  rating rating NOT NULL,
  took_millis integer NOT NULL,
  reviewed_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT reviews_pkey PRIMARY KEY (id),
  CONSTRAINT reviews_took_millis_check CHECK (took_millis >= 0)
);

-- Review.cardId: index.
CREATE INDEX IF NOT EXISTS reviews_card_id_idx
  ON reviews (card_id);

-- Review.userId, Review.reviewedAt: index.
CREATE INDEX IF NOT EXISTS reviews_user_id_reviewed_at_idx
  ON reviews (user_id, reviewed_at);

-- CardSchedule.userId: reference to users.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('card_schedules') AND conname = 'card_schedules_user_id_fkey'
  ) THEN
    ALTER TABLE card_schedules
      ADD CONSTRAINT card_schedules_user_id_fkey FOREIGN KEY (user_id)
        REFERENCES users (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- CardSchedule.cardId: reference to cards.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('card_schedules') AND conname = 'card_schedules_card_id_fkey'
  ) THEN
    ALTER TABLE card_schedules
      ADD CONSTRAINT card_schedules_card_id_fkey FOREIGN KEY (card_id)
        REFERENCES cards (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- Review.userId: reference to users.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('reviews') AND conname = 'reviews_user_id_fkey'
  ) THEN
    ALTER TABLE reviews
      ADD CONSTRAINT reviews_user_id_fkey FOREIGN KEY (user_id)
        REFERENCES users (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- Review.cardId: reference to cards.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('reviews') AND conname = 'reviews_card_id_fkey'
  ) THEN
    ALTER TABLE reviews
      ADD CONSTRAINT reviews_card_id_fkey FOREIGN KEY (card_id)
        REFERENCES cards (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    user_id uuid NOT NULL, card_id uuid NOT NULL, due_at timestamptz NOT NULL,
    interval_days integer DEFAULT 0 NOT NULL, ease real DEFAULT 2.5 NOT NULL,
    repetitions integer DEFAULT 0 NOT NULL, lapses integer DEFAULT 0 NOT NULL,
    suspended boolean DEFAULT false NOT NULL,
    CONSTRAINT card_schedules_pkey PRIMARY KEY (user_id, card_id)
  );
  CREATE INDEX card_schedules_card_id_idx ON pg_temp.varve_expected_1 (card_id);
  CREATE INDEX card_schedules_due_idx ON pg_temp.varve_expected_1 (user_id, due_at) WHERE NOT suspended;
  CREATE TEMP TABLE varve_expected_2 (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL, user_id uuid NOT NULL,
    card_id uuid NOT NULL, rating rating NOT NULL, took_millis integer NOT NULL,
    reviewed_at timestamptz DEFAULT now() NOT NULL, CONSTRAINT reviews_pkey PRIMARY KEY (id),
    CONSTRAINT reviews_took_millis_check CHECK (took_millis >= 0)
  );
  CREATE INDEX reviews_card_id_idx ON pg_temp.varve_expected_2 (card_id);
  CREATE INDEX reviews_user_id_reviewed_at_idx ON pg_temp.varve_expected_2 (user_id, reviewed_at);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('card_schedules'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true),
      ('reviews'::regclass, 'pg_temp.varve_expected_2'::regclass, true, true)
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
    UNION ALL
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
    UNION ALL
    SELECT format('constraint %I of %s', name, owner)
    FROM (VALUES
      ('card_schedules'::regclass, 'card_schedules_user_id_fkey', ARRAY['user_id']::name[], 'users'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('card_schedules'::regclass, 'card_schedules_card_id_fkey', ARRAY['card_id']::name[], 'cards'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('reviews'::regclass, 'reviews_user_id_fkey', ARRAY['user_id']::name[], 'users'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('reviews'::regclass, 'reviews_card_id_fkey', ARRAY['card_id']::name[], 'cards'::regclass, ARRAY['id']::name[], 'c', 'a')
    ) AS key (owner, name, columns, target, target_columns, on_delete, on_update)
    WHERE NOT EXISTS (
      SELECT FROM pg_constraint
      WHERE conrelid = owner AND conname = name AND contype = 'f' AND confrelid = target
        AND confdeltype = on_delete AND confupdtype = on_update
        AND columns = (
          SELECT array_agg(attname ORDER BY array_position(conkey, attnum)) FROM pg_attribute
          WHERE attrelid = conrelid AND attnum = ANY (conkey)
        )
        AND target_columns = (
          SELECT array_agg(attname ORDER BY array_position(confkey, attnum)) FROM pg_attribute
          WHERE attrelid = confrelid AND attnum = ANY (confkey)
        )
    )
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2;
END
$varve$;
