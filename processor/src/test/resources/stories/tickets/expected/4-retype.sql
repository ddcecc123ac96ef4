-- V4__change_type_of_before_in_ticket
--
-- Changes column ticket.before from state to text.
-- Parks enum state.
--
-- Data lost: none.
-- Lost by the undo: what state cannot hold of ticket.before (each value becomes before::text::state).
--
-- Written by Varve, and not to be edited: V4__change_type_of_before_in_ticket.json has its checksum.

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
      (a.attrelid = to_regclass('ticket') AND a.attname = ANY (ARRAY['before']::name[]))
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- Ticket.before: from state to text.
-- Lock: ACCESS EXCLUSIVE on ticket, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'ticket'::regclass AND attname = 'before'
  ) = format_type(to_regtype('state'), NULL) THEN
    ALTER TABLE ticket
      ALTER COLUMN before TYPE text;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'ticket'::regclass AND attname = 'before'
  ) IS DISTINCT FROM 'text' THEN
    RAISE EXCEPTION 'Column ticket.before is neither state nor text. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- State: parked, for the parked columns that have it.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('varve_parked_73b94888_state') IS NULL THEN
    ALTER TYPE state
      RENAME TO varve_parked_73b94888_state;
  ELSIF to_regtype('state') IS NOT NULL THEN
    RAISE EXCEPTION 'Enum state is to be renamed to varve_parked_73b94888_state, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;
