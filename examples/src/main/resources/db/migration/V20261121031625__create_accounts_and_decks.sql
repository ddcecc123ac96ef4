-- V20261121031625__create_accounts_and_decks
--
-- Creates enum media_kind.
-- Creates enum user_role.
-- Creates enum visibility.
-- Creates table cards.
-- Creates table decks.
-- Creates table folders.
-- Creates table media_files.
-- Creates table sessions.
-- Creates table users.
-- Adds constraint cards_deck_id_fkey to cards.
-- Adds constraint decks_owner_id_fkey to decks.
-- Adds constraint decks_folder_id_fkey to decks.
-- Adds constraint folders_owner_id_fkey to folders.
-- Adds constraint folders_parent_id_fkey to folders.
-- Adds constraint media_files_card_id_fkey to media_files.
-- Adds constraint sessions_user_id_fkey to sessions.
--
-- Data lost: none.
-- Lost by the undo: all rows of cards; all rows of decks; all rows of folders; all rows of media_files; all rows of sessions; all rows of users.
--
-- Written by Varve, and not to be edited: V20261121031625__create_accounts_and_decks.json has its checksum.

-- MediaKind: new enum.
DO $varve$
BEGIN
  IF to_regtype('media_kind') IS NULL THEN
    CREATE TYPE media_kind AS ENUM (
      'IMAGE', 'AUDIO'
    );
  ELSIF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'media_kind'::regtype
  ) <> ARRAY['IMAGE', 'AUDIO']::text[] THEN
    RAISE EXCEPTION 'Enum media_kind exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- UserRole: new enum.
DO $varve$
BEGIN
  IF to_regtype('user_role') IS NULL THEN
    CREATE TYPE user_role AS ENUM (
      'LEARNER', 'TEACHER', 'ADMIN'
    );
  ELSIF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'user_role'::regtype
  ) <> ARRAY['LEARNER', 'TEACHER', 'ADMIN']::text[] THEN
    RAISE EXCEPTION 'Enum user_role exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Visibility: new enum.
DO $varve$
BEGIN
  IF to_regtype('visibility') IS NULL THEN
    CREATE TYPE visibility AS ENUM (
      'PRIVATE', 'LINK', 'PUBLIC'
    );
  ELSIF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'visibility'::regtype
  ) <> ARRAY['PRIVATE', 'LINK', 'PUBLIC']::text[] THEN
    RAISE EXCEPTION 'Enum visibility exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- Card: new table.
CREATE TABLE IF NOT EXISTS cards (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  deck_id uuid NOT NULL,
  "position" integer NOT NULL,
  front text NOT NULL,
  back text NOT NULL,
  hint text,
  created_at timestamptz DEFAULT now() NOT NULL,
  updated_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT cards_pkey PRIMARY KEY (id),
  CONSTRAINT cards_position_check CHECK (position > 0),
  CONSTRAINT cards_deck_id_position_key UNIQUE (deck_id, "position")
);

-- Deck: new table.
CREATE TABLE IF NOT EXISTS decks (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  owner_id uuid NOT NULL,
  folder_id uuid,
  title varchar(200) NOT NULL,
  description text,
  visibility visibility DEFAULT 'PRIVATE' NOT NULL,
  tags text[] DEFAULT '{}' NOT NULL,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamptz DEFAULT now() NOT NULL,
  updated_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT decks_pkey PRIMARY KEY (id)
);

-- Deck.ownerId: index.
CREATE INDEX IF NOT EXISTS decks_owner_id_idx
  ON decks (owner_id);

-- Deck.folderId: index.
CREATE INDEX IF NOT EXISTS decks_folder_id_idx
  ON decks (folder_id);

-- Deck.updatedAt: index of some rows.
CREATE INDEX IF NOT EXISTS decks_public_idx
  ON decks (updated_at) WHERE visibility = 'PUBLIC';

-- Folder: new table.
CREATE TABLE IF NOT EXISTS folders (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  owner_id uuid NOT NULL,
  parent_id uuid,
  name varchar(120) NOT NULL,
  "position" integer DEFAULT 0 NOT NULL,
  CONSTRAINT folders_pkey PRIMARY KEY (id)
);

-- Folder.ownerId: index.
CREATE INDEX IF NOT EXISTS folders_owner_id_idx
  ON folders (owner_id);

-- Folder.parentId: index.
CREATE INDEX IF NOT EXISTS folders_parent_id_idx
  ON folders (parent_id);

-- MediaFile: new table.
CREATE TABLE IF NOT EXISTS media_files (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  card_id uuid NOT NULL,
  kind media_kind NOT NULL,
  content_type varchar(100) NOT NULL,
  byte_size bigint NOT NULL,
  url text NOT NULL,
  CONSTRAINT media_files_pkey PRIMARY KEY (id),
  CONSTRAINT media_files_byte_size_check CHECK (byte_size > 0)
);

-- MediaFile.cardId: index.
CREATE INDEX IF NOT EXISTS media_files_card_id_idx
  ON media_files (card_id);

-- Session: new table.
CREATE TABLE IF NOT EXISTS sessions (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  user_id uuid NOT NULL,
  token_hash varchar(64) NOT NULL,
  user_agent text,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  created_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_token_hash_key UNIQUE (token_hash)
);

-- Session.userId: index of some rows.
CREATE INDEX IF NOT EXISTS sessions_user_id_idx
  ON sessions (user_id) WHERE revoked_at IS NULL;

-- User: new table.
CREATE TABLE IF NOT EXISTS users (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  email varchar(255) NOT NULL,
  nickname varchar(80) NOT NULL,
  password_hash varchar(100) NOT NULL,
  role user_role DEFAULT 'LEARNER' NOT NULL,
  preferences jsonb NOT NULL,
  avatar_url text,
  email_verified boolean DEFAULT false NOT NULL,
  last_seen_at timestamptz,
  version integer DEFAULT 0 NOT NULL,
  created_at timestamptz DEFAULT now() NOT NULL,
  updated_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_email_key UNIQUE (email)
);

-- Card.deckId: reference to decks.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('cards') AND conname = 'cards_deck_id_fkey'
  ) THEN
    ALTER TABLE cards
      ADD CONSTRAINT cards_deck_id_fkey FOREIGN KEY (deck_id)
        REFERENCES decks (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- Deck.ownerId: reference to users.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('decks') AND conname = 'decks_owner_id_fkey'
  ) THEN
    ALTER TABLE decks
      ADD CONSTRAINT decks_owner_id_fkey FOREIGN KEY (owner_id)
        REFERENCES users (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- Deck.folderId: reference to folders.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('decks') AND conname = 'decks_folder_id_fkey'
  ) THEN
    ALTER TABLE decks
      ADD CONSTRAINT decks_folder_id_fkey FOREIGN KEY (folder_id)
        REFERENCES folders (id) ON DELETE SET NULL;
  END IF;
END
$varve$;

-- Folder.ownerId: reference to users.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('folders') AND conname = 'folders_owner_id_fkey'
  ) THEN
    ALTER TABLE folders
      ADD CONSTRAINT folders_owner_id_fkey FOREIGN KEY (owner_id)
        REFERENCES users (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- Folder.parentId: reference to folders.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('folders') AND conname = 'folders_parent_id_fkey'
  ) THEN
    ALTER TABLE folders
      ADD CONSTRAINT folders_parent_id_fkey FOREIGN KEY (parent_id)
        REFERENCES folders (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- MediaFile.cardId: reference to cards.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('media_files') AND conname = 'media_files_card_id_fkey'
  ) THEN
    ALTER TABLE media_files
      ADD CONSTRAINT media_files_card_id_fkey FOREIGN KEY (card_id)
        REFERENCES cards (id) ON DELETE CASCADE;
  END IF;
END
$varve$;

-- Session.userId: reference to users.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('sessions') AND conname = 'sessions_user_id_fkey'
  ) THEN
    ALTER TABLE sessions
      ADD CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id)
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
    id uuid DEFAULT gen_random_uuid() NOT NULL, deck_id uuid NOT NULL,
    "position" integer NOT NULL, front text NOT NULL, back text NOT NULL, hint text,
    created_at timestamptz DEFAULT now() NOT NULL,
    updated_at timestamptz DEFAULT now() NOT NULL, CONSTRAINT cards_pkey PRIMARY KEY (id),
    CONSTRAINT cards_position_check CHECK (position > 0),
    CONSTRAINT cards_deck_id_position_key UNIQUE (deck_id, "position")
  );
  CREATE TEMP TABLE varve_expected_2 (
    id uuid DEFAULT gen_random_uuid() NOT NULL, owner_id uuid NOT NULL, folder_id uuid,
    title varchar(200) NOT NULL, description text,
    visibility visibility DEFAULT 'PRIVATE' NOT NULL, tags text[] DEFAULT '{}' NOT NULL,
    version integer DEFAULT 0 NOT NULL, created_at timestamptz DEFAULT now() NOT NULL,
    updated_at timestamptz DEFAULT now() NOT NULL, CONSTRAINT decks_pkey PRIMARY KEY (id)
  );
  CREATE INDEX decks_owner_id_idx ON pg_temp.varve_expected_2 (owner_id);
  CREATE INDEX decks_folder_id_idx ON pg_temp.varve_expected_2 (folder_id);
  CREATE INDEX decks_public_idx ON pg_temp.varve_expected_2 (updated_at) WHERE visibility = 'PUBLIC';
  CREATE TEMP TABLE varve_expected_3 (
    id uuid DEFAULT gen_random_uuid() NOT NULL, owner_id uuid NOT NULL, parent_id uuid,
    name varchar(120) NOT NULL, "position" integer DEFAULT 0 NOT NULL,
    CONSTRAINT folders_pkey PRIMARY KEY (id)
  );
  CREATE INDEX folders_owner_id_idx ON pg_temp.varve_expected_3 (owner_id);
  CREATE INDEX folders_parent_id_idx ON pg_temp.varve_expected_3 (parent_id);
  CREATE TEMP TABLE varve_expected_4 (
    id uuid DEFAULT gen_random_uuid() NOT NULL, card_id uuid NOT NULL,
    kind media_kind NOT NULL, content_type varchar(100) NOT NULL, byte_size bigint NOT NULL,
    url text NOT NULL, CONSTRAINT media_files_pkey PRIMARY KEY (id),
    CONSTRAINT media_files_byte_size_check CHECK (byte_size > 0)
  );
  CREATE INDEX media_files_card_id_idx ON pg_temp.varve_expected_4 (card_id);
  CREATE TEMP TABLE varve_expected_5 (
    id uuid DEFAULT gen_random_uuid() NOT NULL, user_id uuid NOT NULL,
    token_hash varchar(64) NOT NULL, user_agent text, expires_at timestamptz NOT NULL,
    revoked_at timestamptz, created_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT sessions_pkey PRIMARY KEY (id),
    CONSTRAINT sessions_token_hash_key UNIQUE (token_hash)
  );
  CREATE INDEX sessions_user_id_idx ON pg_temp.varve_expected_5 (user_id) WHERE revoked_at IS NULL;
  CREATE TEMP TABLE varve_expected_6 (
    id uuid DEFAULT gen_random_uuid() NOT NULL, email varchar(255) NOT NULL,
    nickname varchar(80) NOT NULL, password_hash varchar(100) NOT NULL,
    role user_role DEFAULT 'LEARNER' NOT NULL, preferences jsonb NOT NULL, avatar_url text,
    email_verified boolean DEFAULT false NOT NULL, last_seen_at timestamptz,
    version integer DEFAULT 0 NOT NULL, created_at timestamptz DEFAULT now() NOT NULL,
    updated_at timestamptz DEFAULT now() NOT NULL, CONSTRAINT users_pkey PRIMARY KEY (id),
    CONSTRAINT users_email_key UNIQUE (email)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('cards'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true),
      ('decks'::regclass, 'pg_temp.varve_expected_2'::regclass, true, true),
      ('folders'::regclass, 'pg_temp.varve_expected_3'::regclass, true, true),
      ('media_files'::regclass, 'pg_temp.varve_expected_4'::regclass, true, true),
      ('sessions'::regclass, 'pg_temp.varve_expected_5'::regclass, true, true),
      ('users'::regclass, 'pg_temp.varve_expected_6'::regclass, true, true)
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
      ('cards'::regclass, 'cards_deck_id_fkey', ARRAY['deck_id']::name[], 'decks'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('decks'::regclass, 'decks_owner_id_fkey', ARRAY['owner_id']::name[], 'users'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('decks'::regclass, 'decks_folder_id_fkey', ARRAY['folder_id']::name[], 'folders'::regclass, ARRAY['id']::name[], 'n', 'a'),
      ('folders'::regclass, 'folders_owner_id_fkey', ARRAY['owner_id']::name[], 'users'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('folders'::regclass, 'folders_parent_id_fkey', ARRAY['parent_id']::name[], 'folders'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('media_files'::regclass, 'media_files_card_id_fkey', ARRAY['card_id']::name[], 'cards'::regclass, ARRAY['id']::name[], 'c', 'a'),
      ('sessions'::regclass, 'sessions_user_id_fkey', ARRAY['user_id']::name[], 'users'::regclass, ARRAY['id']::name[], 'c', 'a')
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
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2, pg_temp.varve_expected_3, pg_temp.varve_expected_4, pg_temp.varve_expected_5, pg_temp.varve_expected_6;
END
$varve$;
