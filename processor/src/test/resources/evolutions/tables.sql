CREATE SCHEMA archive;
CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE forgotten (id integer PRIMARY KEY, owner bigint REFERENCES users, note text);
CREATE TABLE old_things (id integer PRIMARY KEY, name text);
CREATE TABLE hot (id bigint PRIMARY KEY, body text) WITH (fillfactor = 90);
CREATE TABLE cache (id bigint PRIMARY KEY, body text);
CREATE TABLE archive.letters (id bigint PRIMARY KEY, text text);
CREATE TABLE readings (id bigint NOT NULL, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE readings_2025 PARTITION OF readings FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE readings_2024 PARTITION OF readings FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- change: table added
CREATE TABLE posts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  author bigint NOT NULL REFERENCES users ON DELETE CASCADE,
  title text NOT NULL CHECK (title <> '')
);
CREATE INDEX posts_author_idx ON posts (author);
-- change: table dropped
DROP TABLE forgotten;
-- change: table renamed, which looks like one dropped and one added
ALTER TABLE old_things RENAME TO things;
-- change: storage parameters
ALTER TABLE hot SET (fillfactor = 70, autovacuum_enabled = false);
-- change: table unlogged
ALTER TABLE cache SET UNLOGGED;
-- change: column of a table in another schema
ALTER TABLE archive.letters ADD COLUMN sent date, ALTER COLUMN text SET NOT NULL;
-- change: partition added
CREATE TABLE readings_2026 PARTITION OF readings FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
-- change: default partition added
CREATE TABLE readings_rest PARTITION OF readings DEFAULT;
-- change: partition dropped
DROP TABLE readings_2024;
-- change: column and index of a partitioned table
ALTER TABLE readings ADD COLUMN value numeric;
CREATE INDEX readings_value ON readings (value);
-- change: partitioned table added
CREATE TABLE trips (id bigint NOT NULL, country text NOT NULL, PRIMARY KEY (id, country)) PARTITION BY LIST (country);
CREATE TABLE trips_north PARTITION OF trips FOR VALUES IN ('NO', 'SE');
