-- U2__change_type_of_network_in_visit_and_12_more
--
-- The way back from V2__change_type_of_network_in_visit_and_12_more.
-- Changes column visit.network from inet to cidr.
-- Changes column visit.device from macaddr8 to macaddr.
-- Changes column visit.country from varchar(3) to char(2).
-- Changes column visit.at from timestamptz to timestamptz(3).
-- Changes column visit.stay from interval to interval day to second(3).
-- Changes column visit.flags from varbit to bit(3).
-- Changes column visit.spent from numeric to money.
-- Changes column visit.document from json to jsonb.
-- Changes column visit.distance from numeric(9, 1) to numeric(6, -2).
-- Changes column visit.pages from int8range to int4range.
-- Changes the default of column visit.pages.
-- Changes column visit.email from text to citext.
-- Changes column visit.attributes from text to hstore.
--
-- Data lost: what cidr cannot hold of visit.network; what macaddr cannot hold of visit.device; what char(2) cannot hold of visit.country; what timestamptz(3) cannot hold of visit.at; what interval day to second(3) cannot hold of visit.stay; what bit(3) cannot hold of visit.flags; what money cannot hold of visit.spent; what jsonb cannot hold of visit.document; what numeric(6, -2) cannot hold of visit.distance; what int4range cannot hold of visit.pages (each value becomes pages::text::int4range); what citext cannot hold of visit.email (each value becomes email::text::citext); what hstore cannot hold of visit.attributes (each value becomes attributes::text::hstore).
-- Not brought back: what int8range cannot hold of visit.pages (each value becomes int8range(lower(pages), upper(pages))).
--
-- Written by Varve, and not to be edited: V2__change_type_of_network_in_visit_and_12_more.json has its checksum.

-- varve:step transaction

-- Visit.network: every value must fit cidr.
-- Lock: ACCESS SHARE on visit, while it is scanned.
DO $varve$
DECLARE
  fitting cidr;
  place record;
  standing bigint := 0;
  query text;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'network'
      AND format_type(atttypid, atttypmod) = 'inet'
  ) THEN
    BEGIN
      FOR fitting IN EXECUTE 'SELECT (network) FROM visit' LOOP
      END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
      FOR place IN EXECUTE 'SELECT tableoid, ctid FROM visit' LOOP
        BEGIN
          EXECUTE 'SELECT (network) FROM visit WHERE tableoid = $1 AND ctid = $2' INTO fitting USING place.tableoid, place.ctid;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
          standing := standing + 1;
          IF standing <= 20 THEN
            query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
          END IF;
        END;
      END LOOP;
      query := 'SELECT * FROM visit WHERE (tableoid, ctid) IN (' || query || ')';
      IF standing > 0 THEN
        RAISE EXCEPTION 'Column visit.network is to become cidr, but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'data_exception';
      END IF;
    END;
  END IF;
END
$varve$;

-- Visit.device: every value must fit macaddr.
-- Lock: ACCESS SHARE on visit, while it is scanned.
DO $varve$
DECLARE
  fitting macaddr;
  place record;
  standing bigint := 0;
  query text;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'device'
      AND format_type(atttypid, atttypmod) = 'macaddr8'
  ) THEN
    BEGIN
      FOR fitting IN EXECUTE 'SELECT (device) FROM visit' LOOP
      END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
      FOR place IN EXECUTE 'SELECT tableoid, ctid FROM visit' LOOP
        BEGIN
          EXECUTE 'SELECT (device) FROM visit WHERE tableoid = $1 AND ctid = $2' INTO fitting USING place.tableoid, place.ctid;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
          standing := standing + 1;
          IF standing <= 20 THEN
            query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
          END IF;
        END;
      END LOOP;
      query := 'SELECT * FROM visit WHERE (tableoid, ctid) IN (' || query || ')';
      IF standing > 0 THEN
        RAISE EXCEPTION 'Column visit.device is to become macaddr, but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'data_exception';
      END IF;
    END;
  END IF;
END
$varve$;

-- Visit.country: every value must fit char(2).
-- Lock: ACCESS SHARE on visit, while it is scanned.
DO $varve$
DECLARE
  fitting char(2);
  place record;
  standing bigint := 0;
  query text;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'country'
      AND format_type(atttypid, atttypmod) = 'character varying(3)'
  ) THEN
    BEGIN
      FOR fitting IN EXECUTE 'SELECT (country) FROM visit' LOOP
      END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
      FOR place IN EXECUTE 'SELECT tableoid, ctid FROM visit' LOOP
        BEGIN
          EXECUTE 'SELECT (country) FROM visit WHERE tableoid = $1 AND ctid = $2' INTO fitting USING place.tableoid, place.ctid;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
          standing := standing + 1;
          IF standing <= 20 THEN
            query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
          END IF;
        END;
      END LOOP;
      query := 'SELECT * FROM visit WHERE (tableoid, ctid) IN (' || query || ')';
      IF standing > 0 THEN
        RAISE EXCEPTION 'Column visit.country is to become char(2), but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'data_exception';
      END IF;
    END;
  END IF;
END
$varve$;

-- Visit.at: every value must fit timestamptz(3).
-- Lock: ACCESS SHARE on visit, while it is scanned.
DO $varve$
DECLARE
  fitting timestamptz(3);
  place record;
  standing bigint := 0;
  query text;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'at'
      AND format_type(atttypid, atttypmod) = 'timestamp with time zone'
  ) THEN
    BEGIN
      FOR fitting IN EXECUTE 'SELECT (at) FROM visit' LOOP
      END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
      FOR place IN EXECUTE 'SELECT tableoid, ctid FROM visit' LOOP
        BEGIN
          EXECUTE 'SELECT (at) FROM visit WHERE tableoid = $1 AND ctid = $2' INTO fitting USING place.tableoid, place.ctid;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
          standing := standing + 1;
          IF standing <= 20 THEN
            query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
          END IF;
        END;
      END LOOP;
      query := 'SELECT * FROM visit WHERE (tableoid, ctid) IN (' || query || ')';
      IF standing > 0 THEN
        RAISE EXCEPTION 'Column visit.at is to become timestamptz(3), but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'data_exception';
      END IF;
    END;
  END IF;
END
$varve$;

-- Visit.stay: every value must fit interval day to second(3).
-- Lock: ACCESS SHARE on visit, while it is scanned.
DO $varve$
DECLARE
  fitting interval day to second(3);
  place record;
  standing bigint := 0;
  query text;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'stay'
      AND format_type(atttypid, atttypmod) = 'interval'
  ) THEN
    BEGIN
      FOR fitting IN EXECUTE 'SELECT (stay) FROM visit' LOOP
      END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
      FOR place IN EXECUTE 'SELECT tableoid, ctid FROM visit' LOOP
        BEGIN
          EXECUTE 'SELECT (stay) FROM visit WHERE tableoid = $1 AND ctid = $2' INTO fitting USING place.tableoid, place.ctid;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
          standing := standing + 1;
          IF standing <= 20 THEN
            query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
          END IF;
        END;
      END LOOP;
      query := 'SELECT * FROM visit WHERE (tableoid, ctid) IN (' || query || ')';
      IF standing > 0 THEN
        RAISE EXCEPTION 'Column visit.stay is to become interval day to second(3), but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'data_exception';
      END IF;
    END;
  END IF;
END
$varve$;

-- Visit.flags: every value must fit bit(3).
-- Lock: ACCESS SHARE on visit, while it is scanned.
DO $varve$
DECLARE
  fitting bit(3);
  place record;
  standing bigint := 0;
  query text;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'flags'
      AND format_type(atttypid, atttypmod) = 'bit varying'
  ) THEN
    BEGIN
      FOR fitting IN EXECUTE 'SELECT (flags) FROM visit' LOOP
      END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
      FOR place IN EXECUTE 'SELECT tableoid, ctid FROM visit' LOOP
        BEGIN
          EXECUTE 'SELECT (flags) FROM visit WHERE tableoid = $1 AND ctid = $2' INTO fitting USING place.tableoid, place.ctid;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
          standing := standing + 1;
          IF standing <= 20 THEN
            query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
          END IF;
        END;
      END LOOP;
      query := 'SELECT * FROM visit WHERE (tableoid, ctid) IN (' || query || ')';
      IF standing > 0 THEN
        RAISE EXCEPTION 'Column visit.flags is to become bit(3), but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'data_exception';
      END IF;
    END;
  END IF;
END
$varve$;

-- Visit.spent: every value must fit money.
-- Lock: ACCESS SHARE on visit, while it is scanned.
DO $varve$
DECLARE
  fitting money;
  place record;
  standing bigint := 0;
  query text;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'spent'
      AND format_type(atttypid, atttypmod) = 'numeric'
  ) THEN
    BEGIN
      FOR fitting IN EXECUTE 'SELECT (spent) FROM visit' LOOP
      END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
      FOR place IN EXECUTE 'SELECT tableoid, ctid FROM visit' LOOP
        BEGIN
          EXECUTE 'SELECT (spent) FROM visit WHERE tableoid = $1 AND ctid = $2' INTO fitting USING place.tableoid, place.ctid;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
          standing := standing + 1;
          IF standing <= 20 THEN
            query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
          END IF;
        END;
      END LOOP;
      query := 'SELECT * FROM visit WHERE (tableoid, ctid) IN (' || query || ')';
      IF standing > 0 THEN
        RAISE EXCEPTION 'Column visit.spent is to become money, but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'data_exception';
      END IF;
    END;
  END IF;
END
$varve$;

-- Visit.document: every value must fit jsonb.
-- Lock: ACCESS SHARE on visit, while it is scanned.
DO $varve$
DECLARE
  fitting jsonb;
  place record;
  standing bigint := 0;
  query text;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'document'
      AND format_type(atttypid, atttypmod) = 'json'
  ) THEN
    BEGIN
      FOR fitting IN EXECUTE 'SELECT (document) FROM visit' LOOP
      END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
      FOR place IN EXECUTE 'SELECT tableoid, ctid FROM visit' LOOP
        BEGIN
          EXECUTE 'SELECT (document) FROM visit WHERE tableoid = $1 AND ctid = $2' INTO fitting USING place.tableoid, place.ctid;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
          standing := standing + 1;
          IF standing <= 20 THEN
            query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
          END IF;
        END;
      END LOOP;
      query := 'SELECT * FROM visit WHERE (tableoid, ctid) IN (' || query || ')';
      IF standing > 0 THEN
        RAISE EXCEPTION 'Column visit.document is to become jsonb, but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'data_exception';
      END IF;
    END;
  END IF;
END
$varve$;

-- Visit.distance: every value must fit numeric(6, -2).
-- Lock: ACCESS SHARE on visit, while it is scanned.
DO $varve$
DECLARE
  query text := 'SELECT * FROM visit WHERE abs(round(distance, -2)) >= power(10::numeric, 8) AND distance <> ''NaN''';
  standing bigint;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'distance'
      AND format_type(atttypid, atttypmod) = 'numeric(9,1)'
  ) THEN
    EXECUTE 'SELECT count(*) FROM (' || query || ') AS standing' INTO standing;
    IF standing > 0 THEN
      RAISE EXCEPTION 'Column visit.distance is to become numeric(6, -2), but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
        USING ERRCODE = 'data_exception';
    END IF;
  END IF;
END
$varve$;

-- Visit.pages: every value must fit int4range.
-- Lock: ACCESS SHARE on visit, while it is scanned.
DO $varve$
DECLARE
  fitting int4range;
  place record;
  standing bigint := 0;
  query text;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'pages'
      AND format_type(atttypid, atttypmod) = 'int8range'
  ) THEN
    BEGIN
      FOR fitting IN EXECUTE 'SELECT (pages::text::int4range) FROM visit' LOOP
      END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
      FOR place IN EXECUTE 'SELECT tableoid, ctid FROM visit' LOOP
        BEGIN
          EXECUTE 'SELECT (pages::text::int4range) FROM visit WHERE tableoid = $1 AND ctid = $2' INTO fitting USING place.tableoid, place.ctid;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
          standing := standing + 1;
          IF standing <= 20 THEN
            query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
          END IF;
        END;
      END LOOP;
      query := 'SELECT * FROM visit WHERE (tableoid, ctid) IN (' || query || ')';
      IF standing > 0 THEN
        RAISE EXCEPTION 'Column visit.pages is to become int4range, but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'data_exception';
      END IF;
    END;
  END IF;
END
$varve$;

-- Visit.email: every value must fit citext.
-- Lock: ACCESS SHARE on visit, while it is scanned.
DO $varve$
DECLARE
  fitting record;
  place record;
  standing bigint := 0;
  query text;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'email'
      AND format_type(atttypid, atttypmod) = 'text'
  ) THEN
    BEGIN
      FOR fitting IN EXECUTE 'SELECT (email::text::citext) FROM visit' LOOP
      END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
      FOR place IN EXECUTE 'SELECT tableoid, ctid FROM visit' LOOP
        BEGIN
          EXECUTE 'SELECT (email::text::citext) FROM visit WHERE tableoid = $1 AND ctid = $2' INTO fitting USING place.tableoid, place.ctid;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
          standing := standing + 1;
          IF standing <= 20 THEN
            query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
          END IF;
        END;
      END LOOP;
      query := 'SELECT * FROM visit WHERE (tableoid, ctid) IN (' || query || ')';
      IF standing > 0 THEN
        RAISE EXCEPTION 'Column visit.email is to become citext, but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'data_exception';
      END IF;
    END;
  END IF;
END
$varve$;

-- Visit.attributes: every value must fit hstore.
-- Lock: ACCESS SHARE on visit, while it is scanned.
DO $varve$
DECLARE
  fitting record;
  place record;
  standing bigint := 0;
  query text;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'attributes'
      AND format_type(atttypid, atttypmod) = 'text'
  ) THEN
    BEGIN
      FOR fitting IN EXECUTE 'SELECT (attributes::text::hstore) FROM visit' LOOP
      END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
      FOR place IN EXECUTE 'SELECT tableoid, ctid FROM visit' LOOP
        BEGIN
          EXECUTE 'SELECT (attributes::text::hstore) FROM visit WHERE tableoid = $1 AND ctid = $2' INTO fitting USING place.tableoid, place.ctid;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
          standing := standing + 1;
          IF standing <= 20 THEN
            query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
          END IF;
        END;
      END LOOP;
      query := 'SELECT * FROM visit WHERE (tableoid, ctid) IN (' || query || ')';
      IF standing > 0 THEN
        RAISE EXCEPTION 'Column visit.attributes is to become hstore, but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
          USING ERRCODE = 'data_exception';
      END IF;
    END;
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
      (a.attrelid = to_regclass('visit') AND a.attname = ANY (ARRAY['at', 'attributes', 'country', 'device', 'distance', 'document', 'email', 'flags', 'network', 'pages', 'spent', 'stay']::name[]))
    );
  IF dependents IS NOT NULL THEN
    RAISE EXCEPTION 'Not of the model, but resting on what this migration changes: %. '
      'Drop them, migrate and make them again; or describe them as records with @View.',
      dependents;
  END IF;
END
$varve$;

-- Visit.network: from inet to cidr.
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'network'
  ) = 'inet' THEN
    ALTER TABLE visit
      ALTER COLUMN network TYPE cidr;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'network'
  ) IS DISTINCT FROM 'cidr' THEN
    RAISE EXCEPTION 'Column visit.network is neither inet nor cidr. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.device: from macaddr8 to macaddr.
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'device'
  ) = 'macaddr8' THEN
    ALTER TABLE visit
      ALTER COLUMN device TYPE macaddr;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'device'
  ) IS DISTINCT FROM 'macaddr' THEN
    RAISE EXCEPTION 'Column visit.device is neither macaddr8 nor macaddr. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.country: from varchar(3) to char(2).
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'country'
  ) = 'character varying(3)' THEN
    ALTER TABLE visit
      ALTER COLUMN country TYPE char(2);
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'country'
  ) IS DISTINCT FROM 'character(2)' THEN
    RAISE EXCEPTION 'Column visit.country is neither varchar(3) nor char(2). Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.at: from timestamptz to timestamptz(3).
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'at'
  ) = 'timestamp with time zone' THEN
    ALTER TABLE visit
      ALTER COLUMN at TYPE timestamptz(3);
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'at'
  ) IS DISTINCT FROM 'timestamp(3) with time zone' THEN
    RAISE EXCEPTION 'Column visit.at is neither timestamptz nor timestamptz(3). Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.stay: from interval to interval day to second(3).
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'stay'
  ) = 'interval' THEN
    ALTER TABLE visit
      ALTER COLUMN stay TYPE interval day to second(3);
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'stay'
  ) IS DISTINCT FROM 'interval day to second(3)' THEN
    RAISE EXCEPTION 'Column visit.stay is neither interval nor interval day to second(3). Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.flags: from varbit to bit(3).
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'flags'
  ) = 'bit varying' THEN
    ALTER TABLE visit
      ALTER COLUMN flags TYPE bit(3);
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'flags'
  ) IS DISTINCT FROM 'bit(3)' THEN
    RAISE EXCEPTION 'Column visit.flags is neither varbit nor bit(3). Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.spent: from numeric to money.
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'spent'
  ) = 'numeric' THEN
    ALTER TABLE visit
      ALTER COLUMN spent TYPE money;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'spent'
  ) IS DISTINCT FROM 'money' THEN
    RAISE EXCEPTION 'Column visit.spent is neither numeric nor money. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.document: from json to jsonb.
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'document'
  ) = 'json' THEN
    ALTER TABLE visit
      ALTER COLUMN document TYPE jsonb;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'document'
  ) IS DISTINCT FROM 'jsonb' THEN
    RAISE EXCEPTION 'Column visit.document is neither json nor jsonb. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.distance: from numeric(9, 1) to numeric(6, -2).
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'distance'
  ) = 'numeric(9,1)' THEN
    ALTER TABLE visit
      ALTER COLUMN distance TYPE numeric(6, -2);
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'distance'
  ) IS DISTINCT FROM 'numeric(6,-2)' THEN
    RAISE EXCEPTION 'Column visit.distance is neither numeric(9, 1) nor numeric(6, -2). Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.pages: from int8range to int4range.
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'pages'
  ) = 'int8range' THEN
    ALTER TABLE visit
      ALTER COLUMN pages TYPE int4range
        USING pages::text::int4range;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'pages'
  ) IS DISTINCT FROM 'int4range' THEN
    RAISE EXCEPTION 'Column visit.pages is neither int8range nor int4range. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.pages: new default.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
ALTER TABLE visit
  ALTER COLUMN pages SET DEFAULT '[1,5)';

-- Visit.email: from text to citext.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'email'
  ) = 'text' THEN
    ALTER TABLE visit
      ALTER COLUMN email TYPE citext
        USING email::text::citext;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'email'
  ) IS DISTINCT FROM format_type(to_regtype('citext'), NULL) THEN
    RAISE EXCEPTION 'Column visit.email is neither text nor citext. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.attributes: from text to hstore.
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'attributes'
  ) = 'text' THEN
    ALTER TABLE visit
      ALTER COLUMN attributes TYPE hstore
        USING attributes::text::hstore;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'attributes'
  ) IS DISTINCT FROM format_type(to_regtype('hstore'), NULL) THEN
    RAISE EXCEPTION 'Column visit.attributes is neither text nor hstore. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;
