-- U3__rename_address_to_place_and_2_more
--
-- The way back from V3__rename_address_to_place_and_2_more.
-- Renames composite type place to address.
-- Changes composite type address.
-- Changes the default of column customer.home.
--
-- Data lost: the values of place.floor.
-- Not brought back: the values of address.country; what varchar(100) cannot hold of address.street.
--
-- Written by Varve, and not to be edited: V3__rename_address_to_place_and_2_more.json has its checksum.

-- Composite type place: renamed to address.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('place') IS NOT NULL THEN
    IF to_regtype('address') IS NOT NULL THEN
      RAISE EXCEPTION 'Composite type place is to be renamed to address, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TYPE place
      RENAME TO address;
  END IF;
END
$varve$;

-- Composite type address: made anew, and all values of it written anew.
-- Lock: ACCESS EXCLUSIVE on customer, while it is written anew.
DO $varve$
BEGIN
  CREATE TYPE pg_temp.varve_expected AS (street text, "zip code" varchar(9), lines text[], country text);
  IF (
    SELECT count(DISTINCT ARRAY(
      SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute
      WHERE attrelid = typrelid AND attnum > 0 AND NOT attisdropped ORDER BY attnum
    ))
    FROM pg_type WHERE oid IN ('address'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    ALTER TYPE address
      RENAME TO varve_old_address;
    IF to_regtype('varve_parked_e42bd93f_address') IS NOT NULL THEN
      ALTER TYPE varve_parked_e42bd93f_address
        RENAME TO address;
    ELSE
      CREATE TYPE address AS (street text, "zip code" varchar(9), lines text[], country text);
    END IF;
    CREATE FUNCTION pg_temp.varve_convert(varve_old_address) RETURNS address LANGUAGE sql STRICT
      BEGIN ATOMIC
        SELECT ($1).street, ($1)."zip code", ($1).lines, NULL::text;
      END;
    CREATE FUNCTION pg_temp.varve_convert(varve_old_address[]) RETURNS address[] LANGUAGE sql STRICT
      RETURN CASE array_ndims($1)
        WHEN 2 THEN ARRAY(
          SELECT ARRAY(
            SELECT pg_temp.varve_convert($1[i][j])
            FROM generate_subscripts($1, 2) AS j ORDER BY j
          )
          FROM generate_subscripts($1, 1) AS i ORDER BY i
        )
        ELSE ARRAY(
          SELECT pg_temp.varve_convert($1[i])
          FROM generate_subscripts($1, 1) AS i ORDER BY i
        )
      END;
    ALTER TABLE customer
      ALTER COLUMN home DROP DEFAULT,
      ALTER COLUMN home TYPE address USING pg_temp.varve_convert(home),
      ALTER COLUMN home SET DEFAULT ROW('nowhere', NULL, '{}', 'XX');
    ALTER TABLE customer
      ALTER COLUMN others TYPE address[] USING pg_temp.varve_convert(others);
    DROP FUNCTION pg_temp.varve_convert(varve_old_address[]);
    DROP FUNCTION pg_temp.varve_convert(varve_old_address);
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'varve_old_address'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER TYPE varve_old_address
        RENAME TO varve_parked_47560378_address;
    ELSE
      DROP TYPE varve_old_address;
    END IF;
  END IF;
  DROP TYPE pg_temp.varve_expected;
END
$varve$;

-- Customer.home: new default.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
ALTER TABLE customer
  ALTER COLUMN home SET DEFAULT ROW('nowhere', NULL, '{}', 'XX');
