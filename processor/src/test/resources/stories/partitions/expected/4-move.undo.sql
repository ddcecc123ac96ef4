-- U4__rename_event_to_log_entry_and_drop_visit_rest
--
-- The way back from V4__rename_event_to_log_entry_and_drop_visit_rest.
-- Renames table log.entry to event.
-- Renames constraint entry_pkey to event_pkey.
-- Renames constraint entry_account_fkey to event_account_fkey.
-- Renames index entry_tag_idx to event_tag_idx.
-- Drops schema log.
-- Adds partition visit_rest to visit.
--
-- Data lost: none.
-- Not brought back: the rows of visit in visit_rest.
--
-- Written by Varve, and not to be edited: V4__rename_event_to_log_entry_and_drop_visit_rest.json has its checksum.

-- Event: renamed from log.entry.
-- Lock: ACCESS EXCLUSIVE on log.entry, for a moment.
DO $varve$
BEGIN
  IF to_regclass('log.entry') IS NOT NULL THEN
    IF to_regclass('event') IS NOT NULL THEN
      RAISE EXCEPTION 'Table log.entry is to be renamed to event, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    EXECUTE format('ALTER TABLE log.entry SET SCHEMA %I', current_schema());
    ALTER TABLE entry
      RENAME TO event;
    EXECUTE format('ALTER TABLE log.event_2027 SET SCHEMA %I', current_schema());
    EXECUTE format('ALTER TABLE log.event_now SET SCHEMA %I', current_schema());
    EXECUTE format('ALTER TABLE log.event_rest SET SCHEMA %I', current_schema());
  ELSIF NOT ARRAY['id', 'date', 'kind', 'account', 'tag']::name[] <@ ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = 'event'::regclass) THEN
    RAISE EXCEPTION 'Table log.entry is not there, and event is not what it would be renamed to. Rename the table back; then run the migration again.';
  END IF;
END
$varve$;

-- event: constraint entry_pkey is event_pkey now.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('event') AND conname = 'event_pkey'
  ) THEN
    ALTER TABLE event
      RENAME CONSTRAINT entry_pkey TO event_pkey;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('event') AND conname = 'entry_pkey'
  ) THEN
    RAISE EXCEPTION 'Constraint entry_pkey of event is to be renamed to event_pkey, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- event: constraint entry_account_fkey is event_account_fkey now.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('event') AND conname = 'event_account_fkey'
  ) THEN
    ALTER TABLE event
      RENAME CONSTRAINT entry_account_fkey TO event_account_fkey;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('event') AND conname = 'entry_account_fkey'
  ) THEN
    RAISE EXCEPTION 'Constraint entry_account_fkey of event is to be renamed to event_account_fkey, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- event: index entry_tag_idx is event_tag_idx now.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('event_tag_idx') IS NULL THEN
    ALTER INDEX entry_tag_idx RENAME TO event_tag_idx;
  ELSIF to_regclass('entry_tag_idx') IS NOT NULL THEN
    RAISE EXCEPTION 'Index entry_tag_idx is to be renamed to event_tag_idx, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- Schema log: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'log')
      AND NOT EXISTS (
        SELECT FROM pg_depend
        WHERE refclassid = 'pg_namespace'::regclass AND refobjid = to_regnamespace('log')
      ) THEN
    DROP SCHEMA log;
  END IF;
END
$varve$;

-- Visit, partition visit_rest: new.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
CREATE TABLE IF NOT EXISTS visit_rest PARTITION OF visit
  DEFAULT;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_divided_1 (LIKE visit) PARTITION BY LIST (country);
  CREATE TEMP TABLE varve_divided_1_1 PARTITION OF pg_temp.varve_divided_1
    DEFAULT;
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('partition key of %s', actual)
    FROM (VALUES
      ('visit'::regclass, 'pg_temp.varve_divided_1'::regclass)
    ) AS divided (actual, expected)
    WHERE pg_get_partkeydef(actual) IS DISTINCT FROM pg_get_partkeydef(expected)
    UNION ALL
    SELECT format('partition %s', actual)
    FROM (VALUES
      ('visit_rest'::regclass, 'visit'::regclass, 'pg_temp.varve_divided_1_1'::regclass)
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
