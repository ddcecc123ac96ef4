-- Without an undo.
-- varve-allow SCRIPT_UNDO_MISSING: names that were filled look like others afterwards.

-- varve-allow SCRIPT_LOCKS: eleven rows, and nobody is awake.
CREATE INDEX IF NOT EXISTS orders_total ON orders (total);
-- varve-allow SCRIPT_LOCKS
CREATE INDEX IF NOT EXISTS orders_user ON orders (user_id);
-- varve-allow SCRIPT_LOCKS: nothing is locked here.
UPDATE users SET name = '' WHERE name IS NULL;
-- varve-allow SCRIPT_NOT_IN_TRANSACTION: it does work.
-- varve-allow: whatever.
-- varve-allow SCRIPT_UNKNOWN_NAME: an extension makes it.
INSERT INTO spatial_ref_sys (srid)
-- varve-allow SCRIPT_LOCKS: inside a statement it is a comment like others.
VALUES (1) ON CONFLICT DO NOTHING;
