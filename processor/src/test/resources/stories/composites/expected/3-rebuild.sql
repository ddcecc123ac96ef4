-- V3__rename_address_to_place_and_2_more
--
-- Renames composite type address to place.
-- Changes composite type place.
-- Changes the default of column customer.home.
--
-- Data lost: the values of address.country; what varchar(100) cannot hold of address.street.
-- Lost by the undo: the values of place.floor.
--
-- Written by Varve, and not to be edited: V3__rename_address_to_place_and_2_more.json has its checksum.

-- Composite type address: renamed to place.
-- Lock: none on a table.
DO $varve$
BEGIN
  IF to_regtype('address') IS NOT NULL THEN
    IF to_regtype('place') IS NOT NULL THEN
      RAISE EXCEPTION 'Composite type address is to be renamed to place, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER TYPE address
      RENAME TO place;
  END IF;
END
$varve$;

-- Composite type place: made anew, and all values of it written anew.
-- Lock: ACCESS EXCLUSIVE on customer, while it is written anew.
DO $varve$
BEGIN
  CREATE TYPE pg_temp.varve_expected AS (street varchar(100), lines text[], floor integer, "zip code" varchar(9));
  IF (
    SELECT count(DISTINCT ARRAY(
      SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute
      WHERE attrelid = typrelid AND attnum > 0 AND NOT attisdropped ORDER BY attnum
    ))
    FROM pg_type WHERE oid IN ('place'::regtype, 'pg_temp.varve_expected'::regtype)
  ) > 1 THEN
    ALTER TYPE place
      RENAME TO varve_old_place;
    IF to_regtype('varve_parked_b654734e_place') IS NOT NULL THEN
      ALTER TYPE varve_parked_b654734e_place
        RENAME TO place;
    ELSE
      CREATE TYPE place AS (street varchar(100), lines text[], floor integer, "zip code" varchar(9));
    END IF;
    CREATE FUNCTION pg_temp.varve_convert(varve_old_place) RETURNS place LANGUAGE sql STRICT
      BEGIN ATOMIC
        SELECT ($1).street, ($1).lines, NULL::integer, ($1)."zip code";
      END;
    CREATE FUNCTION pg_temp.varve_convert(varve_old_place[]) RETURNS place[] LANGUAGE sql STRICT
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
      ALTER COLUMN home TYPE place USING pg_temp.varve_convert(home),
      ALTER COLUMN home SET DEFAULT ROW('nowhere', '{}', 0, NULL);
    ALTER TABLE customer
      ALTER COLUMN others TYPE place[] USING pg_temp.varve_convert(others);
    DROP FUNCTION pg_temp.varve_convert(varve_old_place[]);
    DROP FUNCTION pg_temp.varve_convert(varve_old_place);
    IF EXISTS (
      SELECT FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      JOIN pg_type ON pg_type.oid = atttypid
      WHERE 'varve_old_place'::regtype IN (pg_type.oid, typelem) AND NOT attisdropped
        AND (starts_with(relname, 'varve_parked_') OR starts_with(attname, 'varve_parked_'))
    ) THEN
      ALTER TYPE varve_old_place
        RENAME TO varve_parked_f4d3979c_place;
    ELSE
      DROP TYPE varve_old_place;
    END IF;
  END IF;
  DROP TYPE pg_temp.varve_expected;
END
$varve$;

-- Customer.home: new default.
-- Lock: ACCESS EXCLUSIVE on customer, for a moment.
ALTER TABLE customer
  ALTER COLUMN home SET DEFAULT ROW('nowhere', '{}', 0, NULL);
