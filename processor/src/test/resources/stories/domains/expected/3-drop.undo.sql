-- U3__drop_others_from_person_and_9_more
--
-- The way back from V3__drop_others_from_person_and_9_more.
-- Creates schema money.
-- Creates domain "Odd Name".
-- Creates domain address.
-- Creates domain amount.
-- Creates domain money.credit.
-- Creates domain zip.
-- Brings back column person.others with its values.
-- Adds column person.credit.
-- Brings back column person.code with its values.
-- Changes column person.email from text to address.
-- Changes column person.odd from integer to "Odd Name".
--
-- Data lost: what address cannot hold of person.email (each value becomes email::text::address); what "Odd Name" cannot hold of person.odd (each value becomes odd::text::"Odd Name").
-- Not brought back: the values of person.credit; what integer cannot hold of person.odd (each value becomes odd::integer).
--
-- Written by Varve, and not to be edited: V3__drop_others_from_person_and_9_more.json has its checksum.

-- varve:step transaction

-- person.varve_parked_3dfa4f11_others: no row may have NULL.
-- Lock: ACCESS SHARE on person, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM person WHERE varve_parked_3dfa4f11_others IS NULL';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('person') AND attname = 'varve_parked_3dfa4f11_others' AND NOT attisdropped
  ) AND NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('person') AND attname = 'varve_parked_3dfa4f11_others' AND attnotnull
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column person.varve_parked_3dfa4f11_others is to refuse NULL, but % rows have it. Find them with: %; give them a value, then run the migration again.', standing, query
        USING ERRCODE = 'not_null_violation';
    END IF;
  END IF;
END
$varve$;

-- person.varve_parked_a15486a1_code: no row may have NULL.
-- Lock: ACCESS SHARE on person, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM person WHERE varve_parked_a15486a1_code IS NULL';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('person') AND attname = 'varve_parked_a15486a1_code' AND NOT attisdropped
  ) AND NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('person') AND attname = 'varve_parked_a15486a1_code' AND attnotnull
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column person.varve_parked_a15486a1_code is to refuse NULL, but % rows have it. Find them with: %; give them a value, then run the migration again.', standing, query
        USING ERRCODE = 'not_null_violation';
    END IF;
  END IF;
END
$varve$;

-- varve:step transaction

-- Schema money: new schema.
CREATE SCHEMA IF NOT EXISTS money;

-- Domain "Odd Name": new domain.
DO $varve$
BEGIN
  IF to_regtype('"Odd Name"') IS NULL THEN
    IF to_regtype('"varve_parked_74574393_Odd Name"') IS NOT NULL THEN
      ALTER DOMAIN "varve_parked_74574393_Odd Name"
        RENAME TO "Odd Name";
    ELSE
      CREATE DOMAIN "Odd Name" AS integer
        CONSTRAINT "Odd Name_check" CHECK (VALUE > 2);
    END IF;
  END IF;
END
$varve$;
DO $varve$
BEGIN
  CREATE DOMAIN pg_temp.varve_expected AS integer
    CONSTRAINT "Odd Name_check" CHECK (VALUE > 2);
  IF (
    SELECT count(DISTINCT (
      typbasetype, typtypmod, typcollation, typnotnull, typdefault,
      ARRAY(
        SELECT conname || replace(pg_get_constraintdef(pg_constraint.oid), ' NOT VALID', '')
        FROM pg_constraint WHERE contypid = pg_type.oid AND contype = 'c' ORDER BY 1
      )))
    FROM pg_type WHERE oid IN ('"Odd Name"'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    RAISE EXCEPTION 'Domain Odd Name exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
  DROP DOMAIN pg_temp.varve_expected;
END
$varve$;

-- Domain address: new domain.
DO $varve$
BEGIN
  IF to_regtype('address') IS NULL THEN
    IF to_regtype('varve_parked_4afa08d0_address') IS NOT NULL THEN
      ALTER DOMAIN varve_parked_4afa08d0_address
        RENAME TO address;
    ELSE
      CREATE DOMAIN address AS varchar(200)
        NOT NULL
        CONSTRAINT address_check CHECK (VALUE LIKE '%_@_%._%')
        CONSTRAINT lower_case CHECK (VALUE = lower(VALUE));
    END IF;
  END IF;
END
$varve$;
DO $varve$
BEGIN
  CREATE DOMAIN pg_temp.varve_expected AS varchar(200)
    NOT NULL
    CONSTRAINT address_check CHECK (VALUE LIKE '%_@_%._%')
    CONSTRAINT lower_case CHECK (VALUE = lower(VALUE));
  IF (
    SELECT count(DISTINCT (
      typbasetype, typtypmod, typcollation, typnotnull, typdefault,
      ARRAY(
        SELECT conname || replace(pg_get_constraintdef(pg_constraint.oid), ' NOT VALID', '')
        FROM pg_constraint WHERE contypid = pg_type.oid AND contype = 'c' ORDER BY 1
      )))
    FROM pg_type WHERE oid IN ('address'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    RAISE EXCEPTION 'Domain address exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
  DROP DOMAIN pg_temp.varve_expected;
END
$varve$;

-- Domain amount: new domain.
DO $varve$
BEGIN
  IF to_regtype('amount') IS NULL THEN
    IF to_regtype('varve_parked_c6df57ad_amount') IS NOT NULL THEN
      ALTER DOMAIN varve_parked_c6df57ad_amount
        RENAME TO amount;
    ELSE
      CREATE DOMAIN amount AS numeric(12, 2)
        DEFAULT 1
        CONSTRAINT amount_check CHECK (VALUE < 1000000)
        CONSTRAINT not_negative CHECK (VALUE >= 0);
    END IF;
  END IF;
END
$varve$;
DO $varve$
BEGIN
  CREATE DOMAIN pg_temp.varve_expected AS numeric(12, 2)
    DEFAULT 1
    CONSTRAINT amount_check CHECK (VALUE < 1000000)
    CONSTRAINT not_negative CHECK (VALUE >= 0);
  IF (
    SELECT count(DISTINCT (
      typbasetype, typtypmod, typcollation, typnotnull, typdefault,
      ARRAY(
        SELECT conname || replace(pg_get_constraintdef(pg_constraint.oid), ' NOT VALID', '')
        FROM pg_constraint WHERE contypid = pg_type.oid AND contype = 'c' ORDER BY 1
      )))
    FROM pg_type WHERE oid IN ('amount'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    RAISE EXCEPTION 'Domain amount exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
  DROP DOMAIN pg_temp.varve_expected;
END
$varve$;

-- Domain money.credit: new domain.
DO $varve$
BEGIN
  IF to_regtype('money.credit') IS NULL THEN
    IF to_regtype('money.varve_parked_308e628d_credit') IS NOT NULL THEN
      ALTER DOMAIN money.varve_parked_308e628d_credit
        RENAME TO credit;
    ELSE
      CREATE DOMAIN money.credit AS numeric(12, 2)
        DEFAULT 1
        CONSTRAINT not_negative CHECK (VALUE >= 0);
    END IF;
  END IF;
END
$varve$;
DO $varve$
BEGIN
  CREATE DOMAIN pg_temp.varve_expected AS numeric(12, 2)
    DEFAULT 1
    CONSTRAINT not_negative CHECK (VALUE >= 0);
  IF (
    SELECT count(DISTINCT (
      typbasetype, typtypmod, typcollation, typnotnull, typdefault,
      ARRAY(
        SELECT conname || replace(pg_get_constraintdef(pg_constraint.oid), ' NOT VALID', '')
        FROM pg_constraint WHERE contypid = pg_type.oid AND contype = 'c' ORDER BY 1
      )))
    FROM pg_type WHERE oid IN ('money.credit'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    RAISE EXCEPTION 'Domain money.credit exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
  DROP DOMAIN pg_temp.varve_expected;
END
$varve$;

-- Domain zip: new domain.
DO $varve$
BEGIN
  IF to_regtype('zip') IS NULL THEN
    IF to_regtype('varve_parked_b4582d3a_zip') IS NOT NULL THEN
      ALTER DOMAIN varve_parked_b4582d3a_zip
        RENAME TO zip;
    ELSE
      CREATE DOMAIN zip AS text
        CONSTRAINT zip_check CHECK (is_code(VALUE));
    END IF;
  END IF;
END
$varve$;
DO $varve$
BEGIN
  CREATE DOMAIN pg_temp.varve_expected AS text
    CONSTRAINT zip_check CHECK (is_code(VALUE));
  IF (
    SELECT count(DISTINCT (
      typbasetype, typtypmod, typcollation, typnotnull, typdefault,
      ARRAY(
        SELECT conname || replace(pg_get_constraintdef(pg_constraint.oid), ' NOT VALID', '')
        FROM pg_constraint WHERE contypid = pg_type.oid AND contype = 'c' ORDER BY 1
      )))
    FROM pg_type WHERE oid IN ('zip'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    RAISE EXCEPTION 'Domain zip exists in another shape than this migration makes. Rename, drop or change it; then run the migration again.';
  END IF;
  DROP DOMAIN pg_temp.varve_expected;
END
$varve$;

-- person.others: back again, with its values.
-- Lock: ACCESS EXCLUSIVE on person, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('person') AND attname = 'varve_parked_3dfa4f11_others' AND NOT attisdropped
  ) THEN
    ALTER TABLE person
      RENAME COLUMN varve_parked_3dfa4f11_others TO others;
  END IF;
END
$varve$;

-- person.others: no NULL in rows to come.
-- Lock: ACCESS EXCLUSIVE on person, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('person') AND attname = 'others' AND attnotnull
  ) AND NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('person') AND conname = 'varve_person_others_not_null'
  ) THEN
    ALTER TABLE person
      ADD CONSTRAINT varve_person_others_not_null CHECK (others IS NOT NULL) NOT VALID;
  END IF;
END
$varve$;

-- person.credit: new column.
-- Lock: ACCESS EXCLUSIVE on person, while it is written anew.
ALTER TABLE person
  ADD COLUMN IF NOT EXISTS credit money.credit;

-- person.code: back again, with its values.
-- Lock: ACCESS EXCLUSIVE on person, for a moment.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('person') AND attname = 'varve_parked_a15486a1_code' AND NOT attisdropped
  ) THEN
    ALTER TABLE person
      RENAME COLUMN varve_parked_a15486a1_code TO code;
  END IF;
END
$varve$;

-- person.code: no NULL in rows to come.
-- Lock: ACCESS EXCLUSIVE on person, for a moment.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('person') AND attname = 'code' AND attnotnull
  ) AND NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('person') AND conname = 'varve_person_code_not_null'
  ) THEN
    ALTER TABLE person
      ADD CONSTRAINT varve_person_code_not_null CHECK (code IS NOT NULL) NOT VALID;
  END IF;
END
$varve$;

-- Person.email: every value must fit address.
-- Lock: ACCESS SHARE on person, while it is scanned.
DO $varve$
DECLARE
  fitting record;
  place record;
  standing bigint := 0;
  query text;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('person') AND attname = 'email'
      AND format_type(atttypid, atttypmod) = 'text'
  ) THEN
    BEGIN
      FOR fitting IN EXECUTE 'SELECT (email::text::address) FROM person' LOOP
      END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
      FOR place IN EXECUTE 'SELECT tableoid, ctid FROM person' LOOP
        BEGIN
          EXECUTE 'SELECT (email::text::address) FROM person WHERE tableoid = $1 AND ctid = $2' INTO fitting USING place.tableoid, place.ctid;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
          standing := standing + 1;
          IF standing <= 20 THEN
            query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
          END IF;
        END;
      END LOOP;
      query := 'SELECT * FROM person WHERE (tableoid, ctid) IN (' || query || ')';
      IF standing > 0 THEN
        RAISE EXCEPTION 'Column person.email is to become address, but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'data_exception';
      END IF;
    END;
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

-- Person.email: from text to address.
-- Lock: ACCESS EXCLUSIVE on person, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'person'::regclass AND attname = 'email'
  ) = 'text' THEN
    ALTER TABLE person
      ALTER COLUMN email TYPE address
        USING email::text::address;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'person'::regclass AND attname = 'email'
  ) IS DISTINCT FROM format_type(to_regtype('address'), NULL) THEN
    RAISE EXCEPTION 'Column person.email is neither text nor address. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Person.odd: every value must fit "Odd Name".
-- Lock: ACCESS SHARE on person, while it is scanned.
DO $varve$
DECLARE
  fitting record;
  place record;
  standing bigint := 0;
  query text;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('person') AND attname = 'odd'
      AND format_type(atttypid, atttypmod) = 'integer'
  ) THEN
    BEGIN
      FOR fitting IN EXECUTE 'SELECT (odd::text::"Odd Name") FROM person' LOOP
      END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
      FOR place IN EXECUTE 'SELECT tableoid, ctid FROM person' LOOP
        BEGIN
          EXECUTE 'SELECT (odd::text::"Odd Name") FROM person WHERE tableoid = $1 AND ctid = $2' INTO fitting USING place.tableoid, place.ctid;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
          standing := standing + 1;
          IF standing <= 20 THEN
            query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
          END IF;
        END;
      END LOOP;
      query := 'SELECT * FROM person WHERE (tableoid, ctid) IN (' || query || ')';
      IF standing > 0 THEN
        RAISE EXCEPTION 'Column person.odd is to become "Odd Name", but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'data_exception';
      END IF;
    END;
  END IF;
END
$varve$;

-- Person.odd: from integer to "Odd Name".
-- Lock: ACCESS EXCLUSIVE on person, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'person'::regclass AND attname = 'odd'
  ) = 'integer' THEN
    ALTER TABLE person
      ALTER COLUMN odd TYPE "Odd Name"
        USING odd::text::"Odd Name";
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'person'::regclass AND attname = 'odd'
  ) IS DISTINCT FROM format_type(to_regtype('"Odd Name"'), NULL) THEN
    RAISE EXCEPTION 'Column person.odd is neither integer nor "Odd Name". Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    others amount[] NOT NULL, code zip NOT NULL
  );
  CREATE TEMP TABLE varve_expected_2 (
    credit money.credit
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('person'::regclass, 'pg_temp.varve_expected_1'::regclass, false, false),
      ('person'::regclass, 'pg_temp.varve_expected_2'::regclass, false, true)
  )
  SELECT string_agg(DISTINCT part, ', ' ORDER BY part) INTO differing FROM (
    SELECT format('column %s.%I', actual, attname)
    FROM pair
    JOIN pg_attribute ON attrelid IN (actual, expected) AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    LEFT JOIN (pg_depend JOIN pg_sequence ON seqrelid = objid) ON refobjid = attrelid
      AND refobjsubid = attnum AND classid = 'pg_class'::regclass AND refclassid = classid
    WHERE settled IS NOT NULL
      AND (whole OR attname IN (SELECT attname FROM pg_attribute WHERE attrelid = expected))
    GROUP BY actual, expected, attname, atttypid, atttypmod, attcollation, attgenerated,
      attstorage, attcompression,
      CASE WHEN attgenerated <> '' THEN pg_get_expr(adbin, adrelid) END,
      CASE WHEN settled THEN (
        attnotnull, attidentity, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle,
        CASE WHEN seqrelid IS NULL THEN pg_get_expr(adbin, adrelid) END
      ) END
    HAVING count(*) <> 2
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2;
END
$varve$;

-- varve:step transaction

-- person.others: no NULL in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on person, while it is scanned.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('person') AND conname = 'varve_person_others_not_null'
  ) THEN
    ALTER TABLE person
      VALIDATE CONSTRAINT varve_person_others_not_null;
  END IF;
END
$varve$;

-- person.code: no NULL in the rows that are there.
-- Lock: SHARE UPDATE EXCLUSIVE on person, while it is scanned.
DO $varve$
BEGIN
  IF EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('person') AND conname = 'varve_person_code_not_null'
  ) THEN
    ALTER TABLE person
      VALIDATE CONSTRAINT varve_person_code_not_null;
  END IF;
END
$varve$;

-- varve:step transaction

-- person.others: NOT NULL.
-- Lock: ACCESS EXCLUSIVE on person, for a moment.
ALTER TABLE person
  ALTER COLUMN others SET NOT NULL;
ALTER TABLE person
  DROP CONSTRAINT IF EXISTS varve_person_others_not_null;

-- person.code: NOT NULL.
-- Lock: ACCESS EXCLUSIVE on person, for a moment.
ALTER TABLE person
  ALTER COLUMN code SET NOT NULL;
ALTER TABLE person
  DROP CONSTRAINT IF EXISTS varve_person_code_not_null;
