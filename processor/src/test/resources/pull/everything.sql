-- What a large application has collected over the years, all of it that a schema can hold.
CREATE EXTENSION btree_gist;
CREATE SCHEMA words;
CREATE EXTENSION citext SCHEMA words;
CREATE EXTENSION pg_trgm;
CREATE SCHEMA billing;
CREATE SCHEMA "Odd Names";
CREATE SCHEMA empty;
COMMENT ON SCHEMA billing IS 'What people owe.';

CREATE TYPE mood AS ENUM ('happy', 'sad');
CREATE TYPE unused AS ENUM ('a', 'b');
CREATE TYPE "Weird" AS ENUM ('in progress', 'done');
CREATE TYPE billing.state AS ENUM ('open', 'paid');
COMMENT ON TYPE mood IS 'How people feel.';
CREATE DOMAIN email AS varchar(200) CHECK (VALUE LIKE '%_@_%') CONSTRAINT no_blanks CHECK (VALUE !~ '\s');
CREATE DOMAIN positive AS integer DEFAULT 1 NOT NULL CHECK (VALUE > 0);
CREATE DOMAIN unused_domain AS text COLLATE "C";
CREATE DOMAIN other_unused AS numeric(10, 2) CONSTRAINT enough CHECK (VALUE >= 0);
COMMENT ON DOMAIN email IS 'An address.';
COMMENT ON CONSTRAINT no_blanks ON DOMAIN email IS 'Blanks are never right.';
CREATE TYPE address AS (street text, zip varchar(9), since date);
CREATE TYPE unused_type AS (a integer);
CREATE TYPE float_range AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE SEQUENCE tickets AS integer START 100 INCREMENT 10 MAXVALUE 100000 CYCLE;
COMMENT ON SEQUENCE tickets IS 'Numbers of tickets.';
CREATE SEQUENCE billing.invoice_numbers;
CREATE COLLATION natural_order (provider = icu, locale = 'en-u-kn-true');

CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := now(); -- "always"
  RETURN NEW;
END $$;
CREATE FUNCTION normal(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(trim($1))';
COMMENT ON FUNCTION normal(text) IS 'As people are looked up.';
CREATE FUNCTION is_vip(n integer, OUT vip boolean, OUT why text) LANGUAGE sql AS $$ SELECT n > 10, 'x\y' $$;
CREATE FUNCTION add_state(a integer, b integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
CREATE AGGREGATE total(integer) (SFUNC = add_state, STYPE = integer, INITCOND = '0');

CREATE TABLE users (
  id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
  email email NOT NULL UNIQUE,
  nickname words.citext,
  full_name text COLLATE "C" NOT NULL,
  feeling mood DEFAULT 'happy' NOT NULL,
  feelings mood[] DEFAULT '{}'::mood[] NOT NULL,
  work "Weird" DEFAULT 'in progress' NOT NULL,
  home address,
  places address[],
  amount positive,
  span float_range,
  bits bit(8),
  attributes jsonb DEFAULT '{}'::jsonb NOT NULL,
  raw json,
  tags text[] DEFAULT ARRAY[]::text[] NOT NULL,
  matrix integer[],
  ip inet,
  money money,
  kind "char" DEFAULT 'x' NOT NULL,
  reg regclass,
  small oid,
  sorted text COLLATE natural_order,
  search tsvector GENERATED ALWAYS AS (to_tsvector('simple', full_name)) STORED,
  during tstzrange DEFAULT tstzrange(now(), NULL) NOT NULL,
  wait interval DEFAULT '1 day'::interval,
  at timestamp(3) without time zone DEFAULT LOCALTIMESTAMP NOT NULL,
  "class" integer DEFAULT 1,
  "order" integer,
  "Größe ""x""" integer,
  "2fa" boolean DEFAULT false NOT NULL,
  "camelCase" text,
  camel_case text,
  "hashCode" integer,
  ticket integer DEFAULT nextval('tickets') NOT NULL,
  updated_at timestamptz DEFAULT now() NOT NULL,
  CONSTRAINT users_age_check CHECK ("class" > 0 AND ("order" IS NULL OR "order" < 10)),
  CONSTRAINT users_camel CHECK ((camel_case IS NOT NULL) = ("camelCase" IS NOT NULL))
);
ALTER SEQUENCE tickets OWNED BY users.ticket;
COMMENT ON TABLE users IS E'People who log in.\n\nAlso <robots> & others. "Quoted" \\ */ {@code x}';
COMMENT ON COLUMN users.email IS 'Where we write to; 100% of them.';
COMMENT ON CONSTRAINT users_email_key ON users IS 'One account each.';
CREATE INDEX users_lower_idx ON users (lower(full_name), normal(full_name) text_pattern_ops DESC);
CREATE INDEX users_trgm ON users USING gin (full_name gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX users_search ON users USING gin (search);
CREATE UNIQUE INDEX users_nick ON users (nickname) WHERE nickname IS NOT NULL AND full_name <> ALL (ARRAY['a'::text, 'b'::text]);
CREATE UNIQUE INDEX users_two ON users ("order", "class") NULLS NOT DISTINCT;
CREATE INDEX users_inc ON users (updated_at) INCLUDE (full_name, email);
COMMENT ON INDEX users_inc IS 'For the list.';
CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW
  WHEN (OLD.full_name IS DISTINCT FROM NEW.full_name OR (NEW.feeling = ANY (ARRAY['sad'::mood]))) EXECUTE FUNCTION touch();
COMMENT ON TRIGGER touched ON users IS 'Always.';
ALTER TABLE users ALTER COLUMN full_name SET STATISTICS 500, ALTER COLUMN tags SET STORAGE EXTERNAL;
ALTER TABLE users ALTER COLUMN full_name SET COMPRESSION pglz;
ALTER TABLE users SET (fillfactor = 80, toast.autovacuum_enabled = false);
CREATE STATISTICS users_stats (dependencies) ON "class", "order" FROM users;

CREATE TABLE billing.accounts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  owner uuid NOT NULL REFERENCES public.users ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  state billing.state DEFAULT 'open' NOT NULL,
  number bigint DEFAULT nextval('billing.invoice_numbers') NOT NULL,
  parent bigint REFERENCES billing.accounts,
  balance numeric(12, 2) DEFAULT 0.00 NOT NULL
);
CREATE UNLOGGED TABLE billing.cache (key text PRIMARY KEY, value jsonb);
CREATE TABLE bookings (
  room integer NOT NULL,
  day date NOT NULL,
  slot int4range NOT NULL,
  guest uuid,
  CONSTRAINT bookings_key PRIMARY KEY (day, room),
  CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, slot WITH &&) WHERE (guest IS NOT NULL),
  FOREIGN KEY (guest) REFERENCES users ON DELETE SET NULL
);
CREATE TABLE stays (
  id serial PRIMARY KEY,
  day date,
  room integer,
  FOREIGN KEY (day, room) REFERENCES bookings MATCH FULL ON DELETE SET NULL (room)
);
ALTER TABLE stays ADD CONSTRAINT late CHECK (id > 0) NOT VALID;
CREATE TABLE renamed_things (id serial PRIMARY KEY, n integer GENERATED BY DEFAULT AS IDENTITY);
ALTER TABLE renamed_things RENAME TO things;
ALTER TABLE things RENAME CONSTRAINT renamed_things_pkey TO things_key;
ALTER TABLE things REPLICA IDENTITY FULL;

-- No primary key, and what rests on such a table.
CREATE TABLE log_lines (at timestamptz DEFAULT now() NOT NULL, line text, level mood DEFAULT 'sad');
CREATE INDEX log_lines_at_idx ON log_lines USING brin (at);
CREATE VIEW recent_lines AS SELECT at, line FROM log_lines WHERE at > now() - interval '1 day';
CREATE TABLE heirs (extra integer) INHERITS (log_lines);

-- Partitions.
CREATE TABLE events (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  kind text DEFAULT 'x' NOT NULL,
  user_id uuid REFERENCES users,
  PRIMARY KEY (id, at, kind)
) PARTITION BY RANGE (at);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT PARTITION BY LIST (kind);
CREATE TABLE events_rest_x PARTITION OF events_rest FOR VALUES IN ('x', 'y');
CREATE INDEX events_kind_idx ON events (kind);
CREATE TABLE event_notes (id serial PRIMARY KEY, event_id bigint, event_at timestamptz, event_kind text, FOREIGN KEY (event_id, event_at, event_kind) REFERENCES events);
CREATE TRIGGER event_touched AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION touch();

-- Views on views, functions on tables, tables on functions.
CREATE VIEW people AS SELECT id, email, full_name, feeling FROM users WHERE feeling = 'happy';
COMMENT ON VIEW people IS 'The happy ones.';
COMMENT ON COLUMN people.email IS 'As in users.';
CREATE VIEW named_people WITH (security_barrier = true) AS
  SELECT p.id, p.full_name, (SELECT count(*) FROM billing.accounts a WHERE a.owner = p.id) AS accounts,
    CASE WHEN p.email IS NULL THEN 'none' ELSE 'some' END AS mail, normal(p.full_name) AS normal
  FROM people p
  WITH LOCAL CHECK OPTION;
DROP VIEW named_people;
CREATE VIEW named_people WITH (security_barrier = true) AS
  SELECT p.id, p.full_name, (SELECT count(*) FROM billing.accounts a WHERE a.owner = p.id) AS accounts,
    CASE WHEN p.email IS NULL THEN 'none' ELSE 'some' END AS mail, normal(p.full_name) AS normal
  FROM people p;
CREATE VIEW checked AS SELECT id, full_name FROM users WHERE full_name <> '' WITH LOCAL CHECK OPTION;
CREATE VIEW mixed AS SELECT u.id, e.kind FROM users u JOIN events e ON e.user_id = u.id;
CREATE MATERIALIZED VIEW moods AS SELECT feeling, count(*) AS n FROM users GROUP BY feeling;
CREATE UNIQUE INDEX moods_feeling_idx ON moods (feeling);
CREATE MATERIALIZED VIEW moods_later AS SELECT feeling, n FROM moods WHERE n > 1 WITH NO DATA;
CREATE VIEW moods_view AS SELECT feeling FROM moods;
CREATE FUNCTION user_count() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT count(*) FROM users';
CREATE FUNCTION happy_people() RETURNS SETOF people LANGUAGE sql STABLE AS 'SELECT * FROM people';
CREATE FUNCTION some_users() RETURNS SETOF users LANGUAGE sql STABLE BEGIN ATOMIC SELECT * FROM users; END;
CREATE PROCEDURE clean(days integer DEFAULT 7) LANGUAGE plpgsql AS $$
DECLARE
  u users%ROWTYPE;
BEGIN
  DELETE FROM log_lines WHERE at < now() - make_interval(days => days);
END $$;
CREATE TABLE limits (id integer PRIMARY KEY, most bigint DEFAULT user_count() NOT NULL);
CREATE VIEW insertable AS SELECT id, full_name FROM users;
CREATE FUNCTION insert_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER insertable_insert INSTEAD OF INSERT ON insertable FOR EACH ROW EXECUTE FUNCTION insert_it();
CREATE RULE no_delete AS ON DELETE TO limits DO INSTEAD NOTHING;
CREATE CONSTRAINT TRIGGER later AFTER INSERT OR UPDATE OF day, room ON stays DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION insert_it();
CREATE TRIGGER sleeping AFTER DELETE ON stays REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION insert_it();
ALTER TABLE stays DISABLE TRIGGER sleeping;

-- Who may what.
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing.accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing.accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON users FOR SELECT USING (full_name = CURRENT_USER);
CREATE POLICY writers ON users AS RESTRICTIVE TO pull_writer USING (true) WITH CHECK (full_name <> '');
CREATE POLICY idle ON stays USING (id > 0);
GRANT SELECT, UPDATE (full_name) ON users TO pull_reader;
GRANT SELECT ON users TO pull_writer WITH GRANT OPTION;
GRANT INSERT ON users TO pull_writer;
GRANT SELECT ON people TO pull_reader;
GRANT USAGE ON SCHEMA billing TO pull_reader;
GRANT USAGE ON SEQUENCE tickets TO pull_reader;
GRANT USAGE ON SEQUENCE stays_id_seq TO pull_reader;
GRANT EXECUTE ON FUNCTION normal(text) TO pull_reader;
REVOKE EXECUTE ON FUNCTION user_count() FROM PUBLIC;
GRANT USAGE ON TYPE mood TO pull_reader;
GRANT SELECT ON events TO PUBLIC;

CREATE TABLE "Odd Names"."Select" ("From" integer PRIMARY KEY, "where it is" text, table_name text, "Table" text);
CREATE INDEX "Odd Index" ON "Odd Names"."Select" ("where it is", lower("Table"));
CREATE TABLE comments (id integer PRIMARY KEY, record text, string text, list text[], "optional" text);
CREATE TABLE comment (id integer PRIMARY KEY REFERENCES comments);
CREATE TABLE user_tables (id integer PRIMARY KEY);
CREATE TABLE record (id integer PRIMARY KEY, n smallint REFERENCES comment);
CREATE TABLE a_table_with_a_name_that_is_as_long_as_postgresql_allows_them (id integer PRIMARY KEY, and_a_column_of_a_name_that_is_also_long_enough_to_be_cut_off text UNIQUE);
CREATE OPERATOR public.=== (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text);
CREATE CAST (address AS text) WITH INOUT;
CREATE TEXT SEARCH CONFIGURATION plain (COPY = simple);
