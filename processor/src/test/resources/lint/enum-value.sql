ALTER TYPE color ADD VALUE IF NOT EXISTS 'blue';
UPDATE users SET name = 'blue' WHERE name = 'bleu';
DROP TYPE IF EXISTS size;
CREATE TYPE size AS ENUM ('small');
ALTER TYPE size ADD VALUE IF NOT EXISTS 'large';
UPDATE users SET name = 'large' WHERE name IS NULL;
