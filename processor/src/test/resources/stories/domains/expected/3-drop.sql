-- V3__drop_others_from_person_and_9_more
--
-- Parks column person.others: its values stay on disk as varve_parked_3dfa4f11_others.
-- Drops column person.credit with its values.
-- Parks column person.code: its values stay on disk as varve_parked_a15486a1_code.
-- Changes column person.email from address to text.
-- Changes column person.odd from "Odd Name" to integer.
-- Drops domain zip.
-- Drops domain money.credit.
-- Drops domain amount.
-- Drops domain address.
-- Drops domain "Odd Name".
-- Drops schema money.
--
-- Data lost: the values of person.credit; what integer cannot hold of person.odd (each value becomes odd::integer).
-- Lost by the undo: what address cannot hold of person.email (each value becomes email::text::address); what "Odd Name" cannot hold of person.odd (each value becomes odd::text::"Odd Name").
--
-- Written by Varve, and not to be edited: V3__drop_others_from_person_and_9_more.json has its checksum.

-- varve:step transaction

-- Person.odd: every value must fit integer.
-- Lock: ACCESS SHARE on person, while it is scanned.
DO $varve$
DECLARE
  fitting integer;
  place record;
  standing bigint := 0;
  query text;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('person') AND attname = 'odd'
      AND format_type(atttypid, atttypmod) = format_type(to_regtype('"Odd Name"'), NULL)
  ) THEN
    BEGIN
      FOR fitting IN EXECUTE 'SELECT (odd::integer) FROM person' LOOP
      END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
      FOR place IN EXECUTE 'SELECT tableoid, ctid FROM person' LOOP
        BEGIN
          EXECUTE 'SELECT (odd::integer) FROM person WHERE tableoid = $1 AND ctid = $2' INTO fitting USING place.tableoid, place.ctid;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
          standing := standing + 1;
          IF standing <= 20 THEN
            query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
          END IF;
        END;
      END LOOP;
      query := 'SELECT * FROM person WHERE (tableoid, ctid) IN (' || query || ')';
      IF standing > 0 THEN
        RAISE EXCEPTION 'Column person.odd is to become integer, but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'data_exception';
      END IF;
    END;
  END IF;
END
$varve$;

-- varve:step transaction

-- person.others: parked. Its values stay on disk as varve_parked_3dfa4f11_others.
-- Lock: ACCESS EXCLUSIVE on person, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('person') AND attname = 'varve_parked_3dfa4f11_others' AND NOT attisdropped
  ) THEN
    ALTER TABLE person
      ALTER COLUMN others DROP NOT NULL,
      ALTER COLUMN others DROP DEFAULT;
    ALTER TABLE person
      RENAME COLUMN others TO varve_parked_3dfa4f11_others;
  ELSIF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('person') AND attname = 'others' AND NOT attisdropped
  ) THEN
    RAISE EXCEPTION 'Column person.others is to be renamed to person.varve_parked_3dfa4f11_others, but both exist. Rename or drop one of them; then run the migration again.';
  END IF;
END
$varve$;

-- person.credit: dropped, with its values.
-- Lock: ACCESS EXCLUSIVE on person, for a moment.
ALTER TABLE IF EXISTS person
  DROP COLUMN IF EXISTS credit;

-- person.code: parked. Its values stay on disk as varve_parked_a15486a1_code.
-- Lock: ACCESS EXCLUSIVE on person, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('person') AND attname = 'varve_parked_a15486a1_code' AND NOT attisdropped
  ) THEN
    ALTER TABLE person
      ALTER COLUMN code DROP NOT NULL,
      ALTER COLUMN code DROP DEFAULT;
    ALTER TABLE person
      RENAME COLUMN code TO varve_parked_a15486a1_code;
  ELSIF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('person') AND attname = 'code' AND NOT attisdropped
  ) THEN
    RAISE EXCEPTION 'Column person.code is to be renamed to person.varve_parked_a15486a1_code, but both exist. Rename or drop one of them; then run the migration again.';
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
      (a.attrelid = to_regclass('person') AND a.attname = ANY (ARRAY['email', 'odd']::name[]))
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- Person.email: from address to text.
-- Lock: ACCESS EXCLUSIVE on person, for a moment.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'person'::regclass AND attname = 'email'
  ) = format_type(to_regtype('address'), NULL) THEN
    ALTER TABLE person
      ALTER COLUMN email TYPE text;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'person'::regclass AND attname = 'email'
  ) IS DISTINCT FROM 'text' THEN
    RAISE EXCEPTION 'Column person.email is neither address nor text. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Person.odd: from "Odd Name" to integer.
-- Lock: ACCESS EXCLUSIVE on person, for a moment.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'person'::regclass AND attname = 'odd'
  ) = format_type(to_regtype('"Odd Name"'), NULL) THEN
    ALTER TABLE person
      ALTER COLUMN odd TYPE integer
        USING odd::integer;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'person'::regclass AND attname = 'odd'
  ) IS DISTINCT FROM 'integer' THEN
    RAISE EXCEPTION 'Column person.odd is neither "Odd Name" nor integer. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Domain zip: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('zip') IS NOT NULL THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'zip'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER DOMAIN zip
        RENAME TO varve_parked_b4582d3a_zip;
    ELSE
      DROP DOMAIN zip;
    END IF;
  END IF;
END
$varve$;

-- Domain money.credit: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('money.credit') IS NOT NULL THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'money.credit'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER DOMAIN money.credit
        RENAME TO varve_parked_308e628d_credit;
    ELSE
      DROP DOMAIN money.credit;
    END IF;
  END IF;
END
$varve$;

-- Domain amount: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('amount') IS NOT NULL THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'amount'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER DOMAIN amount
        RENAME TO varve_parked_c6df57ad_amount;
    ELSE
      DROP DOMAIN amount;
    END IF;
  END IF;
END
$varve$;

-- Domain address: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('address') IS NOT NULL THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'address'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER DOMAIN address
        RENAME TO varve_parked_4afa08d0_address;
    ELSE
      DROP DOMAIN address;
    END IF;
  END IF;
END
$varve$;

-- Domain "Odd Name": dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('"Odd Name"') IS NOT NULL THEN
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE '"Odd Name"'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER DOMAIN "Odd Name"
        RENAME TO "varve_parked_74574393_Odd Name";
    ELSE
      DROP DOMAIN "Odd Name";
    END IF;
  END IF;
END
$varve$;

-- Schema money: dropped.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_namespace WHERE nspname = 'money')
      AND NOT EXISTS (
        SELECT FROM pg_depend
        WHERE refclassid = 'pg_namespace'::regclass AND refobjid = to_regnamespace('money')
      ) THEN
    DROP SCHEMA money;
  END IF;
END
$varve$;
