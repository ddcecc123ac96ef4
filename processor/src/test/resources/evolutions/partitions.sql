CREATE TABLE readings (id bigint NOT NULL, day date NOT NULL, value numeric, note text, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE readings_2024 PARTITION OF readings FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE readings_2025 PARTITION OF readings FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE INDEX readings_kept ON readings (value);
CREATE INDEX readings_gone ON readings (note, value);
ALTER INDEX readings_2024_note_value_idx RENAME TO readings_2024_readings_gone;
ALTER INDEX readings_2025_note_value_idx RENAME TO readings_2025_readings_gone;
CREATE INDEX readings_own ON ONLY readings (note);
CREATE INDEX "Own 2024" ON readings_2024 (note);
CREATE INDEX own_2025 ON readings_2025 (note);
ALTER INDEX readings_own ATTACH PARTITION "Own 2024";
ALTER INDEX readings_own ATTACH PARTITION own_2025;
CREATE TABLE logs (at date NOT NULL, kind text NOT NULL, line text, PRIMARY KEY (at, kind)) PARTITION BY RANGE (at);
CREATE TABLE logs_2025 PARTITION OF logs FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE logs_2026 PARTITION OF logs FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY LIST (kind);
CREATE TABLE logs_2026_a PARTITION OF logs_2026 FOR VALUES IN ('a');
CREATE INDEX logs_2025_line ON logs_2025 (line);
CREATE INDEX logs_gone ON logs (line, kind);
CREATE TABLE trips (id bigint NOT NULL, country text NOT NULL, km integer, PRIMARY KEY (id, country)) PARTITION BY LIST (country);
CREATE TABLE trips_north PARTITION OF trips FOR VALUES IN ('NO', 'SE');
CREATE TABLE trips_south PARTITION OF trips FOR VALUES IN ('IT', 'ES');

-- change: index of a partitioned table, which existing partitions get
CREATE INDEX ON readings (day);
-- change: index on expressions of a partitioned table
CREATE INDEX readings_lower ON readings (lower(note), (value + 1));
-- change: two indexes on the same columns of a partitioned table
CREATE INDEX readings_big ON readings (id) WHERE value > 10;
CREATE INDEX readings_all ON readings (id);
-- change: unique key of a partitioned table
ALTER TABLE readings ADD CONSTRAINT readings_unique UNIQUE (day, id);
-- change: index of a partitioned table, put together by hand
CREATE INDEX readings_hand ON ONLY readings (value, note);
CREATE INDEX hand_2024 ON readings_2024 (value, note);
CREATE INDEX "Hand 2025" ON readings_2025 (value, note);
ALTER INDEX readings_hand ATTACH PARTITION hand_2024;
ALTER INDEX readings_hand ATTACH PARTITION "Hand 2025";
-- change: index of a partition renamed
ALTER INDEX readings_2024_value_idx RENAME TO renamed;
ALTER INDEX own_2025 RENAME TO other_2025;
-- change: key of a partition renamed
ALTER INDEX readings_2025_pkey RENAME TO pk_2025;
-- change: index of a partitioned table dropped
DROP INDEX readings_gone;
-- change: partition with a key of its own attached
CREATE TABLE readings_2026 (id bigint NOT NULL, day date NOT NULL, value numeric, note text, CONSTRAINT "key of 2026" PRIMARY KEY (id, day));
CREATE INDEX value_2026 ON readings_2026 (value);
ALTER TABLE readings ATTACH PARTITION readings_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
-- change: index of a table that records do not say
CREATE INDEX logs_kind ON logs (kind);
-- change: index of a table that records do not say, put together by hand
CREATE INDEX logs_hand ON ONLY logs (kind, line);
CREATE INDEX hand_of_2025 ON logs_2025 (kind, line);
CREATE INDEX hand_of_2026 ON ONLY logs_2026 (kind, line);
CREATE INDEX hand_of_a ON logs_2026_a (kind, line);
ALTER INDEX hand_of_2026 ATTACH PARTITION hand_of_a;
ALTER INDEX logs_hand ATTACH PARTITION hand_of_2025;
ALTER INDEX logs_hand ATTACH PARTITION hand_of_2026;
-- change: index of a partition that becomes a part of the table's
CREATE INDEX logs_line ON logs (line);
-- change: index of a table that records do not say dropped
DROP INDEX logs_gone;
-- change: unique key of a table that records do not say
ALTER TABLE logs ADD CONSTRAINT logs_once UNIQUE (at, kind, line);
-- change: partition of a partition
CREATE TABLE logs_2026_b PARTITION OF logs_2026 FOR VALUES IN ('b', 'c');
