-- V20261121031711__create_groups
--
-- Creates enum member_role.
-- Creates table comments.
-- Creates table group_decks.
-- Creates table memberships.
-- Creates table study_groups.
-- Adds constraint comments_group_id_fkey to comments.
-- Adds constraint comments_author_id_fkey to comments.
-- Adds constraint comments_parent_id_fkey to comments.
-- Adds constraint group_decks_group_id_fkey to group_decks.
-- Adds constraint group_decks_deck_id_fkey to group_decks.
-- Adds constraint group_decks_shared_by_fkey to group_decks.
-- Adds constraint memberships_group_id_fkey to memberships.
-- Adds constraint memberships_user_id_fkey to memberships.
--
-- Data lost: none.
-- Lost by the undo: all rows of comments; all rows of group_decks; all rows of memberships; all rows of study_groups.
--
-- Written by Varve, and not to be edited: V20261121031711__create_groups.json has its checksum.

-- MemberRole: new enum.
DO $varve$
BEGIN
  IF to_regtype('member_role') IS NULL THEN
    CREATE TYPE member_role AS ENUM (
      'MEMBER', 'MODERATOR', 'OWNER'
    );
  ELSIF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'member_role'::regtype
  ) <> ARRAY['MEMBER', 'MODERATOR', 'OWNER']::text[] THEN
    RAISE EXCEPTION 'Enum member_role exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Comment: new table.
CREATE TABLE IF NOT EXISTS comments (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  group_id uuid NOT NULL,
  author_id uuid,
  parent_id uuid,
  body text NOT NULL,
  created_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT comments_pkey PRIMARY KEY (id),
  CONSTRAINT comments_body_check CHECK (length(body) BETWEEN 1 AND 4000)
);

-- Comment.authorId: index.
CREATE INDEX IF NOT EXISTS comments_author_id_idx
  ON comments (author_id);

-- Comment.parentId: index.
CREATE INDEX IF NOT EXISTS comments_parent_id_idx
  ON comments (parent_id);

-- Comment.groupId, Comment.createdAt: index.
CREATE INDEX IF NOT EXISTS comments_group_id_created_at_idx
  ON comments (group_id, created_at);

-- GroupDeck: new table.
CREATE TABLE IF NOT EXISTS group_decks (
  group_id uuid NOT NULL,
  deck_id uuid NOT NULL,
  shared_by uuid,
  shared_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT group_decks_pkey PRIMARY KEY (group_id, deck_id)
);

-- GroupDeck.deckId: index.
CREATE INDEX IF NOT EXISTS group_decks_deck_id_idx
  ON group_decks (deck_id);

-- GroupDeck.sharedBy: index.
CREATE INDEX IF NOT EXISTS group_decks_shared_by_idx
  ON group_decks (shared_by);

-- Membership: new table.
CREATE TABLE IF NOT EXISTS memberships (
  group_id uuid NOT NULL,
  user_id uuid NOT NULL,
  role member_role DEFAULT 'MEMBER' NOT NULL,
  joined_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT memberships_pkey PRIMARY KEY (group_id, user_id)
);

-- Membership.userId: index.
CREATE INDEX IF NOT EXISTS memberships_user_id_idx
  ON memberships (user_id);

-- StudyGroup: new table.
CREATE TABLE IF NOT EXISTS study_groups (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  name varchar(120) NOT NULL,
  description text,
  join_code varchar(12) NOT NULL,
  max_members integer DEFAULT 50 NOT NULL,
  created_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT study_groups_pkey PRIMARY KEY (id),
  CONSTRAINT study_groups_join_code_key UNIQUE (join_code),
  CONSTRAINT study_groups_max_members_check CHECK (max_members BETWEEN 2 AND 500)
);

-- Comment.groupId: reference to study_groups.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('comments') AND conname = 'comments_group_id_fkey'
  ) THEN
    ALTER TABLE comments
      ADD CONSTRAINT comments_group_id_fkey FOREIGN KEY (group_id)
        REFERENCES study_groups (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- Comment.authorId: reference to users.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('comments') AND conname = 'comments_author_id_fkey'
  ) THEN
    ALTER TABLE comments
      ADD CONSTRAINT comments_author_id_fkey FOREIGN KEY (author_id)
        REFERENCES users (id) ON DELETE SET NULL;
  END IF;
END
$varve$;

-- Comment.parentId: reference to comments.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('comments') AND conname = 'comments_parent_id_fkey'
  ) THEN
    ALTER TABLE comments
      ADD CONSTRAINT comments_parent_id_fkey FOREIGN KEY (parent_id)
        REFERENCES comments (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- GroupDeck.groupId: reference to study_groups.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('group_decks') AND conname = 'group_decks_group_id_fkey'
  ) THEN
    ALTER TABLE group_decks
      ADD CONSTRAINT group_decks_group_id_fkey FOREIGN KEY (group_id)
        REFERENCES study_groups (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- GroupDeck.deckId: reference to decks.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('group_decks') AND conname = 'group_decks_deck_id_fkey'
  ) THEN
    ALTER TABLE group_decks
      ADD CONSTRAINT group_decks_deck_id_fkey FOREIGN KEY (deck_id)
        REFERENCES decks (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- GroupDeck.sharedBy: reference to users.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('group_decks') AND conname = 'group_decks_shared_by_fkey'
  ) THEN
    ALTER TABLE group_decks
      ADD CONSTRAINT group_decks_shared_by_fkey FOREIGN KEY (shared_by)
        REFERENCES users (id) ON DELETE SET NULL;
  END IF;
END
$varve$;

-- Membership.groupId: reference to study_groups.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('memberships') AND conname = 'memberships_group_id_fkey'
  ) THEN
    ALTER TABLE memberships
      ADD CONSTRAINT memberships_group_id_fkey FOREIGN KEY (group_id)
        REFERENCES study_groups (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- Membership.userId: reference to users.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('memberships') AND conname = 'memberships_user_id_fkey'
  ) THEN
    ALTER TABLE memberships
      ADD CONSTRAINT memberships_user_id_fkey FOREIGN KEY (user_id)
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
    id uuid DEFAULT gen_random_uuid() NOT NULL, group_id uuid NOT NULL, author_id uuid,
    parent_id uuid, body text NOT NULL, created_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT comments_pkey PRIMARY KEY (id),
    CONSTRAINT comments_body_check CHECK (length(body) BETWEEN 1 AND 4000)
  );
  CREATE INDEX comments_author_id_idx ON pg_temp.varve_expected_1 (author_id);
  CREATE INDEX comments_parent_id_idx ON pg_temp.varve_expected_1 (parent_id);
  CREATE INDEX comments_group_id_created_at_idx ON pg_temp.varve_expected_1 (group_id, created_at);
  CREATE TEMP TABLE varve_expected_2 (
    group_id uuid NOT NULL, deck_id uuid NOT NULL, shared_by uuid,
    shared_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT group_decks_pkey PRIMARY KEY (group_id, deck_id)
  );
  CREATE INDEX group_decks_deck_id_idx ON pg_temp.varve_expected_2 (deck_id);
  CREATE INDEX group_decks_shared_by_idx ON pg_temp.varve_expected_2 (shared_by);
  CREATE TEMP TABLE varve_expected_3 (
    group_id uuid NOT NULL, user_id uuid NOT NULL, role member_role DEFAULT 'MEMBER' NOT NULL,
    joined_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT memberships_pkey PRIMARY KEY (group_id, user_id)
  );
  CREATE INDEX memberships_user_id_idx ON pg_temp.varve_expected_3 (user_id);
  CREATE TEMP TABLE varve_expected_4 (
    id uuid DEFAULT gen_random_uuid() NOT NULL, name varchar(120) NOT NULL, description text,
    join_code varchar(12) NOT NULL, max_members integer DEFAULT 50 NOT NULL,
    created_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT study_groups_pkey PRIMARY KEY (id),
    CONSTRAINT study_groups_join_code_key UNIQUE (join_code),
    CONSTRAINT study_groups_max_members_check CHECK (max_members BETWEEN 2 AND 500)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('comments'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true),
      ('group_decks'::regclass, 'pg_temp.varve_expected_2'::regclass, true, true),
      ('memberships'::regclass, 'pg_temp.varve_expected_3'::regclass, true, true),
      ('study_groups'::regclass, 'pg_temp.varve_expected_4'::regclass, true, true)
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
      ('comments'::regclass, 'comments_group_id_fkey', ARRAY['group_id']::name[], 'study_groups'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('comments'::regclass, 'comments_author_id_fkey', ARRAY['author_id']::name[], 'users'::regclass, ARRAY['id']::name[], 'n', 'a'),
      ('comments'::regclass, 'comments_parent_id_fkey', ARRAY['parent_id']::name[], 'comments'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('group_decks'::regclass, 'group_decks_group_id_fkey', ARRAY['group_id']::name[], 'study_groups'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('group_decks'::regclass, 'group_decks_deck_id_fkey', ARRAY['deck_id']::name[], 'decks'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('group_decks'::regclass, 'group_decks_shared_by_fkey', ARRAY['shared_by']::name[], 'users'::regclass, ARRAY['id']::name[], 'n', 'a'),
      ('memberships'::regclass, 'memberships_group_id_fkey', ARRAY['group_id']::name[], 'study_groups'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('memberships'::regclass, 'memberships_user_id_fkey', ARRAY['user_id']::name[], 'users'::regclass, ARRAY['id']::name[], 'c', 'a')
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
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2, pg_temp.varve_expected_3, pg_temp.varve_expected_4;
END
$varve$;
