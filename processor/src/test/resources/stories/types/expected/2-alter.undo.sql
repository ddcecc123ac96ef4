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
