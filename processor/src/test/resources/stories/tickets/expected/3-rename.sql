-- V3__rename_status_to_state_and_1_more
--
-- Renames enum status to state.
-- Notes that enum state is described by shop.State now.
-- Drops constraint ticket_opened of ticket.
-- Changes column ticket.status from state to text.
--
-- Data lost: none.
-- Lost by the undo: what status cannot hold of ticket.status (each value becomes status::text::status).
--
-- Written by Varve, and not to be edited: V3__rename_status_to_state_and_1_more.json has its checksum.

-- varve:step transaction

-- Status: renamed from status.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('state') IS NULL THEN
    ALTER TYPE status
      RENAME TO state;
  ELSIF to_regtype('status') IS NOT NULL THEN
    RAISE EXCEPTION 'Enum status is to be renamed to state, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- varve:step transaction

-- ticket (ticket_opened): no check any more.
-- Lock: ACCESS EXCLUSIVE on ticket, for a moment.
ALTER TABLE IF EXISTS ticket
  DROP CONSTRAINT IF EXISTS ticket_opened;

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
      (a.attrelid = to_regclass('ticket') AND a.attname = ANY (ARRAY['status']::name[]))
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- Ticket.status: from state to text.
-- Lock: ACCESS EXCLUSIVE on ticket, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'ticket'::regclass AND attname = 'status'
  ) = format_type(to_regtype('state'), NULL) THEN
    ALTER TABLE ticket
      ALTER COLUMN status DROP DEFAULT,
      ALTER COLUMN status TYPE text,
      ALTER COLUMN status SET DEFAULT 'NEW';
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'ticket'::regclass AND attname = 'status'
  ) IS DISTINCT FROM 'text' THEN
    RAISE EXCEPTION 'Column ticket.status is neither state nor text. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;
