CREATE EXTENSION btree_gist;
CREATE TABLE groups (id bigint PRIMARY KEY, name text NOT NULL, short text);
CREATE TABLE users (
  id bigint,
  group_id bigint NOT NULL,
  other_group bigint REFERENCES groups,
  first_group bigint REFERENCES groups,
  email text NOT NULL,
  nickname text,
  age integer NOT NULL CHECK (age > 0),
  height integer CHECK (height > 0),
  room integer NOT NULL,
  during daterange NOT NULL,
  tags text[],
  at timestamptz NOT NULL,
  code text,
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_code_key UNIQUE (code),
  CONSTRAINT users_stay EXCLUDE USING gist (during WITH &&)
);
CREATE INDEX users_gone ON users (age);
CREATE INDEX users_other ON users (nickname);
CREATE INDEX users_named ON users (room);

-- change: check added
ALTER TABLE users ADD CONSTRAINT users_email_check CHECK (email LIKE '%@%');
-- change: check of the table added
ALTER TABLE users ADD CONSTRAINT tall CHECK (height IS NULL OR height > age);
-- change: check changed
ALTER TABLE users DROP CONSTRAINT users_age_check;
ALTER TABLE users ADD CONSTRAINT users_age_check CHECK (age >= 18);
-- change: check dropped
ALTER TABLE users DROP CONSTRAINT users_height_check;
-- change: unique key added
ALTER TABLE groups ADD CONSTRAINT groups_name_key UNIQUE (name);
-- change: unique key of two columns, deferrable
ALTER TABLE users ADD CONSTRAINT users_two UNIQUE (email, room) DEFERRABLE INITIALLY DEFERRED;
-- change: unique key, nulls not distinct
ALTER TABLE groups ADD CONSTRAINT groups_short_key UNIQUE NULLS NOT DISTINCT (short);
-- change: unique key dropped
ALTER TABLE users DROP CONSTRAINT users_code_key;
-- change: primary key changed
ALTER TABLE users DROP CONSTRAINT users_pkey;
ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY (id, room);
-- change: foreign key added with actions
ALTER TABLE users ADD CONSTRAINT users_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups ON DELETE CASCADE ON UPDATE RESTRICT DEFERRABLE;
-- change: actions of a foreign key
ALTER TABLE users DROP CONSTRAINT users_other_group_fkey;
ALTER TABLE users ADD CONSTRAINT users_other_group_fkey FOREIGN KEY (other_group) REFERENCES groups ON DELETE SET NULL;
-- change: foreign key dropped
ALTER TABLE users DROP CONSTRAINT users_first_group_fkey;
-- change: exclusion changed
ALTER TABLE users DROP CONSTRAINT users_stay;
ALTER TABLE users ADD CONSTRAINT users_stay EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (age > 20);
-- change: index added, and unique, partial, on an expression, covering, sorted, of other methods
CREATE INDEX users_at ON users (at);
CREATE UNIQUE INDEX users_unique ON users (email);
CREATE INDEX users_partial ON users (email) WHERE age > 30;
CREATE INDEX users_lower ON users (lower(email), (age + 1));
CREATE INDEX users_covering ON users (email) INCLUDE (age);
CREATE INDEX users_sorted ON users (age DESC NULLS LAST, email text_pattern_ops);
CREATE INDEX users_gin ON users USING gin (tags) WITH (fastupdate = off);
CREATE INDEX users_gist ON users USING gist (during);
CREATE INDEX users_brin ON users USING brin (at) WITH (pages_per_range = 16);
CREATE INDEX users_hash ON users USING hash (email);
-- change: index dropped
DROP INDEX users_gone;
-- change: index changed
DROP INDEX users_other;
CREATE INDEX users_other ON users (nickname, age) WHERE nickname IS NOT NULL;
-- change: index renamed
ALTER INDEX users_named RENAME TO users_renamed;
-- change: comments of an index and a key
CREATE INDEX users_listed ON users (id DESC);
COMMENT ON INDEX users_listed IS 'For the list.';
COMMENT ON CONSTRAINT users_pkey ON users IS 'Who it is.';
