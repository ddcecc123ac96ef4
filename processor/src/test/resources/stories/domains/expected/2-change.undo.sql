-- U2__rename_email_to_address_and_6_more
--
-- The way back from V2__rename_email_to_address_and_6_more.
-- Renames domain address to email.
-- Renames domain zip to postal_code.
-- Changes domain "Odd Name".
-- Changes domain amount.
-- Changes domain email.
-- Changes domain money.credit.
-- Changes domain postal_code.
--
-- Data lost: none.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V2__rename_email_to_address_and_6_more.json has its checksum.

-- varve:step transaction

-- Person.email: every value must be one of the domain email.
-- Lock: ACCESS SHARE on person, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM person WHERE NOT (email LIKE ''%_@_%'')';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Domain email is to have the check email_check, but % rows of person break it. Find them with: %; give them another value, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- Person.credit: every value must be one of the domain money.credit.
-- Lock: ACCESS SHARE on person, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM person WHERE NOT (credit < 1000000)';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Domain money.credit is to have the check credit_check, but % rows of person break it. Find them with: %; give them another value, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- Person.code: every value must be one of the domain postal_code.
-- Lock: ACCESS SHARE on person, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM person WHERE NOT (is_code(code))';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Domain postal_code is to have the check postal_code_check, but % rows of person break it. Find them with: %; give them another value, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- Person.code: every value must be one of the domain postal_code.
-- Lock: ACCESS SHARE on person, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM person WHERE code IS NULL';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Domain postal_code is to refuse NULL, but % rows of person break it. Find them with: %; give them another value, then run the migration again.', standing, query
      USING ERRCODE = 'not_null_violation';
  END IF;
END
$varve$;

-- varve:step transaction

-- Domain address: renamed to email.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('address') IS NOT NULL THEN
    IF to_regtype('email') IS NOT NULL THEN
      RAISE EXCEPTION 'Domain address is to be renamed to email, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER DOMAIN address
      RENAME TO email;
  END IF;
END
$varve$;

-- Domain zip: renamed to postal_code.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('zip') IS NOT NULL THEN
    IF to_regtype('postal_code') IS NOT NULL THEN
      RAISE EXCEPTION 'Domain zip is to be renamed to postal_code, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER DOMAIN zip
      RENAME TO postal_code;
  END IF;
END
$varve$;

-- Domain "Odd Name": changed.
-- Lock: none on a table.
ALTER DOMAIN "Odd Name" SET DEFAULT 7;
ALTER DOMAIN "Odd Name"
  DROP CONSTRAINT IF EXISTS "Odd Name_check";

-- Domain amount: changed.
-- Lock: none on a table.
ALTER DOMAIN amount SET DEFAULT 0;

-- Domain email: changed.
-- Lock: none on a table.
ALTER DOMAIN email
  DROP CONSTRAINT IF EXISTS address_check;
ALTER DOMAIN email
  DROP CONSTRAINT IF EXISTS lower_case;
ALTER DOMAIN email
  DROP CONSTRAINT IF EXISTS email_check;
ALTER DOMAIN email
  ADD CONSTRAINT email_check CHECK (VALUE LIKE '%_@_%') NOT VALID;
ALTER DOMAIN email DROP NOT NULL;

-- Domain money.credit: changed.
-- Lock: none on a table.
ALTER DOMAIN money.credit SET DEFAULT 0;
ALTER DOMAIN money.credit
  DROP CONSTRAINT IF EXISTS credit_check;
ALTER DOMAIN money.credit
  ADD CONSTRAINT credit_check CHECK (VALUE < 1000000) NOT VALID;

-- Domain postal_code: changed.
-- Lock: SHARE on person, while it is scanned.
ALTER DOMAIN postal_code
  DROP CONSTRAINT IF EXISTS zip_check;
ALTER DOMAIN postal_code
  DROP CONSTRAINT IF EXISTS postal_code_check;
ALTER DOMAIN postal_code
  ADD CONSTRAINT postal_code_check CHECK (is_code(VALUE)) NOT VALID;
ALTER DOMAIN postal_code SET NOT NULL;

-- varve:step transaction

-- Domain email: its checks, in the values that are there.
-- Lock: SHARE on person, while it is scanned.
ALTER DOMAIN email
  VALIDATE CONSTRAINT email_check;

-- Domain money.credit: its checks, in the values that are there.
-- Lock: SHARE on person, while it is scanned.
ALTER DOMAIN money.credit
  VALIDATE CONSTRAINT credit_check;

-- Domain postal_code: its checks, in the values that are there.
-- Lock: SHARE on person, while it is scanned.
ALTER DOMAIN postal_code
  VALIDATE CONSTRAINT postal_code_check;
