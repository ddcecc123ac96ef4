CREATE EXTENSION citext;
CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL, age integer, changed_at timestamptz);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed_at := now(); RETURN NEW; END $$;
CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
CREATE FUNCTION unneeded() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE tidy() LANGUAGE sql AS 'DELETE FROM users WHERE age < 0';
CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
CREATE VIEW adults AS SELECT id, name FROM users WHERE age >= 18;
CREATE VIEW adult_names AS SELECT name FROM adults;
CREATE VIEW old_view AS SELECT id FROM users;
CREATE MATERIALIZED VIEW ages AS SELECT age, count(*) AS n FROM users GROUP BY age;
CREATE UNIQUE INDEX ages_age ON ages (age);
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON users FOR SELECT USING (name = CURRENT_USER);
CREATE POLICY idle ON users FOR DELETE USING (false);
GRANT SELECT ON users TO pull_reader;
GRANT INSERT ON users TO pull_writer;
COMMENT ON FUNCTION twice(integer) IS 'Two times.';

-- change: view changed
DROP VIEW adult_names;
DROP VIEW adults;
CREATE VIEW adults WITH (security_barrier = true) AS SELECT id, upper(name) AS name, age FROM users WHERE age >= 21;
CREATE VIEW adult_names AS SELECT name, age FROM adults;
-- change: view added
CREATE VIEW children AS SELECT id, name FROM users WHERE age < 18;
-- change: view dropped
DROP VIEW old_view;
-- change: materialized view changed
DROP MATERIALIZED VIEW ages;
CREATE MATERIALIZED VIEW ages AS SELECT age, count(*) AS n, max(name) AS last FROM users GROUP BY age;
CREATE UNIQUE INDEX ages_age ON ages (age);
CREATE INDEX ages_n ON ages (n);
-- change: body of a function
CREATE OR REPLACE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n + n';
-- change: function of other arguments
CREATE FUNCTION twice(n bigint, times integer DEFAULT 2) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT n * times';
-- change: function dropped
DROP FUNCTION unneeded();
-- change: body of a procedure
CREATE OR REPLACE PROCEDURE tidy() LANGUAGE sql AS 'DELETE FROM users WHERE age < 1';
-- change: trigger changed
DROP TRIGGER touched ON users;
CREATE TRIGGER touched BEFORE INSERT OR UPDATE OF name ON users FOR EACH ROW WHEN (NEW.age > 1) EXECUTE FUNCTION touch();
-- change: trigger added, with its function
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
CREATE TRIGGER refused BEFORE TRUNCATE ON users FOR EACH STATEMENT EXECUTE FUNCTION refuse();
-- change: policy changed
DROP POLICY own ON users;
CREATE POLICY own ON users FOR SELECT TO pull_reader USING (name = CURRENT_USER OR age > 60);
-- change: policy added
CREATE POLICY writers ON users AS RESTRICTIVE FOR INSERT TO pull_writer WITH CHECK (name <> '');
-- change: policy dropped
DROP POLICY idle ON users;
-- change: row security forced
ALTER TABLE users FORCE ROW LEVEL SECURITY;
-- change: privileges granted
GRANT UPDATE (name), DELETE ON users TO pull_reader;
GRANT EXECUTE ON FUNCTION twice(integer) TO pull_reader;
-- change: privileges revoked
REVOKE INSERT ON users FROM pull_writer;
REVOKE EXECUTE ON FUNCTION twice(integer) FROM PUBLIC;
-- change: comments of objects
COMMENT ON FUNCTION twice(integer) IS 'Twice.';
COMMENT ON TRIGGER touched ON users IS 'Always.';
COMMENT ON VIEW adult_names IS 'Grown ones.';
-- change: extension added
CREATE EXTENSION pg_trgm;
CREATE INDEX users_trgm ON users USING gin (name gin_trgm_ops);
-- change: extension dropped
DROP EXTENSION citext;
-- change: schema added
CREATE SCHEMA desk;
CREATE TABLE desk.tickets (id bigint PRIMARY KEY, owner bigint REFERENCES users);
COMMENT ON SCHEMA desk IS 'Where people ask.';
