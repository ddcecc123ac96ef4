-- V2__drop_ticket_south_and_add_done_to_status_and_1_more
--
-- Parks partition ticket_south of ticket: its rows stay on disk as varve_parked_93d8f5c8_ticket_south.
-- Adds value DONE to enum status.
-- Changes column ticket.kind from kind to text.
-- Parks enum kind.
--
-- Data lost: none.
-- Lost by the undo: what kind cannot hold of ticket.kind (each value becomes kind::text::kind).
--
-- Written by Varve, and not to be edited: V2__drop_ticket_south_and_add_done_to_status_and_1_more.json has its checksum.

-- varve:step transaction

-- Status: new value DONE.
-- Lock: none on a table.
ALTER TYPE status
  ADD VALUE IF NOT EXISTS 'DONE';
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'status'::regtype
  ) <> ARRAY['NEW', 'OPEN', 'DONE']::text[] THEN
    RAISE EXCEPTION 'Enum status exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
END
$varve$;

-- varve:step transaction

-- Ticket, partition ticket_south: parked. Its rows stay on disk as varve_parked_93d8f5c8_ticket_south.
-- Lock: ACCESS EXCLUSIVE on ticket, for a moment.
DO $varve$
BEGIN
  IF to_regclass('varve_parked_93d8f5c8_ticket_south') IS NULL THEN
    ALTER TABLE ticket
      DETACH PARTITION ticket_south;
    ALTER TABLE ticket_south
      RENAME TO varve_parked_93d8f5c8_ticket_south;
  ELSIF to_regclass('ticket_south') IS NOT NULL THEN
    RAISE EXCEPTION 'Table ticket_south is to be renamed to varve_parked_93d8f5c8_ticket_south, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

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
      (a.attrelid = to_regclass('ticket') AND a.attname = ANY (ARRAY['kind']::name[]))
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- Ticket.kind: from kind to text.
-- Lock: ACCESS EXCLUSIVE on ticket, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'ticket'::regclass AND attname = 'kind'
  ) = format_type(to_regtype('kind'), NULL) THEN
    ALTER TABLE ticket
      ALTER COLUMN kind TYPE text;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'ticket'::regclass AND attname = 'kind'
  ) IS DISTINCT FROM 'text' THEN
    RAISE EXCEPTION 'Column ticket.kind is neither kind nor text. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Kind: parked, for the parked columns that have it.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('varve_parked_fda2f3eb_kind') IS NULL THEN
    ALTER TYPE kind
      RENAME TO varve_parked_fda2f3eb_kind;
  ELSIF to_regtype('kind') IS NOT NULL THEN
    RAISE EXCEPTION 'Enum kind is to be renamed to varve_parked_fda2f3eb_kind, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;
