-- U4__change_type_of_before_in_ticket
--
-- The way back from V4__change_type_of_before_in_ticket.
-- Brings back enum state.
-- Changes column ticket.before from text to state.
--
-- Data lost: what state cannot hold of ticket.before (each value becomes before::text::state).
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V4__change_type_of_before_in_ticket.json has its checksum.

-- varve:step transaction

-- Ticket.before: every value must fit state.
-- Lock: ACCESS SHARE on ticket, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM ticket WHERE before::text <> ALL (ARRAY[''NEW'', ''OPEN'', ''DONE'']::text[])';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('ticket') AND attname = 'before'
      AND format_type(atttypid, atttypmod) = 'text'
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column ticket.before is to become state, but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'data_exception';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- State: back again.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('state') IS NULL THEN
    ALTER TYPE varve_parked_73b94888_state
      RENAME TO state;
  ELSIF to_regtype('varve_parked_73b94888_state') IS NOT NULL THEN
    RAISE EXCEPTION 'Enum varve_parked_73b94888_state is to be renamed to state, but both exist. Rename or drop one of them; then run the migration again.';
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
      (a.attrelid = to_regclass('ticket') AND a.attname = ANY (ARRAY['before']::name[]))
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- Ticket.before: from text to state.
-- Lock: ACCESS EXCLUSIVE on ticket, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'ticket'::regclass AND attname = 'before'
  ) = 'text' THEN
    ALTER TABLE ticket
      ALTER COLUMN before TYPE state
        USING before::text::state;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'ticket'::regclass AND attname = 'before'
  ) IS DISTINCT FROM format_type(to_regtype('state'), NULL) THEN
    RAISE EXCEPTION 'Column ticket.before is neither text nor state. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;
