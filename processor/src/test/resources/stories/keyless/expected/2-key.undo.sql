-- U2__rename_logs_level_to_logs_severity_and_1_more
--
-- The way back from V2__rename_logs_level_to_logs_severity_and_1_more.
-- Renames enum logs.Severity to logs.level.
-- Drops constraint trace_pkey of trace.
-- Takes value DEBUG out of enum logs.level; refused while a row has it.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V2__rename_logs_level_to_logs_severity_and_1_more.json has its checksum.

-- varve:step transaction

-- Trace.level: no row may have DEBUG.
-- Lock: ACCESS SHARE on trace, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM trace WHERE level::text = ANY (ARRAY[''DEBUG'']::text[])';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_enum
    WHERE enumtypid = to_regtype('logs."Severity"') AND enumlabel = ANY (ARRAY['DEBUG']::text[])
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Enum logs.Severity is to lose DEBUG, but % rows have it. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'check_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- Level: renamed from logs.Severity.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('logs.level') IS NULL THEN
    ALTER TYPE logs."Severity"
      RENAME TO level;
  ELSIF to_regtype('logs."Severity"') IS NOT NULL THEN
    RAISE EXCEPTION 'Enum logs.Severity is to be renamed to logs.level, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- varve:step transaction

-- Trace.number: no primary key any more.
-- Lock: ACCESS EXCLUSIVE on trace, for a moment.
ALTER TABLE IF EXISTS trace
  DROP CONSTRAINT IF EXISTS trace_pkey;

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
      (a.attrelid = to_regclass('trace') AND a.attname = ANY (ARRAY['level']::name[]))
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- Level: without DEBUG. Refused while a row has it.
-- Lock: ACCESS EXCLUSIVE on trace, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'logs.level'::regtype
  ) <> ARRAY['INFO', 'ERROR']::text[] THEN
    IF (
      SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
      WHERE enumtypid = 'logs.level'::regtype
    ) <> ARRAY['DEBUG', 'INFO', 'ERROR']::text[] THEN
      RAISE EXCEPTION 'Enum logs.level exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
    END IF;
    ALTER TYPE logs.level
      RENAME TO varve_old_level;
    CREATE TYPE logs.level AS ENUM (
      'INFO', 'ERROR'
    );
    -- What others put there with a value of the old enum goes, and comes again.
    DECLARE
      old text := 'logs.varve_old_level'::regtype::text;
      others text[] := '{}';
      other record;
    BEGIN
      FOR other IN
        WITH part AS (
          SELECT * FROM unnest(ARRAY['trace'::regclass]) AS oid
          UNION
          SELECT relid FROM unnest(ARRAY['trace'::regclass]) AS oid, pg_partition_tree(oid)
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
          others := others || replace(other.made, old, 'logs.level'::regtype::text);
        END IF;
      END LOOP;
      ALTER TABLE trace
        ALTER COLUMN level TYPE logs.level USING level::text::logs.level;
      FOR other IN SELECT unnest(others) AS made LOOP
        EXECUTE other.made;
      END LOOP;
    END;
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'logs.varve_old_level'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      EXECUTE format(
        'ALTER TYPE %s RENAME TO %I', 'logs.varve_old_level'::regtype, 'varve_parked_' || 'logs.varve_old_level'::regtype::oid);
    ELSE
      DROP TYPE logs.varve_old_level;
    END IF;
  END IF;
END
$varve$;
