-- varve:declares users.phone
-- Data lost: the values of users.name, and orders.
ALTER TABLE users ADD COLUMN IF NOT EXISTS phone text;
ALTER TABLE users ADD COLUMN IF NOT EXISTS fax text;
ALTER TABLE users DROP COLUMN IF EXISTS name;
ALTER TABLE users RENAME COLUMN email TO mail;
ALTER TABLE users ALTER COLUMN email SET DEFAULT '', ALTER COLUMN email SET STATISTICS 500;
ALTER TABLE users RENAME TO people;
DROP TABLE IF EXISTS orders;
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
