-- V2__change_type_of_network_in_visit_and_12_more
--
-- Changes column visit.network from cidr to inet.
-- Changes column visit.device from macaddr to macaddr8.
-- Changes column visit.country from char(2) to varchar(3).
-- Changes column visit.at from timestamptz(3) to timestamptz.
-- Changes column visit.stay from interval day to second(3) to interval.
-- Changes column visit.flags from bit(3) to varbit.
-- Changes column visit.spent from money to numeric.
-- Changes column visit.document from jsonb to json.
-- Changes column visit.distance from numeric(6, -2) to numeric(9, 1).
-- Changes the default of column visit.pages.
-- Changes column visit.pages from int4range to int8range.
-- Changes column visit.email from citext to text.
-- Changes column visit.attributes from hstore to text.
--
-- Data lost: what int8range cannot hold of visit.pages (each value becomes int8range(lower(pages), upper(pages))).
-- Lost by the undo: what cidr cannot hold of visit.network; what macaddr cannot hold of visit.device; what char(2) cannot hold of visit.country; what timestamptz(3) cannot hold of visit.at; what interval day to second(3) cannot hold of visit.stay; what bit(3) cannot hold of visit.flags; what money cannot hold of visit.spent; what jsonb cannot hold of visit.document; what numeric(6, -2) cannot hold of visit.distance; what int4range cannot hold of visit.pages (each value becomes pages::text::int4range); what citext cannot hold of visit.email (each value becomes email::text::citext); what hstore cannot hold of visit.attributes (each value becomes attributes::text::hstore).
--
-- Written by Varve, and not to be edited: V2__change_type_of_network_in_visit_and_12_more.json has its checksum.

-- varve:step transaction

-- Visit.pages: every value must fit int8range.
-- Lock: ACCESS SHARE on visit, while it is scanned.
DO $varve$
DECLARE
  fitting int8range;
  place record;
  standing bigint := 0;
  query text;
BEGIN
  IF EXISTS (
    SELECT FROM pg_attribute
    WHERE attrelid = to_regclass('visit') AND attname = 'pages'
      AND format_type(atttypid, atttypmod) = 'int4range'
  ) THEN
    BEGIN
      FOR fitting IN EXECUTE 'SELECT (int8range(lower(pages), upper(pages))) FROM visit' LOOP
      END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
      FOR place IN EXECUTE 'SELECT tableoid, ctid FROM visit' LOOP
        BEGIN
          EXECUTE 'SELECT (int8range(lower(pages), upper(pages))) FROM visit WHERE tableoid = $1 AND ctid = $2' INTO fitting USING place.tableoid, place.ctid;
        EXCEPTION WHEN data_exception OR integrity_constraint_violation OR syntax_error THEN
          standing := standing + 1;
          IF standing <= 20 THEN
            query := concat_ws(', ', query, format('(%L::regclass, %L::tid)', place.tableoid::regclass, place.ctid));
          END IF;
        END;
      END LOOP;
      query := 'SELECT * FROM visit WHERE (tableoid, ctid) IN (' || query || ')';
      IF standing > 0 THEN
        RAISE EXCEPTION 'Column visit.pages is to become int8range, but % rows have a value that cannot. Find them with: %; give them another value, then run the migration again.', standing, query
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

-- Visit.network: from cidr to inet.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'network'
  ) = 'cidr' THEN
    ALTER TABLE visit
      ALTER COLUMN network TYPE inet;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'network'
  ) IS DISTINCT FROM 'inet' THEN
    RAISE EXCEPTION 'Column visit.network is neither cidr nor inet. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.device: from macaddr to macaddr8.
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'device'
  ) = 'macaddr' THEN
    ALTER TABLE visit
      ALTER COLUMN device TYPE macaddr8;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'device'
  ) IS DISTINCT FROM 'macaddr8' THEN
    RAISE EXCEPTION 'Column visit.device is neither macaddr nor macaddr8. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.country: from char(2) to varchar(3).
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'country'
  ) = 'character(2)' THEN
    ALTER TABLE visit
      ALTER COLUMN country TYPE varchar(3);
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'country'
  ) IS DISTINCT FROM 'character varying(3)' THEN
    RAISE EXCEPTION 'Column visit.country is neither char(2) nor varchar(3). Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.at: from timestamptz(3) to timestamptz.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'at'
  ) = 'timestamp(3) with time zone' THEN
    ALTER TABLE visit
      ALTER COLUMN at TYPE timestamptz;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'at'
  ) IS DISTINCT FROM 'timestamp with time zone' THEN
    RAISE EXCEPTION 'Column visit.at is neither timestamptz(3) nor timestamptz. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.stay: from interval day to second(3) to interval.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'stay'
  ) = 'interval day to second(3)' THEN
    ALTER TABLE visit
      ALTER COLUMN stay TYPE interval;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'stay'
  ) IS DISTINCT FROM 'interval' THEN
    RAISE EXCEPTION 'Column visit.stay is neither interval day to second(3) nor interval. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.flags: from bit(3) to varbit.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'flags'
  ) = 'bit(3)' THEN
    ALTER TABLE visit
      ALTER COLUMN flags TYPE varbit;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'flags'
  ) IS DISTINCT FROM 'bit varying' THEN
    RAISE EXCEPTION 'Column visit.flags is neither bit(3) nor varbit. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.spent: from money to numeric.
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'spent'
  ) = 'money' THEN
    ALTER TABLE visit
      ALTER COLUMN spent TYPE numeric;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'spent'
  ) IS DISTINCT FROM 'numeric' THEN
    RAISE EXCEPTION 'Column visit.spent is neither money nor numeric. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.document: from jsonb to json.
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'document'
  ) = 'jsonb' THEN
    ALTER TABLE visit
      ALTER COLUMN document TYPE json;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'document'
  ) IS DISTINCT FROM 'json' THEN
    RAISE EXCEPTION 'Column visit.document is neither jsonb nor json. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.distance: from numeric(6, -2) to numeric(9, 1).
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'distance'
  ) = 'numeric(6,-2)' THEN
    ALTER TABLE visit
      ALTER COLUMN distance TYPE numeric(9, 1);
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'distance'
  ) IS DISTINCT FROM 'numeric(9,1)' THEN
    RAISE EXCEPTION 'Column visit.distance is neither numeric(6, -2) nor numeric(9, 1). Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.pages: no default any more.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
ALTER TABLE visit
  ALTER COLUMN pages DROP DEFAULT;

-- Visit.pages: from int4range to int8range.
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'pages'
  ) = 'int4range' THEN
    ALTER TABLE visit
      ALTER COLUMN pages TYPE int8range
        USING int8range(lower(pages), upper(pages));
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'pages'
  ) IS DISTINCT FROM 'int8range' THEN
    RAISE EXCEPTION 'Column visit.pages is neither int4range nor int8range. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.email: from citext to text.
-- Lock: ACCESS EXCLUSIVE on visit, for a moment.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'email'
  ) = format_type(to_regtype('citext'), NULL) THEN
    ALTER TABLE visit
      ALTER COLUMN email TYPE text;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'email'
  ) IS DISTINCT FROM 'text' THEN
    RAISE EXCEPTION 'Column visit.email is neither citext nor text. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;

-- Visit.attributes: from hstore to text.
-- Lock: ACCESS EXCLUSIVE on visit, while it is written anew.
DO $varve$
BEGIN
  IF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'attributes'
  ) = format_type(to_regtype('hstore'), NULL) THEN
    ALTER TABLE visit
      ALTER COLUMN attributes TYPE text;
  ELSIF (
    SELECT format_type(atttypid, atttypmod) FROM pg_attribute
    WHERE attrelid = 'visit'::regclass AND attname = 'attributes'
  ) IS DISTINCT FROM 'text' THEN
    RAISE EXCEPTION 'Column visit.attributes is neither hstore nor text. Give it back the type it had; then run the migration again.';
  END IF;
END
$varve$;
