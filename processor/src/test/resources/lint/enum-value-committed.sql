-- varve:step transaction
ALTER TYPE color ADD VALUE IF NOT EXISTS 'blue';
-- varve:step transaction
UPDATE users SET name = 'blue' WHERE name = 'bleu';
