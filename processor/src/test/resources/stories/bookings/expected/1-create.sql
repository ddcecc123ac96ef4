-- V1__create_booking_and_create_room
--
-- Creates table booking.
-- Creates table room.
-- Adds constraint booking_follows_fkey to booking.
-- Adds constraint booking_site_room_fkey to booking.
-- Adds constraint booking_guest to booking.
--
-- Data lost: none.
-- Lost by the undo: all rows of booking; all rows of room.
--
-- Written by Varve, and not to be edited: V1__create_booking_and_create_room.json has its checksum.

-- Booking: new table.
CREATE TABLE IF NOT EXISTS booking (
  id bigint NOT NULL,
  room integer,
  site text NOT NULL,
  guest_room integer,
  guest_site text,
  begins timestamptz NOT NULL,
  ends timestamptz NOT NULL,
  follows bigint,
  code text,
  CONSTRAINT booking_pkey PRIMARY KEY (id),
  CONSTRAINT booking_begins_check CHECK (begins > '2020-01-01 00:00Z'),
  CONSTRAINT booking_check CHECK (ends > begins),
  CONSTRAINT booking_overlap EXCLUDE USING gist ((tstzrange(begins, ends)) WITH &&) WHERE (room IS NULL)
);

-- Booking.code: unique index.
CREATE UNIQUE INDEX IF NOT EXISTS booking_code_idx
  ON booking (code) NULLS NOT DISTINCT;

-- Booking.begins: index.
CREATE INDEX IF NOT EXISTS booking_begins_idx
  ON booking (begins DESC NULLS LAST);

-- Booking.ends: index.
CREATE INDEX IF NOT EXISTS booking_ends_idx
  ON booking USING brin (ends) WITH (autosummarize = on, pages_per_range = 32);

-- Room: new table.
CREATE TABLE IF NOT EXISTS room (
  number integer NOT NULL,
  site text NOT NULL,
  "position" integer NOT NULL,
  title text NOT NULL,
  floor integer,
  tags text[] NOT NULL,
  CONSTRAINT room_key PRIMARY KEY (site, number) INCLUDE (title),
  CONSTRAINT room_position_key UNIQUE ("position") DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT room_check CHECK (floor BETWEEN -2 AND 40) NO INHERIT,
  CONSTRAINT room_title_floor_key UNIQUE NULLS NOT DISTINCT (title, floor)
);

-- Room.tags: index.
CREATE INDEX IF NOT EXISTS room_tags_idx
  ON room USING gin (tags) WITH (fastupdate = off);

-- Room.title: index.
CREATE INDEX IF NOT EXISTS room_title_idx
  ON room (title COLLATE "C" text_pattern_ops) INCLUDE (floor) WITH (fillfactor = 70);

-- room (to_tsvector('simple', title)): index.
CREATE INDEX IF NOT EXISTS room_to_tsvector_idx
  ON room USING gist ((to_tsvector('simple', title)) tsvector_ops (siglen = 100));

-- Room.floor, room (lower(title)): index.
CREATE INDEX IF NOT EXISTS room_floor_lower_idx
  ON room (floor DESC, (lower(title)));

-- Room.floor, Room.title: unique index.
CREATE UNIQUE INDEX IF NOT EXISTS room_floor
  ON room (floor, title);

-- Booking.follows: reference to booking.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('booking') AND conname = 'booking_follows_fkey'
  ) THEN
    ALTER TABLE booking
      ADD CONSTRAINT booking_follows_fkey FOREIGN KEY (follows)
        REFERENCES booking (id) DEFERRABLE;
  END IF;
END
$varve$;

-- Booking.site, Booking.room: reference to room.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('booking') AND conname = 'booking_site_room_fkey'
  ) THEN
    ALTER TABLE booking
      ADD CONSTRAINT booking_site_room_fkey FOREIGN KEY (site, room)
        REFERENCES room (site, number) ON DELETE SET NULL (room) ON UPDATE CASCADE;
  END IF;
END
$varve$;

-- Booking.guestSite, Booking.guestRoom: reference to room.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('booking') AND conname = 'booking_guest'
  ) THEN
    ALTER TABLE booking
      ADD CONSTRAINT booking_guest FOREIGN KEY (guest_site, guest_room)
        REFERENCES room (site, number) MATCH FULL;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    id bigint NOT NULL, room integer, site text NOT NULL, guest_room integer, guest_site text,
    begins timestamptz NOT NULL, ends timestamptz NOT NULL, follows bigint, code text,
    CONSTRAINT booking_pkey PRIMARY KEY (id),
    CONSTRAINT booking_begins_check CHECK (begins > '2020-01-01 00:00Z'),
    CONSTRAINT booking_check CHECK (ends > begins),
    CONSTRAINT booking_overlap EXCLUDE USING gist ((tstzrange(begins, ends)) WITH &&) WHERE (room IS NULL)
  );
  CREATE UNIQUE INDEX booking_code_idx ON pg_temp.varve_expected_1 (code) NULLS NOT DISTINCT;
  CREATE INDEX booking_begins_idx ON pg_temp.varve_expected_1 (begins DESC NULLS LAST);
  CREATE INDEX booking_ends_idx ON pg_temp.varve_expected_1 USING brin (ends) WITH (autosummarize = on, pages_per_range = 32);
  CREATE TEMP TABLE varve_expected_2 (
    number integer NOT NULL, site text NOT NULL, "position" integer NOT NULL,
    title text NOT NULL, floor integer, tags text[] NOT NULL,
    CONSTRAINT room_key PRIMARY KEY (site, number) INCLUDE (title),
    CONSTRAINT room_position_key UNIQUE ("position") DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT room_check CHECK (floor BETWEEN -2 AND 40) NO INHERIT,
    CONSTRAINT room_title_floor_key UNIQUE NULLS NOT DISTINCT (title, floor)
  );
  CREATE INDEX room_tags_idx ON pg_temp.varve_expected_2 USING gin (tags) WITH (fastupdate = off);
  CREATE INDEX room_title_idx ON pg_temp.varve_expected_2 (title COLLATE "C" text_pattern_ops) INCLUDE (floor) WITH (fillfactor = 70);
  CREATE INDEX room_to_tsvector_idx ON pg_temp.varve_expected_2 USING gist ((to_tsvector('simple', title)) tsvector_ops (siglen = 100));
  CREATE INDEX room_floor_lower_idx ON pg_temp.varve_expected_2 (floor DESC, (lower(title)));
  CREATE UNIQUE INDEX room_floor ON pg_temp.varve_expected_2 (floor, title);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('booking'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true),
      ('room'::regclass, 'pg_temp.varve_expected_2'::regclass, true, true)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('column %s.%I', actual, attname)
    FROM pair
    JOIN pg_attribute ON attrelid IN (actual, expected) AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    LEFT JOIN (pg_depend JOIN pg_sequence ON seqrelid = objid) ON refobjid = attrelid
      AND refobjsubid = attnum AND classid = 'pg_class'::regclass AND refclassid = classid
    WHERE settled IS NOT NULL
      AND (whole OR attname IN (SELECT attname FROM pg_attribute WHERE attrelid = expected))
    GROUP BY actual, expected, attname, atttypid, atttypmod, attcollation, attgenerated,
      attstorage, attcompression,
      CASE WHEN attgenerated <> '' THEN pg_get_expr(adbin, adrelid) END,
      CASE WHEN settled THEN (
        attnotnull, attidentity, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle,
        CASE WHEN seqrelid IS NULL THEN pg_get_expr(adbin, adrelid) END
      ) END
    HAVING count(*) <> 2
    UNION ALL
    SELECT format('relation %s', actual)
    FROM pair
    JOIN pg_class AS a ON a.oid = actual
    JOIN pg_class AS e ON e.oid = expected
    WHERE whole AND (a.relkind, a.relpersistence, a.reltablespace, a.reloptions) IS DISTINCT FROM
      ('r', 'p', e.reltablespace, e.reloptions)
    UNION ALL
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c', 'x')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, expected, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
    HAVING count(*) <> 2
    UNION ALL
    SELECT format('index %I of %s', relname, actual)
    FROM pair
    JOIN pg_index ON indrelid IN (actual, expected)
    JOIN pg_class ON oid = indexrelid
    WHERE whole OR relname IN (
      SELECT relname FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid = expected
    )
    GROUP BY actual, expected, relname, indisunique, indisvalid,
      substring(pg_get_indexdef(indexrelid) FROM ' USING .*')
    HAVING count(*) <> 2
    UNION ALL
    SELECT format('constraint %I of %s', name, owner)
    FROM (VALUES
      ('booking'::regclass, 'booking_follows_fkey', ARRAY['follows']::name[], 'booking'::regclass, ARRAY['id']::name[], 'a', 'a', 'DEFERRABLE'),
      ('booking'::regclass, 'booking_site_room_fkey', ARRAY['site', 'room']::name[], 'room'::regclass, ARRAY['site', 'number']::name[], 'n', 'c', 'room'),
      ('booking'::regclass, 'booking_guest', ARRAY['guest_site', 'guest_room']::name[], 'room'::regclass, ARRAY['site', 'number']::name[], 'a', 'a', 'MATCH FULL')
    ) AS key (owner, name, columns, target, target_columns, on_delete, on_update, traits)
    WHERE NOT EXISTS (
      SELECT FROM pg_constraint
      WHERE conrelid = owner AND conname = name AND contype = 'f' AND confrelid = target
        AND confdeltype = on_delete AND confupdtype = on_update
        AND traits = concat_ws(
          ' ',
          CASE WHEN confmatchtype = 'f' THEN 'MATCH FULL' END,
          CASE WHEN condeferrable THEN 'DEFERRABLE' END,
          CASE WHEN condeferred THEN 'INITIALLY DEFERRED' END,
          CASE WHEN to_jsonb(pg_constraint) ->> 'conenforced' = 'false' THEN 'NOT ENFORCED' END,
          CASE WHEN to_jsonb(pg_constraint) ->> 'conperiod' = 'true' THEN 'PERIOD' END,
          (
            SELECT string_agg(attname, ', ' ORDER BY array_position(confdelsetcols, attnum))
            FROM pg_attribute
            WHERE attrelid = conrelid AND attnum = ANY (confdelsetcols)
          ))
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
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2;
END
$varve$;
