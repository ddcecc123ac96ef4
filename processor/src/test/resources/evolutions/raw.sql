CREATE FUNCTION add_state(a integer, b integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT a + b';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TYPE "Weird" AS ENUM ('in progress', 'done');
CREATE TYPE float_range AS RANGE (subtype = float8);
CREATE AGGREGATE total(integer) (SFUNC = add_state, STYPE = integer, INITCOND = '0');
CREATE AGGREGATE unneeded(integer) (SFUNC = add_state, STYPE = integer);
CREATE COLLATION natural_order (provider = icu, locale = 'en-u-kn-true');
CREATE TABLE users (
  id bigint PRIMARY KEY,
  name text NOT NULL,
  age integer,
  work "Weird" DEFAULT 'in progress' NOT NULL,
  span float_range
);
CREATE TABLE notes (id bigint PRIMARY KEY, text text, kind text, owner bigint);
CREATE TABLE logs (at timestamptz NOT NULL, kind text NOT NULL, line text, PRIMARY KEY (at, kind)) PARTITION BY RANGE (at);
CREATE TABLE logs_2025 PARTITION OF logs FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE trips (id bigint NOT NULL, country text NOT NULL, PRIMARY KEY (id, country)) PARTITION BY LIST (country);
CREATE TABLE trips_north PARTITION OF trips FOR VALUES IN ('NO', 'SE');
CREATE INDEX logs_2025_line ON logs_2025 (line);
CREATE RULE no_delete AS ON DELETE TO notes DO INSTEAD NOTHING;
CREATE RULE no_update AS ON UPDATE TO notes DO INSTEAD NOTHING;
CREATE STATISTICS users_stats (dependencies) ON name, age FROM users;
ALTER TABLE users ALTER COLUMN name SET STATISTICS 500;
ALTER TABLE users ALTER COLUMN age SET (n_distinct = 5);
ALTER TABLE notes REPLICA IDENTITY FULL;
ALTER TABLE notes ADD CONSTRAINT later CHECK (id > 0) NOT VALID;
CREATE TRIGGER sleeping BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER waking BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE notes DISABLE TRIGGER sleeping;
COMMENT ON AGGREGATE total(integer) IS 'All of it.';
CREATE OPERATOR public.=== (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text);

-- change: aggregate changed
DROP AGGREGATE total(integer);
CREATE AGGREGATE total(integer) (SFUNC = add_state, STYPE = integer, INITCOND = '10');
COMMENT ON AGGREGATE total(integer) IS 'All of it, and ten.';
-- change: aggregate added
CREATE AGGREGATE total(bigint) (SFUNC = int8pl, STYPE = bigint, INITCOND = '0');
-- change: aggregate dropped
DROP AGGREGATE unneeded(integer);
-- change: rule changed
CREATE OR REPLACE RULE no_delete AS ON DELETE TO notes WHERE OLD.id > 10 DO INSTEAD NOTHING;
-- change: rule dropped
DROP RULE no_update ON notes;
-- change: rule added, on a column that comes with it
ALTER TABLE notes ADD COLUMN locked boolean DEFAULT false NOT NULL;
CREATE RULE keep AS ON UPDATE TO notes WHERE OLD.locked DO INSTEAD NOTHING;
-- change: statistics changed
DROP STATISTICS users_stats;
CREATE STATISTICS users_stats (ndistinct, mcv) ON name, age FROM users;
-- change: statistics target
ALTER TABLE users ALTER COLUMN name SET STATISTICS 100;
ALTER TABLE users ALTER COLUMN age RESET (n_distinct);
-- change: replica identity
ALTER TABLE notes REPLICA IDENTITY DEFAULT;
-- change: constraint validated
ALTER TABLE notes VALIDATE CONSTRAINT later;
-- change: constraint added that is not validated
ALTER TABLE notes ADD CONSTRAINT owned FOREIGN KEY (owner) REFERENCES users NOT VALID;
-- change: trigger enabled, another disabled
ALTER TABLE notes ENABLE TRIGGER sleeping;
ALTER TABLE notes DISABLE TRIGGER waking;
-- change: value of an enum that is no name in Java
ALTER TYPE "Weird" ADD VALUE 'on hold' BEFORE 'done';
-- change: operator dropped, another added
DROP OPERATOR public.=== (text, text);
CREATE OPERATOR public.==== (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text);
-- change: column of a table that records do not say
ALTER TABLE logs ADD COLUMN level integer;
ALTER TABLE logs ALTER COLUMN line TYPE varchar(500);
-- change: partition with an index of its own added
CREATE TABLE logs_2026 PARTITION OF logs FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX logs_2026_line ON logs_2026 (line) WHERE line <> '';
-- change: range type added, and a column of it
CREATE TYPE time_range AS RANGE (subtype = time);
ALTER TABLE users ADD COLUMN open time_range;
-- change: collation dropped
DROP COLLATION natural_order;
-- change: text search configuration added
CREATE TEXT SEARCH CONFIGURATION plain (COPY = simple);
-- change: index of one partition, so that records do not say the table any more
CREATE INDEX trips_north_id ON trips_north (id);
-- change: publication added
CREATE PUBLICATION changes FOR TABLE users (id, name) WHERE (id > 10), notes WITH (publish = 'insert, update');
-- change: default privileges
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO pull_reader;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
-- change: operator class added, and an index of it
CREATE OPERATOR FAMILY by_length USING btree;
CREATE FUNCTION shorter(a text, b text) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT length(a) - length(b)';
CREATE OPERATOR CLASS by_length FOR TYPE text USING btree FAMILY by_length AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 shorter(text, text);
CREATE INDEX notes_length ON notes (text by_length);
-- change: statistics target of an index and of extended statistics
CREATE INDEX notes_upper ON notes (upper(text));
ALTER INDEX notes_upper ALTER COLUMN 1 SET STATISTICS 200;
CREATE STATISTICS notes_stats ON kind, owner FROM notes;
ALTER STATISTICS notes_stats SET STATISTICS 50;
-- change: function with line ends as Windows has them
CREATE FUNCTION windows() RETURNS text LANGUAGE sql AS E'SELECT ''a'';\r\nSELECT ''b\r\n'';\r\n';
