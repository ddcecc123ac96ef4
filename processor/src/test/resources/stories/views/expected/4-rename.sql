-- V4__rename_user_totals_to_sales_totals_and_1_more
--
-- Renames view user_totals to sales.totals.
-- Changes view good_user.
--
-- Data lost: none.
-- Lost by the undo: nothing.
--
-- Written by Varve, and not to be edited: V4__rename_user_totals_to_sales_totals_and_1_more.json has its checksum.

-- View user_totals: renamed to sales.totals.
-- Lock: ACCESS EXCLUSIVE on user_totals, for a moment.
DO $varve$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('user_totals') AND relkind = 'v') THEN
    IF EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('sales.totals') AND relkind = 'v') THEN
      RAISE EXCEPTION 'View user_totals is to be renamed to sales.totals, but both exist. Rename or drop one of them; then run the migration again.';
    END IF;
    ALTER VIEW user_totals
      SET SCHEMA sales;
    ALTER VIEW sales.user_totals
      RENAME TO totals;
  END IF;
END
$varve$;

-- View good_user: changed.
-- Lock: ACCESS EXCLUSIVE on good_user, for a moment.
CREATE OR REPLACE VIEW good_user (name, id) AS
SELECT t.name, t.id FROM sales.totals AS t WHERE t.total > 1000;
DO $varve$
DECLARE
  differing text;
BEGIN
  SELECT string_agg(format('%I is %s, not %s', name, format_type(atttypid, atttypmod), type), ', ')
  INTO differing
  FROM (VALUES
    ('name', 'text'::regtype), ('id', 'bigint'::regtype)
  ) AS expected (name, type)
  JOIN pg_attribute ON attrelid = 'good_user'::regclass AND attname = name
  JOIN pg_type AS actual ON actual.oid = atttypid
  WHERE atttypid <> type
    AND NOT (type = 'text'::regtype AND typcategory = 'S');
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION '% gives another type than the record reads: %. '
      'Cast in the select, or change the component.', 'View good_user', differing;
  END IF;
END
$varve$;
