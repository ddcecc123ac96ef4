-- Quoted names, and names that look like something else.
CREATE TABLE "a;b" ("c;" int, """;" int, "d""e;" text, "f'g;" text, "$$" int);
SELECT "c;", """;", "d""e;" FROM "a;b";
SELECT U&"\0061;", U&"d!0061;" UESCAPE '!' FROM nowhere;
SELECT "BEGIN", "END", "CASE", "END;" FROM nowhere;
SELECT "multi
line;
name" FROM nowhere;
SELECT größe, Ωmega, _x, x1, a$1, 日本 FROM nowhere;
SELECT "a"."b;"."c" FROM "a"."b;";
SELECT t."x;".y FROM t;
SELECT "--", "/*", "*/" FROM nowhere;
SELECT 'x'::"char", 'y'::pg_catalog."char", CAST('z' AS "char");
SELECT u, u & 1, e, b, x, n FROM (SELECT 1 AS u, 2 AS e, 3 AS b, 4 AS x, 5 AS n) t;
SELECT "u&"."x;" FROM "u&";
CREATE TABLE "Begin" ("Atomic" int, "end" int);
DROP TABLE "Begin";
SELECT begin, atomic, copy, stdin FROM (SELECT 1 AS begin, 2 AS atomic, 3 AS copy, 4 AS stdin) t;
ALTER TABLE "a;b" RENAME "c;" TO "d;";
DROP TABLE "a;b";
