-- Without an undo.
UPDATE users SET name = '' WHERE name IS NULL;
