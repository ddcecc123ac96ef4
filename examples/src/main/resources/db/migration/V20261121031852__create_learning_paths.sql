-- V20261121031852__create_learning_paths
--
-- Creates enum path_level.
-- Creates table enrollments.
-- Creates table learning_paths.
-- Creates table path_steps.
-- Adds constraint enrollments_path_id_fkey to enrollments.
-- Adds constraint enrollments_user_id_fkey to enrollments.
-- Adds constraint enrollments_current_step_id_fkey to enrollments.
-- Adds constraint learning_paths_author_id_fkey to learning_paths.
-- Adds constraint path_steps_path_id_fkey to path_steps.
-- Adds constraint path_steps_deck_id_fkey to path_steps.
-- Adds constraint path_steps_after_step_id_fkey to path_steps.
--
-- Data lost: none.
-- Lost by the undo: all rows of enrollments; all rows of learning_paths; all rows of path_steps.
--
-- Written by Varve, and not to be edited: V20261121031852__create_learning_paths.json has its checksum.

-- PathLevel: new enum.
DO $varve$
BEGIN
  IF to_regtype('path_level') IS NULL THEN
    CREATE TYPE path_level AS ENUM (
      'BEGINNER', 'INTERMEDIATE', 'ADVANCED'
    );
  ELSIF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'path_level'::regtype
  ) <> ARRAY['BEGINNER', 'INTERMEDIATE', 'ADVANCED']::text[] THEN
    RAISE EXCEPTION 'Enum path_level exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Enrollment: new table.
CREATE TABLE IF NOT EXISTS enrollments (
  path_id uuid NOT NULL,
  user_id uuid NOT NULL,
  current_step_id uuid,
  started_at timestamptz DEFAULT now() NOT NULL,
  finished_at timestamptz,
  CONSTRAINT enrollments_pkey PRIMARY KEY (path_id, user_id)
);

-- Enrollment.userId: index.
CREATE INDEX IF NOT EXISTS enrollments_user_id_idx
  ON enrollments (user_id);

-- Enrollment.currentStepId: index.
CREATE INDEX IF NOT EXISTS enrollments_current_step_id_idx
  ON enrollments (current_step_id);

-- LearningPath: new table.
CREATE TABLE IF NOT EXISTS learning_paths (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  author_id uuid,
  slug varchar(160) NOT NULL,
  title varchar(160) NOT NULL,
  level path_level NOT NULL,
  price numeric(8, 2) DEFAULT 0 NOT NULL,
  published_at timestamptz,
  created_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT learning_paths_pkey PRIMARY KEY (id),
  CONSTRAINT learning_paths_slug_key UNIQUE (slug),
  CONSTRAINT learning_paths_price_check CHECK (price >= 0)
);

-- LearningPath.authorId: index.
CREATE INDEX IF NOT EXISTS learning_paths_author_id_idx
  ON learning_paths (author_id);

-- PathStep: new table.
CREATE TABLE IF NOT EXISTS path_steps (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  path_id uuid NOT NULL,
  deck_id uuid NOT NULL,
  after_step_id uuid,
  "position" integer NOT NULL,
  required_accuracy real DEFAULT 0.8 NOT NULL,
  CONSTRAINT path_steps_pkey PRIMARY KEY (id),
  CONSTRAINT path_steps_position_check CHECK (position > 0),
  CONSTRAINT path_steps_required_accuracy_check CHECK (required_accuracy BETWEEN 0 AND 1),
  CONSTRAINT path_steps_path_id_position_key UNIQUE (path_id, "position")
);

-- PathStep.deckId: index.
CREATE INDEX IF NOT EXISTS path_steps_deck_id_idx
  ON path_steps (deck_id);

-- PathStep.afterStepId: index.
CREATE INDEX IF NOT EXISTS path_steps_after_step_id_idx
  ON path_steps (after_step_id);

-- Enrollment.pathId: reference to learning_paths.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('enrollments') AND conname = 'enrollments_path_id_fkey'
  ) THEN
    ALTER TABLE enrollments
      ADD CONSTRAINT enrollments_path_id_fkey FOREIGN KEY (path_id)
        REFERENCES learning_paths (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- Enrollment.userId: reference to users.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('enrollments') AND conname = 'enrollments_user_id_fkey'
  ) THEN
    ALTER TABLE enrollments
      ADD CONSTRAINT enrollments_user_id_fkey FOREIGN KEY (user_id)
        REFERENCES users (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- Enrollment.currentStepId: reference to path_steps.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('enrollments') AND conname = 'enrollments_current_step_id_fkey'
  ) THEN
    ALTER TABLE enrollments
      ADD CONSTRAINT enrollments_current_step_id_fkey FOREIGN KEY (current_step_id)
        REFERENCES path_steps (id) ON DELETE SET NULL;
  END IF;
END
$varve$;

-- LearningPath.authorId: reference to users.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('learning_paths') AND conname = 'learning_paths_author_id_fkey'
  ) THEN
    ALTER TABLE learning_paths
      ADD CONSTRAINT learning_paths_author_id_fkey FOREIGN KEY (author_id)
        REFERENCES users (id) ON DELETE SET NULL;
  END IF;
END
$varve$;

-- PathStep.pathId: reference to learning_paths.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('path_steps') AND conname = 'path_steps_path_id_fkey'
  ) THEN
    ALTER TABLE path_steps
      ADD CONSTRAINT path_steps_path_id_fkey FOREIGN KEY (path_id)
        REFERENCES learning_paths (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- PathStep.deckId: reference to decks.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('path_steps') AND conname = 'path_steps_deck_id_fkey'
  ) THEN
    ALTER TABLE path_steps
      ADD CONSTRAINT path_steps_deck_id_fkey FOREIGN KEY (deck_id)
        REFERENCES decks (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- PathStep.afterStepId: reference to path_steps.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('path_steps') AND conname = 'path_steps_after_step_id_fkey'
  ) THEN
    ALTER TABLE path_steps
      ADD CONSTRAINT path_steps_after_step_id_fkey FOREIGN KEY (after_step_id)
        REFERENCES path_steps (id) ON DELETE SET NULL;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    path_id uuid NOT NULL, user_id uuid NOT NULL, current_step_id uuid,
    started_at timestamptz DEFAULT now() NOT NULL, finished_at timestamptz,
    CONSTRAINT enrollments_pkey PRIMARY KEY (path_id, user_id)
  );
  CREATE INDEX enrollments_user_id_idx ON pg_temp.varve_expected_1 (user_id);
  CREATE INDEX enrollments_current_step_id_idx ON pg_temp.varve_expected_1 (current_step_id);
  CREATE TEMP TABLE varve_expected_2 (
    id uuid DEFAULT gen_random_uuid() NOT NULL, author_id uuid, slug varchar(160) NOT NULL,
    title varchar(160) NOT NULL, level path_level NOT NULL,
    price numeric(8, 2) DEFAULT 0 NOT NULL, published_at timestamptz,
    created_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT learning_paths_pkey PRIMARY KEY (id),
    CONSTRAINT learning_paths_slug_key UNIQUE (slug),
    CONSTRAINT learning_paths_price_check CHECK (price >= 0)
  );
  CREATE INDEX learning_paths_author_id_idx ON pg_temp.varve_expected_2 (author_id);
  CREATE TEMP TABLE varve_expected_3 (
    id uuid DEFAULT gen_random_uuid() NOT NULL, path_id uuid NOT NULL, deck_id uuid NOT NULL,
    after_step_id uuid, "position" integer NOT NULL,
    required_accuracy real DEFAULT 0.8 NOT NULL, CONSTRAINT path_steps_pkey PRIMARY KEY (id),
    CONSTRAINT path_steps_position_check CHECK (position > 0),
    CONSTRAINT path_steps_required_accuracy_check CHECK (required_accuracy BETWEEN 0 AND 1),
    CONSTRAINT path_steps_path_id_position_key UNIQUE (path_id, "position")
  );
  CREATE INDEX path_steps_deck_id_idx ON pg_temp.varve_expected_3 (deck_id);
  CREATE INDEX path_steps_after_step_id_idx ON pg_temp.varve_expected_3 (after_step_id);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('enrollments'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true),
      ('learning_paths'::regclass, 'pg_temp.varve_expected_2'::regclass, true, true),
      ('path_steps'::regclass, 'pg_temp.varve_expected_3'::regclass, true, true)
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
      ('enrollments'::regclass, 'enrollments_path_id_fkey', ARRAY['path_id']::name[], 'learning_paths'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('enrollments'::regclass, 'enrollments_user_id_fkey', ARRAY['user_id']::name[], 'users'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('enrollments'::regclass, 'enrollments_current_step_id_fkey', ARRAY['current_step_id']::name[], 'path_steps'::regclass, ARRAY['id']::name[], 'n', 'a'),
      ('learning_paths'::regclass, 'learning_paths_author_id_fkey', ARRAY['author_id']::name[], 'users'::regclass, ARRAY['id']::name[], 'n', 'a'),
      ('path_steps'::regclass, 'path_steps_path_id_fkey', ARRAY['path_id']::name[], 'learning_paths'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('path_steps'::regclass, 'path_steps_deck_id_fkey', ARRAY['deck_id']::name[], 'decks'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('path_steps'::regclass, 'path_steps_after_step_id_fkey', ARRAY['after_step_id']::name[], 'path_steps'::regclass, ARRAY['id']::name[], 'n', 'a')
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
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2, pg_temp.varve_expected_3;
END
$varve$;
