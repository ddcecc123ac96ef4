-- With an empty undo.
UPDATE users SET name = '' WHERE name IS NULL;
