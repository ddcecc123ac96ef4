CREATE TABLE trips (id bigint NOT NULL, country text NOT NULL, km integer, note text, PRIMARY KEY (id, country)) PARTITION BY LIST (country);
CREATE TABLE trips_north PARTITION OF trips FOR VALUES IN ('NO', 'SE');
CREATE TABLE trips_south PARTITION OF trips FOR VALUES IN ('IT', 'ES');
CREATE TABLE trips_east PARTITION OF trips FOR VALUES IN ('PL', 'CZ');
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TYPE person AS (name text, age integer);
CREATE TABLE people (name text, age integer);
CREATE TABLE cities (id bigint PRIMARY KEY, name text NOT NULL, height integer);
CREATE TABLE capitals (id bigint PRIMARY KEY, name text NOT NULL, height integer, state text);
CREATE TABLE visits (id bigint PRIMARY KEY, country text);
CREATE TABLE villages (mayor text) INHERITS (cities);
CREATE TABLE events (id bigint NOT NULL, day date NOT NULL, note text, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') WITH (fillfactor = 70);
CREATE INDEX events_2025_note ON events_2025 (note);
ALTER TABLE events_2025 ADD CONSTRAINT noted CHECK (note <> '');
CREATE TRIGGER touched BEFORE UPDATE ON events_2025 FOR EACH ROW EXECUTE FUNCTION touch();
COMMENT ON TABLE events_2025 IS 'Of last year.';
COMMENT ON INDEX events_2025_note IS 'For the list.';
GRANT SELECT ON events_2025 TO pull_reader;
INSERT INTO trips_north VALUES (1, 'NO', 1, 'a');
INSERT INTO capitals VALUES (1, 'Oslo', 1, 'NO');
INSERT INTO events_2025 VALUES (1, '2025-05-05', 'x');
INSERT INTO villages VALUES (1, 'Vik', 2, 'Kari');

-- change: partition gets an index, a unique key, a check, a reference
CREATE INDEX trips_north_km ON trips_north (km) WHERE km > 0;
CREATE UNIQUE INDEX "Once" ON trips_north (lower(note));
ALTER TABLE trips_north ADD CONSTRAINT once UNIQUE (km), ADD CONSTRAINT short CHECK (km < 100);
ALTER TABLE trips_south ADD CONSTRAINT of_city FOREIGN KEY (id) REFERENCES cities;
-- change: partition gets a trigger, a rule, a policy, statistics
CREATE TRIGGER touched BEFORE INSERT ON trips_north FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE trips_north DISABLE TRIGGER touched;
CREATE RULE kept AS ON DELETE TO trips_south DO INSTEAD NOTHING;
ALTER TABLE trips_south ENABLE ROW LEVEL SECURITY;
CREATE POLICY near ON trips_south USING (km < 10);
CREATE STATISTICS trips_stats ON id, km FROM trips_north;
-- change: partition gets options, a default, NOT NULL, another storage of its columns
ALTER TABLE trips_south SET (fillfactor = 60, autovacuum_enabled = false);
ALTER TABLE trips_south SET UNLOGGED;
ALTER TABLE trips_south ALTER COLUMN km SET DEFAULT 7, ALTER COLUMN note SET NOT NULL, ALTER COLUMN note SET STATISTICS 200, ALTER COLUMN km SET (n_distinct = 3), ALTER COLUMN note SET COMPRESSION pglz;
ALTER TABLE trips_south REPLICA IDENTITY FULL;
ALTER TABLE trips_north CLUSTER ON trips_north_pkey;
-- change: partition gets a comment, and privileges
COMMENT ON TABLE trips_north IS 'Cold.';
COMMENT ON COLUMN trips_north.km IS 'Long ones.';
GRANT SELECT, INSERT ON trips_north TO pull_writer;
GRANT UPDATE (km) ON trips_south TO pull_reader;
-- change: partition loses what it had of its own
DROP INDEX events_2025_note;
ALTER TABLE events_2025 DROP CONSTRAINT noted;
DROP TRIGGER touched ON events_2025;
COMMENT ON TABLE events_2025 IS NULL;
REVOKE SELECT ON events_2025 FROM pull_reader;
ALTER TABLE events_2025 RESET (fillfactor);
-- change: table becomes a heir
ALTER TABLE capitals INHERIT cities;
-- change: heir is set free
ALTER TABLE villages NO INHERIT cities;
-- change: table becomes one of a type
ALTER TABLE people OF person;
-- change: table refers to one partition alone
ALTER TABLE visits ADD CONSTRAINT of_trip FOREIGN KEY (id, country) REFERENCES trips_north ON DELETE CASCADE;
