-- V4__rename_event_to_log_entry_and_drop_visit_rest
--
-- Creates schema log.
-- Renames table event to log.entry.
-- Drops partition visit_rest of visit with its rows.
-- Renames constraint event_pkey to entry_pkey.
-- Renames constraint event_account_fkey to entry_account_fkey.
-- Renames index event_tag_idx to entry_tag_idx.
--
-- Data lost: the rows of visit in visit_rest.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V4__rename_event_to_log_entry_and_drop_visit_rest.json has its checksum.

-- Schema log: new schema.
CREATE SCHEMA IF NOT EXISTS log;

-- Event: renamed from event.
-- Lock: ACCESS EXCLUSIVE on event, for a moment.
DO $varve$
BEGIN
  IF to_regclass('event') IS NOT NULL THEN
    IF to_regclass('log.entry') IS NOT NULL THEN
      RAISE EXCEPTION 'Table event is to be renamed to log.entry, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TABLE event
      SET SCHEMA log;
    ALTER TABLE log.event
      RENAME TO entry;
    ALTER TABLE event_2027
      SET SCHEMA log;
    ALTER TABLE event_now
      SET SCHEMA log;
    ALTER TABLE event_rest
      SET SCHEMA log;
  ELSIF NOT ARRAY['id', 'date', 'kind', 'account', 'tag']::name[] <@ ARRAY(SELECT attname FROM pg_attribute WHERE attrelid = 'log.entry'::regclass) THEN
    RAISE EXCEPTION 'Table event is not there, and log.entry is not what it would be renamed to. Rename the table back; then run the migration again.';
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

-- log.entry: constraint event_pkey is entry_pkey now.
-- Lock: ACCESS EXCLUSIVE on log.entry, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('log.entry') AND conname = 'entry_pkey'
  ) THEN
    ALTER TABLE log.entry
      RENAME CONSTRAINT event_pkey TO entry_pkey;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('log.entry') AND conname = 'event_pkey'
  ) THEN
    RAISE EXCEPTION 'Constraint event_pkey of log.entry is to be renamed to entry_pkey, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- log.entry: constraint event_account_fkey is entry_account_fkey now.
-- Lock: ACCESS EXCLUSIVE on log.entry, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('log.entry') AND conname = 'entry_account_fkey'
  ) THEN
    ALTER TABLE log.entry
      RENAME CONSTRAINT event_account_fkey TO entry_account_fkey;
  ELSIF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('log.entry') AND conname = 'event_account_fkey'
  ) THEN
    RAISE EXCEPTION 'Constraint event_account_fkey of log.entry is to be renamed to entry_account_fkey, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- log.entry: index event_tag_idx is entry_tag_idx now.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regclass('log.entry_tag_idx') IS NULL THEN
    ALTER INDEX log.event_tag_idx RENAME TO entry_tag_idx;
  ELSIF to_regclass('log.event_tag_idx') IS NOT NULL THEN
    RAISE EXCEPTION 'Index event_tag_idx is to be renamed to entry_tag_idx, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;
