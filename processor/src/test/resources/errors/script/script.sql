-- Tidies up.
CREATE INDEX IF NOT EXISTS deck_title ON deck (title);
DROP INDEX CONCURRENTLY IF EXISTS deck_old;
ALTER TYPE color ADD VALUE IF NOT EXISTS 'blue';
UPDATE deck SET title = 'blue';
UPDATE decks SET title = '' WHERE title IS NULL;
ALTER TABLE deck ADD COLUMN IF NOT EXISTS cards int;
DELETE FROM deck;
DROP VIEW IF EXISTS titles CASCADE;
INSERT INTO deck (id, title) VALUES (gen_random_uuid(), 'French');
-- varve-allow SCRIPT_LOCKS
CREATE INDEX IF NOT EXISTS deck_id ON deck (id);
