-- V1__create_invoices_and_create_billing_accounts
--
-- Creates schema billing.
-- Creates table invoices.
-- Creates table billing.accounts.
-- Adds constraint invoices_account_id_fkey to invoices.
-- Creates comment on column billing.accounts.iban.
-- Creates comment on column invoices.total.
-- Creates comment on table billing.accounts.
--
-- Data lost: none.
-- Lost by the undo: all rows of invoices; all rows of billing.accounts.
--
-- Written by Varve, and not to be edited: V1__create_invoices_and_create_billing_accounts.json has its checksum.

-- Schema billing: new schema.
CREATE SCHEMA IF NOT EXISTS billing;

-- Invoice: new table.
CREATE TABLE IF NOT EXISTS invoices (
  id bigint NOT NULL,
  account_id bigint NOT NULL,
  total integer NOT NULL,
  CONSTRAINT invoices_pkey PRIMARY KEY (id)
);

-- Invoice.accountId: index.
CREATE INDEX IF NOT EXISTS invoices_account_id_idx
  ON invoices (account_id);

-- Account: new table.
CREATE TABLE IF NOT EXISTS billing.accounts (
  id bigint NOT NULL,
  iban text NOT NULL,
  CONSTRAINT accounts_pkey PRIMARY KEY (id),
  CONSTRAINT accounts_iban_key UNIQUE (iban)
);

-- Invoice.accountId: reference to billing.accounts.
DO $varve$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = to_regclass('invoices') AND conname = 'invoices_account_id_fkey'
  ) THEN
    ALTER TABLE invoices
      ADD CONSTRAINT invoices_account_id_fkey FOREIGN KEY (account_id)
        REFERENCES billing.accounts (id);
  END IF;
END
$varve$;

-- Comment on column billing.accounts.iban: new comment.
COMMENT ON COLUMN billing.accounts.iban IS 'As the bank''s "statement" prints it: it''s unique.';

-- Comment on column invoices.total: new comment.
COMMENT ON COLUMN invoices.total IS 'In cents.';

-- Comment on table billing.accounts: new comment.
COMMENT ON TABLE billing.accounts IS 'Who pays.';

-- Check: IF NOT EXISTS sees names only. What was there before must be what this step makes. Locks no table.
DO $varve$
DECLARE
  differing text;
BEGIN
  CREATE TEMP TABLE varve_expected_1 (
    id bigint NOT NULL, account_id bigint NOT NULL, total integer NOT NULL,
    CONSTRAINT invoices_pkey PRIMARY KEY (id)
  );
  CREATE INDEX invoices_account_id_idx ON pg_temp.varve_expected_1 (account_id);
  CREATE TEMP TABLE varve_expected_2 (
    id bigint NOT NULL, iban text NOT NULL, CONSTRAINT accounts_pkey PRIMARY KEY (id),
    CONSTRAINT accounts_iban_key UNIQUE (iban)
  );
  WITH pair (actual, expected, whole, settled) AS (
    VALUES
      ('invoices'::regclass, 'pg_temp.varve_expected_1'::regclass, true, true),
      ('billing.accounts'::regclass, 'pg_temp.varve_expected_2'::regclass, true, true)
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
    UNION ALL
    SELECT format('relation %s', actual)
    FROM pair
    JOIN pg_class AS a ON a.oid = actual
    JOIN pg_class AS e ON e.oid = expected
    WHERE whole AND (a.relkind, a.relpersistence, a.reltablespace, a.reloptions) IS DISTINCT FROM
      ('r', 'p', e.reltablespace, e.reloptions)
    UNION ALL
    SELECT format('constraint %I of %s', conname, actual)
    FROM pair
    JOIN pg_constraint ON conrelid IN (actual, expected) AND contype IN ('p', 'u', 'c', 'x')
    WHERE whole
      OR conname IN (SELECT conname FROM pg_constraint WHERE conrelid = expected)
    GROUP BY actual, expected, conname, replace(pg_get_constraintdef(oid), ' NOT VALID', '')
    HAVING count(*) <> 2
    UNION ALL
    SELECT format('index %I of %s', relname, actual)
    FROM pair
    JOIN pg_index ON indrelid IN (actual, expected)
    JOIN pg_class ON oid = indexrelid
    WHERE whole OR relname IN (
      SELECT relname FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid = expected
    )
    GROUP BY actual, expected, relname, indisunique, indisvalid,
      substring(pg_get_indexdef(indexrelid) FROM ' USING .*')
    HAVING count(*) <> 2
    UNION ALL
    SELECT format('constraint %I of %s', name, owner)
    FROM (VALUES
      ('invoices'::regclass, 'invoices_account_id_fkey', ARRAY['account_id']::name[], 'billing.accounts'::regclass, ARRAY['id']::name[], 'a', 'a')
    ) AS key (owner, name, columns, target, target_columns, on_delete, on_update)
    WHERE NOT EXISTS (
      SELECT FROM pg_constraint
      WHERE conrelid = owner AND conname = name AND contype = 'f' AND confrelid = target
        AND confdeltype = on_delete AND confupdtype = on_update
        AND confmatchtype = 's' AND NOT condeferrable
        AND columns = (
          SELECT array_agg(attname ORDER BY array_position(conkey, attnum)) FROM pg_attribute
          WHERE attrelid = conrelid AND attnum = ANY (conkey)
        )
        AND target_columns = (
          SELECT array_agg(attname ORDER BY array_position(confkey, attnum)) FROM pg_attribute
          WHERE attrelid = confrelid AND attnum = ANY (confkey)
        )
    )
  ) AS differences (part);
  IF differing IS NOT NULL THEN
    RAISE EXCEPTION 'There already, in another shape than this migration makes: %. '
      'Rename, drop or change it; then run the migration again.', differing;
  END IF;
  DROP TABLE pg_temp.varve_expected_1, pg_temp.varve_expected_2;
END
$varve$;
