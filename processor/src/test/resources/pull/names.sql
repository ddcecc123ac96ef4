-- Names that SQL, Java or both could take for something else.
CREATE SCHEMA "select";
CREATE SCHEMA "Mixed Case";
CREATE SCHEMA "weird.dot";
COMMENT ON SCHEMA "weird.dot" IS 'A */ comment with \u0041 and \ and "quotes" and ''single'' and {@code x} <b> & $ $S $L %s';
CREATE TYPE "select"."enum type" AS ENUM ('in-progress', 'class', 'ÄÖ 1', '', 'a''b', 'A', 'a', '1st',
  'x.y', ' ');
COMMENT ON TYPE "select"."enum type" IS E'line one\nline two\n\n@param foo\n';
CREATE TABLE "select"."from" (
  "order" bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME "select"."my ""seq""" START 5 INCREMENT -2 MINVALUE -100 MAXVALUE 5),
  "a""b" text DEFAULT 'it''s "x" \n',
  "a.b" int,
  "A" int, "a" int,
  "class" "select"."enum type" DEFAULT 'in-progress' NOT NULL,
  "enum" "select"."enum type"[] DEFAULT ARRAY['class','']::"select"."enum type"[],
  "this" text COLLATE "C",
  "hashCode" int, "toString" int, "getClass" int, "equals" int, "wait" int, "notify" int, "clone" int,
  finalize int, "record" int, "var" int, "_" int, "__" int, "$" int, "1" int, "é" int, "e" int, "日本語" text,
  "new" int, "null" int, "true" bool,
  CONSTRAINT "pk of from" PRIMARY KEY ("order"),
  CONSTRAINT "check ""it""" CHECK ("a.b" > 0 AND "A" < "a"),
  CONSTRAINT "uniq" UNIQUE ("a""b", "this")
);
COMMENT ON COLUMN "select"."from"."a""b" IS '*/ end of comment? \u002a/ {@link Foo} <script>';
COMMENT ON CONSTRAINT "check ""it""" ON "select"."from" IS 'why';
CREATE INDEX "idx (weird)" ON "select"."from" (lower("a""b") COLLATE "C" text_pattern_ops DESC NULLS LAST) INCLUDE ("A") WITH (fillfactor=80) WHERE "a.b" IS NOT NULL AND "this" <> E'\\';
COMMENT ON INDEX "select"."idx (weird)" IS 'of an index';
CREATE TABLE "Mixed Case"."Users" (id int PRIMARY KEY,
  "from" bigint REFERENCES "select"."from" ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "Mixed Case"."users" (id int PRIMARY KEY, other int);
ALTER TABLE "Mixed Case"."users" ADD CONSTRAINT nv FOREIGN KEY (other) REFERENCES "Mixed Case"."Users" NOT VALID;
CREATE TABLE "weird.dot"."t.x" ("c.d" int PRIMARY KEY, t text);
CREATE INDEX "a.x" ON "weird.dot"."t.x" (t);
CREATE INDEX "b.x" ON "weird.dot"."t.x" (t) WHERE t > 'x';
CREATE TABLE object (id serial PRIMARY KEY, string text, "Integer" int);
CREATE TABLE string (id smallserial PRIMARY KEY, "list" text[], optional numeric(5,2));
CREATE TABLE "table" (id bigserial PRIMARY KEY, record text);
CREATE TABLE record (id int PRIMARY KEY);
CREATE TABLE "Table" (id int PRIMARY KEY);
CREATE TABLE override (id int PRIMARY KEY);
CREATE TABLE path (id int PRIMARY KEY, p path, pt point, ln line);
CREATE TABLE json (id int PRIMARY KEY, j json, jb jsonb DEFAULT '{"a": [1, 2]}');
CREATE TABLE instant (id int PRIMARY KEY, t timestamptz DEFAULT now(),
  t2 timestamp(3) DEFAULT CURRENT_TIMESTAMP, d date DEFAULT CURRENT_DATE, tt time(2) with time zone,
  iv interval year to month, iv2 interval second(2) DEFAULT '1.50');
CREATE TABLE aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb int PRIMARY KEY, c int UNIQUE, d int CHECK (d > 0), EXCLUDE USING btree (c WITH =));
CREATE TABLE "ääääääääääääääääääääääääääääääa" ("öööööööööööööööööööööööööööööööb" int PRIMARY KEY,
  "ü" int UNIQUE);
CREATE TABLE nokey (a int, b int, UNIQUE NULLS NOT DISTINCT (a, b));
CREATE TABLE empty ();
CREATE TABLE onlydropped (a int);
ALTER TABLE onlydropped DROP COLUMN a;
CREATE TABLE dropped (a int, b int, c int PRIMARY KEY);
ALTER TABLE dropped DROP COLUMN b;
ALTER TABLE dropped ADD d text NOT NULL DEFAULT '';
CREATE VIEW "Mixed Case"."View one" ("x y", "X Y") AS SELECT id,
  "from" FROM "Mixed Case"."Users" WITH CASCADED CHECK OPTION;
CREATE RECURSIVE VIEW nums (n) AS VALUES (1) UNION ALL SELECT n+1 FROM nums WHERE n < 10;
CREATE MATERIALIZED VIEW mv AS SELECT count(*) AS c,
  "class" FROM "select"."from" GROUP BY "class" WITH NO DATA;
CREATE UNIQUE INDEX mvi ON mv ("class");
CREATE VIEW "values" AS SELECT * FROM (VALUES (1, 'a'), (2, 'b')) v (i, t);
CREATE OR REPLACE VIEW v2 WITH (security_barrier) AS SELECT v.*,
  r.id AS rid FROM "values" v LEFT JOIN record r ON r.id = v.i;
