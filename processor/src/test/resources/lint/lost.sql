-- Cleans up.
--
-- Data lost: not said.
DELETE FROM orders;
DELETE FROM users WHERE name IS NULL;
TRUNCATE TABLE orders, users;
ALTER TABLE legacy DROP COLUMN IF EXISTS note, DROP COLUMN IF EXISTS memo;
DROP SCHEMA IF EXISTS old;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE relname = 'attic') THEN
    DROP TABLE attic;
  END IF;
END
$$;
CREATE TEMP TABLE scratch (id int);
DROP TABLE IF EXISTS scratch;
