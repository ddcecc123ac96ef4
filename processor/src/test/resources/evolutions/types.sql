CREATE TYPE mood AS ENUM ('GOOD', 'BAD', 'GONE');
CREATE TYPE size AS ENUM ('S', 'L');
CREATE DOMAIN email AS varchar(200) CHECK (VALUE LIKE '%@%');
CREATE DOMAIN amount AS integer DEFAULT 1;
CREATE DOMAIN postal_code AS text;
CREATE TYPE part AS (name text, many integer);
CREATE SEQUENCE tickets START 100;
CREATE SEQUENCE unneeded;
CREATE TABLE users (
  id bigint PRIMARY KEY,
  mood mood DEFAULT 'GOOD' NOT NULL,
  size size,
  email email NOT NULL,
  amount amount,
  zip postal_code,
  part part,
  ticket bigint DEFAULT nextval('tickets') NOT NULL
);

-- change: enum constant added
ALTER TYPE size ADD VALUE 'M' BEFORE 'L';
-- change: enum constant removed
ALTER TYPE mood RENAME TO old_mood;
CREATE TYPE mood AS ENUM ('GOOD', 'BAD');
ALTER TABLE users ALTER COLUMN mood DROP DEFAULT;
ALTER TABLE users ALTER COLUMN mood TYPE mood USING mood::text::mood;
ALTER TABLE users ALTER COLUMN mood SET DEFAULT 'GOOD';
DROP TYPE old_mood;
-- change: enum added
CREATE TYPE color AS ENUM ('RED', 'BLUE');
ALTER TABLE users ADD COLUMN color color;
-- change: check of a domain changed
ALTER DOMAIN email DROP CONSTRAINT email_check;
ALTER DOMAIN email ADD CONSTRAINT email_check CHECK (VALUE LIKE '_%@_%');
-- change: default of a domain, and NOT NULL
ALTER DOMAIN amount SET DEFAULT 2;
ALTER DOMAIN postal_code SET NOT NULL;
-- change: domain added
CREATE DOMAIN percent AS integer CHECK (VALUE BETWEEN 0 AND 100);
ALTER TABLE users ADD COLUMN share percent;
-- change: options of a sequence
ALTER SEQUENCE tickets INCREMENT BY 5 MAXVALUE 100000 CACHE 10 CYCLE;
-- change: sequence added
CREATE SEQUENCE more AS integer MINVALUE 10 START 10;
-- change: sequence dropped
DROP SEQUENCE unneeded;
-- change: composite type added
CREATE TYPE place AS (street text, zip varchar(9));
ALTER TABLE users ADD COLUMN home place;
