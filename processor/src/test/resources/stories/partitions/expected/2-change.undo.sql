-- U2__rename_event_2026_to_event_now_and_7_more
--
-- The way back from V2__rename_event_2026_to_event_now_and_7_more.
-- Renames partition event_now of event to event_2026.
-- Drops partition event_2027 of event with its rows.
-- Drops partition visit_rest of visit with its rows.
-- Drops constraint event_account_fkey of event.
-- Drops constraint remark_event_day_fkey of remark.
-- Drops table remark with its rows.
-- Drops index event_tag_idx of event.
-- Drops constraint event_check of event.
-- Drops constraint event_kind_day_key of event.
-- Drops column event.tag with its values.
-- Gives other bounds to visit_north of visit.
-- Brings back partition visit_south of visit with its rows.
--
-- Data lost: the rows of event in event_2027; the rows of visit in visit_rest; all rows of remark; the values of event.tag.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V2__rename_event_2026_to_event_now_and_7_more.json has its checksum.

-- event: partition event_now is event_2026 now.
-- Lock: ACCESS EXCLUSIVE on event_now, for a moment.
DO $varve$
BEGIN
  IF to_regclass('event_now') IS NOT NULL THEN
    IF to_regclass('event_2026') IS NOT NULL THEN
      RAISE EXCEPTION 'Partition event_now is to be renamed to event_2026, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE event_now
      RENAME TO event_2026;
  ELSIF NOT EXISTS (
    SELECT FROM pg_inherits
    WHERE inhrelid = to_regclass('event_2026') AND inhparent = 'event'::regclass
  ) THEN
    RAISE EXCEPTION 'Partition event_now is not there, and event_2026 is no partition of event. Rename the partition back; then run the migration again.';
  END IF;
END
$varve$;

-- Event, partition event_2027: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on remark, while keys of it are looked up; ACCESS EXCLUSIVE on account, event, for a moment.
DO $varve$
BEGIN
  IF to_regclass('event_2027') IS NOT NULL THEN
    ALTER TABLE event
      DETACH PARTITION event_2027;
    DROP TABLE event_2027;
  END IF;
END
$varve$;

-- Visit, partition visit_rest: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DO $varve$
BEGIN
  IF to_regclass('visit_rest') IS NOT NULL THEN
    ALTER TABLE visit
      DETACH PARTITION visit_rest;
    DROP TABLE visit_rest;
  END IF;
END
$varve$;

-- Event.account: no reference to account any more.
-- Lock: ACCESS EXCLUSIVE on account, event, for a moment.
ALTER TABLE IF EXISTS event
  DROP CONSTRAINT IF EXISTS event_account_fkey;

-- Remark.event, Remark.day: no reference to event any more.
-- Lock: ACCESS EXCLUSIVE on event, remark, for a moment.
ALTER TABLE IF EXISTS remark
  DROP CONSTRAINT IF EXISTS remark_event_day_fkey;

-- Remark: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on remark, for a moment.
DROP TABLE IF EXISTS remark;

-- Event.tag: no index any more.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
DROP INDEX IF EXISTS event_tag_idx;

-- event (event_check): no check any more.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
ALTER TABLE IF EXISTS event
  DROP CONSTRAINT IF EXISTS event_check;

-- Event.kind, Event.day: no unique key any more.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
ALTER TABLE IF EXISTS event
  DROP CONSTRAINT IF EXISTS event_kind_day_key;

-- Event.tag: dropped, with its values.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
ALTER TABLE IF EXISTS event
  DROP COLUMN IF EXISTS tag;

-- Visit: other bounds for visit_north, whose rows are checked.
-- Lock: ACCESS EXCLUSIVE on visit, while it is scanned.
DO $varve$
DECLARE
  rule text;
    stray bigint;
BEGIN
  CREATE TEMP TABLE varve_parts (LIKE visit) PARTITION BY LIST (country);
  CREATE TEMP TABLE varve_part_1 PARTITION OF pg_temp.varve_parts
    FOR VALUES IN ('NO', 'SE');
  IF (SELECT pg_get_expr(relpartbound, oid) FROM pg_class WHERE oid = to_regclass('visit_north'))
    IS DISTINCT FROM (SELECT pg_get_expr(relpartbound, oid) FROM pg_class WHERE oid = 'pg_temp.varve_part_1'::regclass) THEN
    rule := pg_get_partition_constraintdef('pg_temp.varve_part_1'::regclass);
    EXECUTE format('SELECT count(*) FROM visit_north WHERE NOT (%s)', rule) INTO stray;
    IF stray > 0 THEN
      RAISE EXCEPTION 'Partition visit_north is to take other rows, but it has % that it would not take: these rows stand in the way. Find them with: SELECT * FROM visit_north WHERE NOT (%); move them, then run the migration again.', stray, rule
        USING ERRCODE = 'check_violation';
    END IF;
    DROP TABLE pg_temp.varve_parts;
    IF EXISTS (
      SELECT FROM pg_inherits
      WHERE inhrelid = to_regclass('visit_north') AND inhparent = 'visit'::regclass
    ) THEN
      ALTER TABLE visit
        DETACH PARTITION visit_north;
    END IF;
    ALTER TABLE visit
      ATTACH PARTITION visit_north
      FOR VALUES IN ('NO', 'SE');
  ELSE
    DROP TABLE pg_temp.varve_parts;
  END IF;
END
$varve$;

-- Visit, partition visit_south: back again, with its rows.
-- Lock: ACCESS EXCLUSIVE on varve_parked_9abe7d1a_visit_south, while it is scanned; SHARE UPDATE EXCLUSIVE on visit, for a moment.
DO $varve$
BEGIN
  IF to_regclass('varve_parked_9abe7d1a_visit_south') IS NOT NULL THEN
    ALTER TABLE varve_parked_9abe7d1a_visit_south
      RENAME TO visit_south;
    ALTER TABLE visit
      ATTACH PARTITION visit_south
      FOR VALUES IN ('IT');
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_divided_1 (LIKE visit) PARTITION BY LIST (country);
  CREATE TEMP TABLE varve_divided_1_1 PARTITION OF pg_temp.varve_divided_1
    FOR VALUES IN ('NO', 'SE');
  CREATE TEMP TABLE varve_divided_1_2 PARTITION OF pg_temp.varve_divided_1
    FOR VALUES IN ('IT');
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('partition key of %s', actual)
    FROM (VALUES
      ('visit'::regclass, 'pg_temp.varve_divided_1'::regclass)
    ) AS divided (actual, expected)
    WHERE pg_get_partkeydef(actual) IS DISTINCT FROM pg_get_partkeydef(expected)
    UNION ALL
    SELECT format('partition %s', actual)
    FROM (VALUES
      ('visit_north'::regclass, 'visit'::regclass, 'pg_temp.varve_divided_1_1'::regclass),
      ('visit_south'::regclass, 'visit'::regclass, 'pg_temp.varve_divided_1_2'::regclass)
    ) AS part (actual, parent, expected)
    JOIN pg_class AS a ON a.oid = actual
    JOIN pg_class AS e ON e.oid = expected
    WHERE pg_get_expr(a.relpartbound, a.oid) IS DISTINCT FROM pg_get_expr(e.relpartbound, e.oid)
      OR NOT EXISTS (SELECT FROM pg_inherits WHERE inhrelid = actual AND inhparent = parent)
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_divided_1;
END
$varve$;
