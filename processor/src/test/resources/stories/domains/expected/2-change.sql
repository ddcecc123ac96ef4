-- V2__rename_email_to_address_and_6_more
--
-- Renames domain email to address.
-- Renames domain postal_code to zip.
-- Changes domain "Odd Name".
-- Changes domain address.
-- Changes domain amount.
-- Changes domain money.credit.
-- Changes domain zip.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V2__rename_email_to_address_and_6_more.json has its checksum.

-- varve:step transaction

-- Person.odd: every value must be one of the domain Odd Name.
-- Lock: ACCESS SHARE on person, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM person WHERE NOT (odd > 2)';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Domain Odd Name is to have the check Odd Name_check, but % rows of person break it. Find them with: %; give them another value, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- Person.email: every value must be one of the domain address.
-- Lock: ACCESS SHARE on person, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM person WHERE NOT (email LIKE ''%_@_%._%'')';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Domain address is to have the check address_check, but % rows of person break it. Find them with: %; give them another value, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- Person.email: every value must be one of the domain address.
-- Lock: ACCESS SHARE on person, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM person WHERE NOT (email = lower(email))';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Domain address is to have the check lower_case, but % rows of person break it. Find them with: %; give them another value, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- Person.email: every value must be one of the domain address.
-- Lock: ACCESS SHARE on person, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM person WHERE email IS NULL';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Domain address is to refuse NULL, but % rows of person break it. Find them with: %; give them another value, then run the migration again.', standing, query
      USING ERRCODE = 'not_null_violation';
  END IF;
END
$varve$;

-- Person.code: every value must be one of the domain zip.
-- Lock: ACCESS SHARE on person, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM person WHERE NOT (is_code(code))';
  standing bigint;
BEGIN
  EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
  IF standing > 0 THEN
    RAISE EXCEPTION 'Domain zip is to have the check zip_check, but % rows of person break it. Find them with: %; give them another value, then run the migration again.', standing, query
      USING ERRCODE = 'check_violation';
  END IF;
END
$varve$;

-- varve:step transaction

-- Domain email: renamed to address.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('email') IS NOT NULL THEN
    IF to_regtype('address') IS NOT NULL THEN
      RAISE EXCEPTION 'Domain email is to be renamed to address, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER DOMAIN email
      RENAME TO address;
  END IF;
END
$varve$;

-- Domain postal_code: renamed to zip.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('postal_code') IS NOT NULL THEN
    IF to_regtype('zip') IS NOT NULL THEN
      RAISE EXCEPTION 'Domain postal_code is to be renamed to zip, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER DOMAIN postal_code
      RENAME TO zip;
  END IF;
END
$varve$;

-- Domain "Odd Name": changed.
-- Lock: none on a table.
ALTER DOMAIN "Odd Name" DROP DEFAULT;
ALTER DOMAIN "Odd Name"
  DROP CONSTRAINT IF EXISTS "Odd Name_check";
ALTER DOMAIN "Odd Name"
  ADD CONSTRAINT "Odd Name_check" CHECK (VALUE > 2) NOT VALID;

-- Domain address: changed.
-- Lock: SHARE on person, while it is scanned.
ALTER DOMAIN address
  DROP CONSTRAINT IF EXISTS email_check;
ALTER DOMAIN address
  DROP CONSTRAINT IF EXISTS address_check;
ALTER DOMAIN address
  ADD CONSTRAINT address_check CHECK (VALUE LIKE '%_@_%._%') NOT VALID;
ALTER DOMAIN address
  DROP CONSTRAINT IF EXISTS lower_case;
ALTER DOMAIN address
  ADD CONSTRAINT lower_case CHECK (VALUE = lower(VALUE)) NOT VALID;
ALTER DOMAIN address SET NOT NULL;

-- Domain amount: changed.
-- Lock: none on a table.
ALTER DOMAIN amount SET DEFAULT 1;

-- Domain money.credit: changed.
-- Lock: none on a table.
ALTER DOMAIN money.credit SET DEFAULT 1;
ALTER DOMAIN money.credit
  DROP CONSTRAINT IF EXISTS credit_check;

-- Domain zip: changed.
-- Lock: none on a table.
ALTER DOMAIN zip
  DROP CONSTRAINT IF EXISTS postal_code_check;
ALTER DOMAIN zip
  DROP CONSTRAINT IF EXISTS zip_check;
ALTER DOMAIN zip
  ADD CONSTRAINT zip_check CHECK (is_code(VALUE)) NOT VALID;
ALTER DOMAIN zip DROP NOT NULL;

-- varve:step transaction

-- Domain "Odd Name": its checks, in the values that are there.
-- Lock: SHARE on person, while it is scanned.
ALTER DOMAIN "Odd Name"
  VALIDATE CONSTRAINT "Odd Name_check";

-- Domain address: its checks, in the values that are there.
-- Lock: SHARE on person, while it is scanned.
ALTER DOMAIN address
  VALIDATE CONSTRAINT address_check;
ALTER DOMAIN address
  VALIDATE CONSTRAINT lower_case;

-- Domain zip: its checks, in the values that are there.
-- Lock: SHARE on person, while it is scanned.
ALTER DOMAIN zip
  VALIDATE CONSTRAINT zip_check;
