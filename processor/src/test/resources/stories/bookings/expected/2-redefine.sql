-- V2__change_type_of_position_in_room
--
-- Drops constraint booking_follows_fkey of booking.
-- Drops constraint booking_site_room_fkey of booking.
-- Drops constraint booking_guest of booking.
-- Drops index room_title_idx of room.
-- Drops constraint room_key of room.
-- Drops constraint room_check of room.
-- Changes column room.position from integer to bigint.
-- Adds constraint room_key to room.
-- Adds constraint room_check to room.
-- Adds index room_title_idx to room.
-- Adds constraint booking_follows_fkey to booking.
-- Adds constraint booking_site_room_fkey to booking.
-- Adds constraint booking_guest to booking.
--
-- Data lost: none.
-- Lost by the undo: what integer cannot hold of room.position.
--
-- Written by Varve, and not to be edited: V2__change_type_of_position_in_room.json has its checksum.

-- varve:step transaction

-- room (room_check): no row may break the check.
-- Lock: ACCESS SHARE on room, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM room WHERE NOT (floor BETWEEN -3 AND 50)';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Check room_check of room is to hold, but % rows break it. Find them with: %; change them, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- varve:step transaction

-- Views that are not of the model stop this: they would have to go for a while.
-- Lock: none on a table.
DO $varve$
DECLARE
  dependents text;
BEGIN
  SELECT string_agg(DISTINCT v.oid::regclass::text, ', ') INTO dependents
  FROM pg_depend AS d
  JOIN pg_rewrite AS r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
  JOIN pg_class AS v ON v.oid = r.ev_class AND v.oid <> d.refobjid
  LEFT JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  WHERE d.refclassid = 'pg_class'::regclass
    AND coalesce(v.oid <> ALL (array_remove(ARRAY[]::oid[], NULL)), true)
    AND (
      (a.attrelid = to_regclass('room') AND a.attname = ANY (ARRAY['position']::name[]))
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- Room.position: from integer to bigint.
-- Lock: ACCESS EXCLUSIVE on room, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'room'::regclass AND attname = 'position'
  ) = 'integer' THEN
    ALTER TABLE room
      ALTER COLUMN "position" TYPE bigint;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'room'::regclass AND attname = 'position'
  ) IS DISTINCT FROM 'bigint' THEN
    RAISE EXCEPTION 'Column room.position is neither integer nor bigint. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- room (varve_new_room_check): check, for rows to come.
-- Lock: ACCESS EXCLUSIVE on room, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('room') AND conname = 'varve_new_room_check'
  ) THEN
    ALTER TABLE room
      ADD CONSTRAINT varve_new_room_check CHECK (floor BETWEEN -3 AND 50) NOT VALID;
  END IF;
END
$varve$;

-- Booking.follows: reference to booking, checked at another moment.
-- Lock: ACCESS EXCLUSIVE on booking, for a moment.
ALTER TABLE booking
  ALTER CONSTRAINT booking_follows_fkey DEFERRABLE INITIALLY DEFERRED;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE room, CONSTRAINT varve_new_room_check CHECK (floor BETWEEN -3 AND 50)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('room'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c', 'x')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, expected, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
    HAVING count(*) <> 2
    UNION ALL
    SELECT format('constraint %I of %s', name, owner)
    FROM (VALUES
      ('booking'::regclass, 'booking_follows_fkey', ARRAY['follows']::name[], 'booking'::regclass, ARRAY['id']::name[], 'a', 'a', 'DEFERRABLE INITIALLY DEFERRED')
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
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;

-- varve:step transaction

-- room (varve_new_room_check): check, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on room, while it is scanned.
ALTER TABLE room
  VALIDATE CONSTRAINT varve_new_room_check;

-- varve:step outside transaction

-- Room.site, Room.number: the index of its primary key.
-- Lock: SHARE UPDATE EXCLUSIVE on room, while it is scanned.
-- varve:drop-invalid-index varve_new_room_key
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS varve_new_room_key
  ON room (site, number) INCLUDE (title, floor);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE room
  );
  CREATE UNIQUE INDEX varve_new_room_key ON pg_temp.varve_expected_1 (site, number) INCLUDE (title, floor);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('room'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
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
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;

-- varve:step outside transaction

-- Room.title: index.
-- Lock: SHARE UPDATE EXCLUSIVE on room, while it is scanned.
-- varve:drop-invalid-index varve_new_room_title_idx
CREATE INDEX CONCURRENTLY IF NOT EXISTS varve_new_room_title_idx
  ON room (title COLLATE "C" text_pattern_ops) INCLUDE (tags) WITH (fillfactor = 80);

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE room
  );
  CREATE INDEX varve_new_room_title_idx ON pg_temp.varve_expected_1 (title COLLATE "C" text_pattern_ops) INCLUDE (tags) WITH (fillfactor = 80);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('room'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
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
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;

-- varve:step transaction

-- Booking.site, Booking.room: no reference to room any more.
-- Lock: ACCESS EXCLUSIVE on booking, room, for a moment.
ALTER TABLE IF EXISTS booking
  DROP CONSTRAINT IF EXISTS booking_site_room_fkey;

-- Booking.guestSite, Booking.guestRoom: no reference to room any more.
-- Lock: ACCESS EXCLUSIVE on booking, room, for a moment.
ALTER TABLE IF EXISTS booking
  DROP CONSTRAINT IF EXISTS booking_guest;

-- Room.site, Room.number: the new primary key in the place of the old one.
-- Lock: ACCESS EXCLUSIVE on room, for a moment.
DO $varve$
BEGIN
  IF to_regclass('varve_new_room_key') IS NOT NULL THEN
    ALTER TABLE room
      DROP CONSTRAINT IF EXISTS room_key,
      ADD CONSTRAINT room_key PRIMARY KEY USING INDEX varve_new_room_key;
  END IF;
END
$varve$;

-- Booking.site, Booking.room: reference to room, for rows to come.
-- Lock: SHARE ROW EXCLUSIVE on booking, room, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('booking') AND conname = 'booking_site_room_fkey'
  ) THEN
    ALTER TABLE booking
      ADD CONSTRAINT booking_site_room_fkey FOREIGN KEY (site, room)
        REFERENCES room (site, number) ON DELETE SET NULL (room) ON UPDATE CASCADE NOT VALID;
  END IF;
END
$varve$;

-- Booking.guestSite, Booking.guestRoom: reference to room, for rows to come.
-- Lock: SHARE ROW EXCLUSIVE on booking, room, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('booking') AND conname = 'booking_guest'
  ) THEN
    ALTER TABLE booking
      ADD CONSTRAINT booking_guest FOREIGN KEY (guest_site, guest_room)
        REFERENCES room (site, number) MATCH FULL ON UPDATE CASCADE NOT VALID;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE room, CONSTRAINT room_key PRIMARY KEY (site, number) INCLUDE (title, floor)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('room'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c', 'x')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, expected, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
    HAVING count(*) <> 2
    UNION ALL
    SELECT format('constraint %I of %s', name, owner)
    FROM (VALUES
      ('booking'::regclass, 'booking_site_room_fkey', ARRAY['site', 'room']::name[], 'room'::regclass, ARRAY['site', 'number']::name[], 'n', 'c', 'room'),
      ('booking'::regclass, 'booking_guest', ARRAY['guest_site', 'guest_room']::name[], 'room'::regclass, ARRAY['site', 'number']::name[], 'a', 'c', 'MATCH FULL')
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
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;

-- varve:step transaction

-- Booking.site, Booking.room: reference to room, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on booking, while it is scanned; ROW SHARE on room, while keys of it are looked up.
ALTER TABLE booking
  VALIDATE CONSTRAINT booking_site_room_fkey;

-- Booking.guestSite, Booking.guestRoom: reference to room, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on booking, while it is scanned; ROW SHARE on room, while keys of it are looked up.
ALTER TABLE booking
  VALIDATE CONSTRAINT booking_guest;

-- varve:step transaction

-- room (room_check): the new check in the place of the old one.
-- Lock: ACCESS EXCLUSIVE on room, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('room') AND conname = 'varve_new_room_check'
  ) THEN
    ALTER TABLE room
      DROP CONSTRAINT IF EXISTS room_check;
    ALTER TABLE room
      RENAME CONSTRAINT varve_new_room_check TO room_check;
  END IF;
END
$varve$;

-- Room.title: the new index in the place of the old one.
-- Lock: ACCESS EXCLUSIVE on room, for a moment.
DO $varve$
BEGIN
  IF to_regclass('varve_new_room_title_idx') IS NOT NULL THEN
    DROP INDEX IF EXISTS room_title_idx;
    ALTER INDEX varve_new_room_title_idx RENAME TO room_title_idx;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE room, CONSTRAINT room_check CHECK (floor BETWEEN -3 AND 50)
  );
  CREATE INDEX room_title_idx ON pg_temp.varve_expected_1 (title COLLATE "C" text_pattern_ops) INCLUDE (tags) WITH (fillfactor = 80);
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('room'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
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
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1;
END
$varve$;
