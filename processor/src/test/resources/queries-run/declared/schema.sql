CREATE SCHEMA games;
CREATE TYPE level AS ENUM ('LOW', 'HIGH');
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE DOMAIN games.score AS integer;
CREATE DOMAIN words AS text[] CHECK (cardinality(VALUE) < 9);
CREATE DOMAIN grid AS integer[];
CREATE TYPE part AS (
  text text, number integer, flag boolean, amount numeric, note text, words text[],
  at timestamptz, key uuid, level level, email email, bytes bytea);
CREATE TYPE "inner" AS (text text, number integer);
CREATE TYPE games."Whole ""thing""" AS (first "inner", others "inner"[]);
CREATE TABLE game (
  id bigint PRIMARY KEY,
  email email NOT NULL,
  emails email[] NOT NULL,
  score games.score,
  whole games."Whole ""thing""" NOT NULL,
  part part,
  parts part[] NOT NULL,
  words words NOT NULL,
  grid grid,
  texts words[] NOT NULL
);
