-- U2__drop_ticket_south_and_add_done_to_status_and_1_more
--
-- The way back from V2__drop_ticket_south_and_add_done_to_status_and_1_more.
-- Brings back enum kind.
-- Changes column ticket.kind from text to kind.
-- Takes value DONE out of enum status; refused while a row has it.
-- Brings back partition ticket_south of ticket with its rows.
--
-- Data lost: what kind cannot hold of ticket.kind (each value becomes kind::text::kind).
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V2__drop_ticket_south_and_add_done_to_status_and_1_more.json has its checksum.

-- varve:step transaction

-- Ticket.kind: every value must fit kind.
-- Lock: ACCESS SHARE on ticket, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM ticket WHERE kind::text <> ALL (ARRAY[''BUG'', ''WISH'']::text[])';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('ticket') AND attname = 'kind'
      AND format_type(atttypid, atttypmod) = 'text'
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column ticket.kind is to become kind, but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'data_exception';
    END IF;
  END IF;
END
$varve$;

-- Ticket.status: no row may have DONE.
-- Lock: ACCESS SHARE on ticket, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM ticket WHERE status::text = ANY (ARRAY[''DONE'']::text[])';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_enum
    WHERE enumtypid = to_regtype('status') AND enumlabel = ANY (ARRAY['DONE']::text[])
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Enum status is to lose DONE, but % rows have it. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'check_violation';
    END IF;
  END IF;
END
$varve$;

-- Ticket.before: no row may have DONE.
-- Lock: ACCESS SHARE on ticket, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM ticket WHERE before::text = ANY (ARRAY[''DONE'']::text[])';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_enum
    WHERE enumtypid = to_regtype('status') AND enumlabel = ANY (ARRAY['DONE']::text[])
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Enum status is to lose DONE, but % rows have it. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'check_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- Kind: back again.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('kind') IS NULL THEN
    ALTER TYPE varve_parked_fda2f3eb_kind
      RENAME TO kind;
  ELSIF to_regtype('varve_parked_fda2f3eb_kind') IS NOT NULL THEN
    RAISE EXCEPTION 'Enum varve_parked_fda2f3eb_kind is to be renamed to kind, but both exist. Rename or drop one of them; then run the migration again.';
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
      (a.attrelid = to_regclass('ticket') AND a.attname = ANY (ARRAY['before', 'kind', 'status']::name[]))
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- Ticket.kind: from text to kind.
-- Lock: ACCESS EXCLUSIVE on ticket, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'ticket'::regclass AND attname = 'kind'
  ) = 'text' THEN
    ALTER TABLE ticket
      ALTER COLUMN kind TYPE kind
        USING kind::text::kind;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'ticket'::regclass AND attname = 'kind'
  ) IS DISTINCT FROM format_type(to_regtype('kind'), NULL) THEN
    RAISE EXCEPTION 'Column ticket.kind is neither text nor kind. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Status: without DONE. Refused while a row has it.
-- Lock: ACCESS EXCLUSIVE on ticket, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'status'::regtype
  ) <> ARRAY['NEW', 'OPEN']::text[] THEN
    IF (
      SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
      WHERE enumtypid = 'status'::regtype
    ) <> ARRAY['NEW', 'OPEN', 'DONE']::text[] THEN
      RAISE EXCEPTION 'Enum status exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
    END IF;
    ALTER TYPE status
      RENAME TO varve_old_status;
    CREATE TYPE status AS ENUM (
      'NEW', 'OPEN'
    );
    ALTER TABLE ticket DROP CONSTRAINT ticket_opened;
    ALTER TABLE ticket
      ALTER COLUMN status DROP DEFAULT;
    -- What others put there with a value of the old enum goes, and comes again.
    DECLARE
      old text := 'varve_old_status'::regtype::text;
      others text[] := '{}';
      other record;
    BEGIN
      FOR other IN
        WITH part AS (
          SELECT * FROM unnest(ARRAY['ticket'::regclass]) AS oid
          UNION
          SELECT relid FROM unnest(ARRAY['ticket'::regclass]) AS oid, pg_partition_tree(oid)
        )
        SELECT i.oid, format('DROP INDEX %s', i.oid::regclass) AS gone,
          replace(pg_get_indexdef(i.oid), ' ON ONLY ', ' ON ') AS made
        FROM part JOIN pg_index ON indrelid = part.oid JOIN pg_class AS i ON i.oid = indexrelid
        WHERE NOT relispartition
          AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.oid)
        UNION ALL
        SELECT c.oid, format('ALTER TABLE %s DROP CONSTRAINT %I', part.oid, conname),
          format('ALTER TABLE %s ADD CONSTRAINT %I %s',
            part.oid, conname, pg_get_constraintdef(c.oid))
        FROM part JOIN pg_constraint AS c ON conrelid = part.oid AND coninhcount = 0
        UNION ALL
        SELECT d.oid, format('ALTER TABLE ONLY %s ALTER %I DROP DEFAULT', part.oid, attname),
          format('ALTER TABLE ONLY %s ALTER %I SET DEFAULT %s',
            part.oid, attname, pg_get_expr(adbin, adrelid))
        FROM part JOIN pg_attrdef AS d ON adrelid = part.oid
        JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum AND attgenerated = ''
      LOOP
        IF position(old IN other.made) > 0 THEN
          EXECUTE other.gone;
          others := others || replace(other.made, old, 'status'::regtype::text);
        END IF;
      END LOOP;
      ALTER TABLE ticket
        ALTER COLUMN status TYPE status USING status::text::status,
        ALTER COLUMN status SET DEFAULT 'NEW',
        ALTER COLUMN before TYPE status USING before::text::status;
      FOR other IN SELECT unnest(others) AS made LOOP
        EXECUTE other.made;
      END LOOP;
    END;
    ALTER TABLE ticket ADD CONSTRAINT ticket_opened CHECK (status <> 'OPEN' OR id > 0);
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'varve_old_status'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      EXECUTE format(
        'ALTER TYPE %s RENAME TO %I', 'varve_old_status'::regtype, 'varve_parked_' || 'varve_old_status'::regtype::oid);
    ELSE
      DROP TYPE varve_old_status;
    END IF;
  END IF;
END
$varve$;

-- Ticket, partition ticket_south: back again, with its rows.
-- Lock: ACCESS EXCLUSIVE on varve_parked_93d8f5c8_ticket_south, while it is written anew; SHARE UPDATE EXCLUSIVE on ticket, for a moment.
DO $varve$
BEGIN
  IF to_regclass('varve_parked_93d8f5c8_ticket_south') IS NOT NULL THEN
    ALTER TABLE varve_parked_93d8f5c8_ticket_south
      RENAME TO ticket_south;
    IF (
      SELECT format_type(atttypid, atttypmod) FROM pg_attribute
      WHERE attrelid = 'ticket_south'::regclass AND attname = 'kind'
    ) <> format_type(to_regtype('kind'), NULL) THEN
      -- What others put there with a value of the old enum goes, and comes again.
      DECLARE
        old text := rtrim((
          SELECT format_type(atttypid, atttypmod) FROM pg_attribute
          WHERE attrelid = 'ticket_south'::regclass AND attname = 'kind'
        ), '[]');
        others text[] := '{}';
        other record;
      BEGIN
        FOR other IN
          WITH part AS (
            SELECT * FROM unnest(ARRAY['ticket_south'::regclass]) AS oid
            UNION
            SELECT relid FROM unnest(ARRAY['ticket_south'::regclass]) AS oid, pg_partition_tree(oid)
          )
          SELECT i.oid, format('DROP INDEX %s', i.oid::regclass) AS gone,
            replace(pg_get_indexdef(i.oid), ' ON ONLY ', ' ON ') AS made
          FROM part JOIN pg_index ON indrelid = part.oid JOIN pg_class AS i ON i.oid = indexrelid
          WHERE NOT relispartition
            AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.oid)
          UNION ALL
          SELECT c.oid, format('ALTER TABLE %s DROP CONSTRAINT %I', part.oid, conname),
            format('ALTER TABLE %s ADD CONSTRAINT %I %s',
              part.oid, conname, pg_get_constraintdef(c.oid))
          FROM part JOIN pg_constraint AS c ON conrelid = part.oid AND coninhcount = 0
          UNION ALL
          SELECT d.oid, format('ALTER TABLE ONLY %s ALTER %I DROP DEFAULT', part.oid, attname),
            format('ALTER TABLE ONLY %s ALTER %I SET DEFAULT %s',
              part.oid, attname, pg_get_expr(adbin, adrelid))
          FROM part JOIN pg_attrdef AS d ON adrelid = part.oid
          JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum AND attgenerated = ''
        LOOP
          IF position(old IN other.made) > 0 THEN
            EXECUTE other.gone;
            others := others || replace(other.made, old, 'kind'::regtype::text);
          END IF;
        END LOOP;
        ALTER TABLE ticket_south
          ALTER COLUMN kind TYPE kind USING kind::text::kind;
        FOR other IN SELECT unnest(others) AS made LOOP
          EXECUTE other.made;
        END LOOP;
      END;
    END IF;
    IF (
      SELECT format_type(atttypid, atttypmod) FROM pg_attribute
      WHERE attrelid = 'ticket_south'::regclass AND attname = 'status'
    ) <> format_type(to_regtype('status'), NULL) THEN
      ALTER TABLE ticket_south DROP CONSTRAINT ticket_opened;
      ALTER TABLE ticket_south
        ALTER COLUMN status DROP DEFAULT;
      -- What others put there with a value of the old enum goes, and comes again.
      DECLARE
        old text := rtrim((
          SELECT format_type(atttypid, atttypmod) FROM pg_attribute
          WHERE attrelid = 'ticket_south'::regclass AND attname = 'status'
        ), '[]');
        others text[] := '{}';
        other record;
      BEGIN
        FOR other IN
          WITH part AS (
            SELECT * FROM unnest(ARRAY['ticket_south'::regclass]) AS oid
            UNION
            SELECT relid FROM unnest(ARRAY['ticket_south'::regclass]) AS oid, pg_partition_tree(oid)
          )
          SELECT i.oid, format('DROP INDEX %s', i.oid::regclass) AS gone,
            replace(pg_get_indexdef(i.oid), ' ON ONLY ', ' ON ') AS made
          FROM part JOIN pg_index ON indrelid = part.oid JOIN pg_class AS i ON i.oid = indexrelid
          WHERE NOT relispartition
            AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.oid)
          UNION ALL
          SELECT c.oid, format('ALTER TABLE %s DROP CONSTRAINT %I', part.oid, conname),
            format('ALTER TABLE %s ADD CONSTRAINT %I %s',
              part.oid, conname, pg_get_constraintdef(c.oid))
          FROM part JOIN pg_constraint AS c ON conrelid = part.oid AND coninhcount = 0
          UNION ALL
          SELECT d.oid, format('ALTER TABLE ONLY %s ALTER %I DROP DEFAULT', part.oid, attname),
            format('ALTER TABLE ONLY %s ALTER %I SET DEFAULT %s',
              part.oid, attname, pg_get_expr(adbin, adrelid))
          FROM part JOIN pg_attrdef AS d ON adrelid = part.oid
          JOIN pg_attribute ON attrelid = adrelid AND attnum = adnum AND attgenerated = ''
        LOOP
          IF position(old IN other.made) > 0 THEN
            EXECUTE other.gone;
            others := others || replace(other.made, old, 'status'::regtype::text);
          END IF;
        END LOOP;
        ALTER TABLE ticket_south
          ALTER COLUMN status TYPE status USING status::text::status,
          ALTER COLUMN status SET DEFAULT 'NEW',
          ALTER COLUMN before TYPE status USING before::text::status;
        FOR other IN SELECT unnest(others) AS made LOOP
          EXECUTE other.made;
        END LOOP;
      END;
      ALTER TABLE ticket_south ADD CONSTRAINT ticket_opened CHECK (status <> 'OPEN' OR id > 0);
    END IF;
    ALTER TABLE ticket
      ATTACH PARTITION ticket_south
      FOR VALUES IN ('S');
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_divided_1 (LIKE ticket) PARTITION BY LIST (region);
  CREATE TEMP TABLE varve_divided_1_1 PARTITION OF pg_temp.varve_divided_1
    FOR VALUES IN ('S');
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('partition key of %s', actual)
    FROM (VALUES
      ('ticket'::regclass, 'pg_temp.varve_divided_1'::regclass)
    ) AS divided (actual, expected)
    WHERE pg_get_partkeydef(actual) IS DISTINCT FROM pg_get_partkeydef(expected)
    UNION ALL
    SELECT format('partition %s', actual)
    FROM (VALUES
      ('ticket_south'::regclass, 'ticket'::regclass, 'pg_temp.varve_divided_1_1'::regclass)
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
