-- V3__drop_before_from_cards_and_drop_new_from_state
--
-- Parks column cards.before: its values stay on disk as varve_parked_6579842d_before.
-- Takes value NEW out of enum state; refused while a row has it.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V3__drop_before_from_cards_and_drop_new_from_state.json has its checksum.

-- varve:step transaction

-- Card.state: no row may have NEW.
-- Lock: ACCESS SHARE on cards, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM cards WHERE state::text = ANY (ARRAY[''NEW'']::text[])';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_enum
    WHERE enumtypid = to_regtype('state') AND enumlabel = ANY (ARRAY['NEW']::text[])
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Enum state is to lose NEW, but % rows have it. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'check_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- cards.before: parked. Its values stay on disk as varve_parked_6579842d_before.
-- Lock: ACCESS EXCLUSIVE on cards, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('cards') AND attname = 'varve_parked_6579842d_before' AND NOT attisdropped
  ) THEN
    ALTER TABLE cards
      ALTER COLUMN before DROP NOT NULL,
      ALTER COLUMN before DROP DEFAULT;
    ALTER TABLE cards
      RENAME COLUMN before TO varve_parked_6579842d_before;
  ELSIF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('cards') AND attname = 'before' AND NOT attisdropped
  ) THEN
    RAISE EXCEPTION 'Column cards.before is to be renamed to cards.varve_parked_6579842d_before, but both exist. Rename or drop one of them; then run the migration again.';
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
      (a.attrelid = to_regclass('cards') AND a.attname = ANY (ARRAY['state']::name[]))
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- State: without NEW. Refused while a row has it.
-- Lock: ACCESS EXCLUSIVE on cards, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
    WHERE enumtypid = 'state'::regtype
  ) <> ARRAY['DUE', 'OLD']::text[] THEN
    IF (
      SELECT coalesce(array_agg(enumlabel::text ORDER BY enumsortorder), '{}') FROM pg_enum
      WHERE enumtypid = 'state'::regtype
    ) <> ARRAY['NEW', 'DUE', 'OLD']::text[] THEN
      RAISE EXCEPTION 'Enum state exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
    END IF;
    ALTER TYPE state
      RENAME TO varve_old_state;
    CREATE TYPE state AS ENUM (
      'DUE', 'OLD'
    );
    DROP INDEX cards_state_idx;
    ALTER TABLE cards
      ALTER COLUMN state DROP DEFAULT;
    -- What others put there with a value of the old enum goes, and comes again.
    DECLARE
      old text := 'varve_old_state'::regtype::text;
      others text[] := '{}';
      other record;
    BEGIN
      FOR other IN
        WITH part AS (
          SELECT * FROM unnest(ARRAY['cards'::regclass]) AS oid
          UNION
          SELECT relid FROM unnest(ARRAY['cards'::regclass]) AS oid, pg_partition_tree(oid)
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
          others := others || replace(other.made, old, 'state'::regtype::text);
        END IF;
      END LOOP;
      ALTER TABLE cards
        ALTER COLUMN state TYPE state USING state::text::state,
        ALTER COLUMN state SET DEFAULT 'DUE';
      FOR other IN SELECT unnest(others) AS made LOOP
        EXECUTE other.made;
      END LOOP;
    END;
    CREATE INDEX cards_state_idx ON cards (state) WHERE state <> 'OLD';
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'varve_old_state'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      EXECUTE format(
        'ALTER TYPE %s RENAME TO %I', 'varve_old_state'::regtype, 'varve_parked_' || 'varve_old_state'::regtype::oid);
    ELSE
      DROP TYPE varve_old_state;
    END IF;
  END IF;
END
$varve$;
