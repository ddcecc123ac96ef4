-- V20261121031816__create_gamification_and_analytics
--
-- Creates table achievements.
-- Creates table card_statistics.
-- Creates table daily_activities.
-- Creates table earned_achievements.
-- Creates table events.
-- Creates table streaks.
-- Creates table weekly_scores.
-- Adds constraint card_statistics_card_id_fkey to card_statistics.
-- Adds constraint daily_activities_user_id_fkey to daily_activities.
-- Adds constraint earned_achievements_user_id_fkey to earned_achievements.
-- Adds constraint earned_achievements_achievement_id_fkey to earned_achievements.
-- Adds constraint events_user_id_fkey to events.
-- Adds constraint streaks_user_id_fkey to streaks.
-- Adds constraint weekly_scores_user_id_fkey to weekly_scores.
--
-- Data lost: none.
-- Lost by the undo: all rows of achievements; all rows of card_statistics; all rows of daily_activities; all rows of earned_achievements; all rows of events; all rows of streaks; all rows of weekly_scores.
--
-- Written by Varve, and not to be edited: V20261121031816__create_gamification_and_analytics.json has its checksum.

-- Achievement: new table.
CREATE TABLE IF NOT EXISTS achievements (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  code varchar(40) NOT NULL,
  title varchar(120) NOT NULL,
  points integer NOT NULL,
  CONSTRAINT achievements_pkey PRIMARY KEY (id),
  CONSTRAINT achievements_code_key UNIQUE (code),
  CONSTRAINT achievements_points_check CHECK (points >= 0)
);

-- CardStatistic: new table.
CREATE TABLE IF NOT EXISTS card_statistics (
  card_id uuid NOT NULL,
  reviews bigint DEFAULT 0 NOT NULL,
  lapses bigint DEFAULT 0 NOT NULL,
  total_millis bigint DEFAULT 0 NOT NULL,
  CONSTRAINT card_statistics_pkey PRIMARY KEY (card_id)
);

-- DailyActivity: new table.
CREATE TABLE IF NOT EXISTS daily_activities (
  user_id uuid NOT NULL,
  day date NOT NULL,
  reviews integer DEFAULT 0 NOT NULL,
  correct integer DEFAULT 0 NOT NULL,
  study_millis bigint DEFAULT 0 NOT NULL,
  CONSTRAINT daily_activities_pkey PRIMARY KEY (user_id, day),
  CONSTRAINT daily_activities_check CHECK (correct <= reviews)
);

-- EarnedAchievement: new table.
CREATE TABLE IF NOT EXISTS earned_achievements (
  user_id uuid NOT NULL,
  achievement_id uuid NOT NULL,
  earned_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT earned_achievements_pkey PRIMARY KEY (user_id, achievement_id)
);

-- EarnedAchievement.achievementId: index.
CREATE INDEX IF NOT EXISTS earned_achievements_achievement_id_idx
  ON earned_achievements (achievement_id);

-- Event: new table.
CREATE TABLE IF NOT EXISTS events (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  user_id uuid,
  kind varchar(60) NOT NULL,
  details jsonb NOT NULL,
  occurred_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT events_pkey PRIMARY KEY (id)
);

-- Event.userId: index of some rows.
CREATE INDEX IF NOT EXISTS events_user_id_idx
  ON events (user_id) WHERE user_id IS NOT NULL;

-- Event.kind, Event.occurredAt: index.
CREATE INDEX IF NOT EXISTS events_kind_occurred_at_idx
  ON events (kind, occurred_at);

-- Streak: new table.
CREATE TABLE IF NOT EXISTS streaks (
  user_id uuid NOT NULL,
  current_days integer DEFAULT 1 NOT NULL,
  longest_days integer DEFAULT 1 NOT NULL,
  last_day date NOT NULL,
  CONSTRAINT streaks_pkey PRIMARY KEY (user_id),
  CONSTRAINT streaks_check CHECK (longest_days >= current_days)
);

-- WeeklyScore: new table.
CREATE TABLE IF NOT EXISTS weekly_scores (
  user_id uuid NOT NULL,
  week date NOT NULL,
  points bigint DEFAULT 0 NOT NULL,
  CONSTRAINT weekly_scores_pkey PRIMARY KEY (user_id, week)
);

-- WeeklyScore.week, WeeklyScore.points: index.
CREATE INDEX IF NOT EXISTS weekly_scores_week_points_idx
  ON weekly_scores (week, points);

-- CardStatistic.cardId: reference to cards.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('card_statistics') AND conname = 'card_statistics_card_id_fkey'
  ) THEN
    ALTER TABLE card_statistics
      ADD CONSTRAINT card_statistics_card_id_fkey FOREIGN KEY (card_id)
        REFERENCES cards (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- DailyActivity.userId: reference to users.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('daily_activities') AND conname = 'daily_activities_user_id_fkey'
  ) THEN
    ALTER TABLE daily_activities
      ADD CONSTRAINT daily_activities_user_id_fkey FOREIGN KEY (user_id)
        REFERENCES users (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- EarnedAchievement.userId: reference to users.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('earned_achievements') AND conname = 'earned_achievements_user_id_fkey'
  ) THEN
    ALTER TABLE earned_achievements
      ADD CONSTRAINT earned_achievements_user_id_fkey FOREIGN KEY (user_id)
        REFERENCES users (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- EarnedAchievement.achievementId: reference to achievements.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('earned_achievements') AND conname = 'earned_achievements_achievement_id_fkey'
  ) THEN
    ALTER TABLE earned_achievements
      ADD CONSTRAINT earned_achievements_achievement_id_fkey FOREIGN KEY (achievement_id)
        REFERENCES achievements (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- Event.userId: reference to users.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('events') AND conname = 'events_user_id_fkey'
  ) THEN
    ALTER TABLE events
      ADD CONSTRAINT events_user_id_fkey FOREIGN KEY (user_id)
        REFERENCES users (id) ON DELETE SET NULL;
  END IF;
END
$varve$;

-- Streak.userId: reference to users.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('streaks') AND conname = 'streaks_user_id_fkey'
  ) THEN
    ALTER TABLE streaks
      ADD CONSTRAINT streaks_user_id_fkey FOREIGN KEY (user_id)
        REFERENCES users (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- WeeklyScore.userId: reference to users.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('weekly_scores') AND conname = 'weekly_scores_user_id_fkey'
  ) THEN
    ALTER TABLE weekly_scores
      ADD CONSTRAINT weekly_scores_user_id_fkey FOREIGN KEY (user_id)
        REFERENCES users (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    id uuid DEFAULT gen_random_uuid() NOT NULL, code varchar(40) NOT NULL,
    title varchar(120) NOT NULL, points integer NOT NULL,
    CONSTRAINT achievements_pkey PRIMARY KEY (id),
    CONSTRAINT achievements_code_key UNIQUE (code),
    CONSTRAINT achievements_points_check CHECK (points >= 0)
  );
  CREATE TEMP TABLE varve_expected_2 (
    card_id uuid NOT NULL, reviews bigint DEFAULT 0 NOT NULL, lapses bigint DEFAULT 0 NOT NULL,
    total_millis bigint DEFAULT 0 NOT NULL,
    CONSTRAINT card_statistics_pkey PRIMARY KEY (card_id)
  );
  CREATE TEMP TABLE varve_expected_3 (
    user_id uuid NOT NULL, day date NOT NULL, reviews integer DEFAULT 0 NOT NULL,
    correct integer DEFAULT 0 NOT NULL, study_millis bigint DEFAULT 0 NOT NULL,
    CONSTRAINT daily_activities_pkey PRIMARY KEY (user_id, day),
    CONSTRAINT daily_activities_check CHECK (correct <= reviews)
  );
  CREATE TEMP TABLE varve_expected_4 (
    user_id uuid NOT NULL, achievement_id uuid NOT NULL,
    earned_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT earned_achievements_pkey PRIMARY KEY (user_id, achievement_id)
  );
  CREATE INDEX earned_achievements_achievement_id_idx ON pg_temp.varve_expected_4 (achievement_id);
  CREATE TEMP TABLE varve_expected_5 (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL, user_id uuid, kind varchar(60) NOT NULL,
    details jsonb NOT NULL, occurred_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT events_pkey PRIMARY KEY (id)
  );
  CREATE INDEX events_user_id_idx ON pg_temp.varve_expected_5 (user_id) WHERE user_id IS NOT NULL;
  CREATE INDEX events_kind_occurred_at_idx ON pg_temp.varve_expected_5 (kind, occurred_at);
  CREATE TEMP TABLE varve_expected_6 (
    user_id uuid NOT NULL, current_days integer DEFAULT 1 NOT NULL,
    longest_days integer DEFAULT 1 NOT NULL, last_day date NOT NULL,
    CONSTRAINT streaks_pkey PRIMARY KEY (user_id),
    CONSTRAINT streaks_check CHECK (longest_days >= current_days)
  );
  CREATE TEMP TABLE varve_expected_7 (
    user_id uuid NOT NULL, week date NOT NULL, points bigint DEFAULT 0 NOT NULL,
    CONSTRAINT weekly_scores_pkey PRIMARY KEY (user_id, week)
  );
  CREATE INDEX weekly_scores_week_points_idx ON pg_temp.varve_expected_7 (week, points);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('achievements'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true),
      ('card_statistics'::regclass, 'pg_temp.varve_expected_2'::regclass, true, true),
      ('daily_activities'::regclass, 'pg_temp.varve_expected_3'::regclass, true, true),
      ('earned_achievements'::regclass, 'pg_temp.varve_expected_4'::regclass, true, true),
      ('events'::regclass, 'pg_temp.varve_expected_5'::regclass, true, true),
      ('streaks'::regclass, 'pg_temp.varve_expected_6'::regclass, true, true),
      ('weekly_scores'::regclass, 'pg_temp.varve_expected_7'::regclass, true, true)
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
      ('card_statistics'::regclass, 'card_statistics_card_id_fkey', ARRAY['card_id']::name[], 'cards'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('daily_activities'::regclass, 'daily_activities_user_id_fkey', ARRAY['user_id']::name[], 'users'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('earned_achievements'::regclass, 'earned_achievements_user_id_fkey', ARRAY['user_id']::name[], 'users'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('earned_achievements'::regclass, 'earned_achievements_achievement_id_fkey', ARRAY['achievement_id']::name[], 'achievements'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('events'::regclass, 'events_user_id_fkey', ARRAY['user_id']::name[], 'users'::regclass, ARRAY['id']::name[], 'n', 'a'),
      ('streaks'::regclass, 'streaks_user_id_fkey', ARRAY['user_id']::name[], 'users'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('weekly_scores'::regclass, 'weekly_scores_user_id_fkey', ARRAY['user_id']::name[], 'users'::regclass, ARRAY['id']::name[], 'c', 'a')
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
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2, pg_temp.varve_expected_3, pg_temp.varve_expected_4, pg_temp.varve_expected_5, pg_temp.varve_expected_6, pg_temp.varve_expected_7;
END
$varve$;
