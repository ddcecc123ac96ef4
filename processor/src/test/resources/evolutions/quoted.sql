CREATE TYPE "a.state" AS ENUM ('in progress', 'done');
CREATE TYPE "b.state" AS ENUM ('in progress', 'done');
CREATE TYPE "odd (ON) state" AS ENUM ('in progress');
CREATE TABLE "order items" (
  id bigint PRIMARY KEY,
  "a.x" "a.state" DEFAULT 'done' NOT NULL,
  "b.x" "b.state",
  "c ON (d)" "odd (ON) state"
);
INSERT INTO "order items" VALUES (1, 'done', 'done', 'in progress');
CREATE TABLE "a.t" (id bigint NOT NULL, region text NOT NULL) PARTITION BY LIST (region);
CREATE TABLE "a.p" PARTITION OF "a.t" FOR VALUES IN ('a');
CREATE TABLE "b.p" PARTITION OF "a.t" FOR VALUES IN ('b');
CREATE INDEX "a.i" ON "a.p" (id);
CREATE INDEX "b.i" ON "b.p" (id);
CREATE INDEX "d.i" ON "a.p" (id, region);
CREATE TABLE "heir of x" (extra text) INHERITS ("order items");
CREATE AGGREGATE "a.total" (integer) (SFUNC = int4pl, STYPE = integer);
CREATE STATISTICS "a.stat" ON id, "a.x" FROM "order items";
CREATE STATISTICS "b.stat" ON id, "b.x" FROM "order items";
CREATE RULE "a.rule" AS ON DELETE TO "order items" DO INSTEAD NOTHING;

-- change: value in an enum whose name has a dot
ALTER TYPE "a.state" ADD VALUE 'new one';
-- change: value renamed in an enum whose name has a dot
ALTER TYPE "b.state" RENAME VALUE 'in progress' TO 'still';
-- change: enum whose name is not one word
ALTER TYPE "odd (ON) state" ADD VALUE 'done (ON)' BEFORE 'in progress';
-- change: index of one partition whose name has a dot
DROP INDEX "d.i";
CREATE INDEX "d.i" ON "a.p" (id DESC);
-- change: index of a table with parts whose names have dots
CREATE INDEX "c.i" ON ONLY "a.t" (id);
ALTER INDEX "c.i" ATTACH PARTITION "b.i";
ALTER INDEX "c.i" ATTACH PARTITION "a.i";
-- change: column of a heir whose name is not one word
ALTER TABLE "heir of x" ADD COLUMN "b.y" text;
-- change: statistics whose names have dots
DROP STATISTICS "a.stat";
CREATE STATISTICS "c.stat" ON id, "a.x" FROM "order items";
ALTER STATISTICS "b.stat" SET STATISTICS 7;
-- change: rule whose name has a dot
CREATE OR REPLACE RULE "a.rule" AS ON DELETE TO "order items" WHERE old.id > 3 DO INSTEAD NOTHING;
