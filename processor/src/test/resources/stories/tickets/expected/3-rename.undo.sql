-- U3__rename_status_to_state_and_1_more
--
-- The way back from V3__rename_status_to_state_and_1_more.
-- Renames enum state to status.
-- Notes that enum status is described by shop.Status now.
-- Changes column ticket.status from text to status.
-- Adds constraint ticket_opened to ticket.
--
-- Data lost: what status cannot hold of ticket.status (each value becomes status::text::status).
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V3__rename_status_to_state_and_1_more.json has its checksum.

-- varve:step transaction

-- Ticket.status: every value must fit status.
-- Lock: ACCESS SHARE on ticket, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM ticket WHERE status::text <> ALL (ARRAY[''NEW'', ''OPEN'', ''DONE'']::text[])';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('ticket') AND attname = 'status'
      AND format_type(atttypid, atttypmod) = 'text'
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column ticket.status is to become status, but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'data_exception';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- State: renamed from state.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('status') IS NULL THEN
    ALTER TYPE state
      RENAME TO status;
  ELSIF to_regtype('state') IS NOT NULL THEN
    RAISE EXCEPTION 'Enum state is to be renamed to status, but both exist. Rename or drop one of them; then run the migration again.';
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
      (a.attrelid = to_regclass('ticket') AND a.attname = ANY (ARRAY['status']::name[]))
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- Ticket.status: from text to status.
-- Lock: ACCESS EXCLUSIVE on ticket, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'ticket'::regclass AND attname = 'status'
  ) = 'text' THEN
    ALTER TABLE ticket
      ALTER COLUMN status DROP DEFAULT,
      ALTER COLUMN status TYPE status
        USING status::text::status,
      ALTER COLUMN status SET DEFAULT 'NEW';
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'ticket'::regclass AND attname = 'status'
  ) IS DISTINCT FROM format_type(to_regtype('status'), NULL) THEN
    RAISE EXCEPTION 'Column ticket.status is neither text nor status. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- ticket (ticket_opened): check, for rows to come.
-- Lock: ACCESS EXCLUSIVE on ticket, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('ticket') AND conname = 'ticket_opened'
  ) THEN
    ALTER TABLE ticket
      ADD CONSTRAINT ticket_opened CHECK (status <> 'OPEN' OR id > 0) NOT VALID;
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    LIKE ticket, CONSTRAINT ticket_opened CHECK (status <> 'OPEN' OR id > 0)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('ticket'::regclass, 'pg_temp.varve_expected_1'::regclass, false, NULL)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c', 'x')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, expected, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
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

-- ticket (ticket_opened): no row may break the check.
-- Lock: ACCESS SHARE on ticket, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM ticket WHERE NOT (status <> ''OPEN'' OR id > 0)';
  standing bigint;
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('ticket') AND conname = 'ticket_opened'
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Check ticket_opened of ticket is to hold, but % rows break it. Find them with: %; change them, then run the migration again.', standing, query
        USING ERRCODE = 'check_violation';
    END IF;
  END IF;
END
$varve$;

-- ticket (ticket_opened): check, in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on ticket, while it is scanned.
ALTER TABLE ticket
  VALIDATE CONSTRAINT ticket_opened;
