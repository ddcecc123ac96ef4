-- Texts that Java, a script or a comment could take for something else, and things with nothing in them.
CREATE TABLE margins (x int PRIMARY KEY);
COMMENT ON TABLE margins IS E'  two spaces\n  two more';
CREATE TABLE blanks (x int PRIMARY KEY DEFAULT length(E'  q\n  r'));
COMMENT ON TABLE blanks IS E'trailing \n\nform\x0c\nem\u2003\ntab\t\n """"" five """\n  """""';
COMMENT ON COLUMN blanks.x IS E'\n\n  leading newlines';
CREATE TABLE escapes (
  x int PRIMARY KEY,
  y text DEFAULT E'a\\u0041 \\" \x01\x1b\u2028 \U0001F600',
  z text CHECK (z <> E'\n')
);
COMMENT ON TABLE escapes IS E'cr\rlf\r\nend\\';
COMMENT ON COLUMN escapes.y IS E'\\u002a/ \\\\u002a/ * / */ **/ {@code }} @deprecated <p> &lt;';
COMMENT ON COLUMN escapes.z IS E'   ';
CREATE TABLE tags (x int PRIMARY KEY);
COMMENT ON TABLE tags IS E'@deprecated\n@param x foo\n  @since 5 ${x} #{x} %s $L\\';
CREATE FUNCTION quotes() RETURNS text LANGUAGE sql
  AS E'  SELECT ''a\\u0041'' ||\n  ''b""""""" \\\\n'' \n  -- trailing  \n  ';
CREATE VIEW literals AS SELECT E'  x\n  y\n' AS q, 'back\slash' AS r, '"""' AS s, E'\t' AS t;
CREATE TABLE patterns (
  x int PRIMARY KEY,
  k text DEFAULT '' CHECK (k ~ '\d{2,}\.(a|b)"$'),
  CONSTRAINT "of two
lines" CHECK (x > 0)
);
CREATE TYPE label AS ENUM ('a
b', 'tab	', '\u0041', '"', '\');
CREATE TABLE labelled (x label PRIMARY KEY, y label[]);
-- Line ends as Windows has them.
CREATE TABLE returns (x int PRIMARY KEY, y text DEFAULT E'a\r\nb', z text CHECK (z <> E'x\ry'));
CREATE FUNCTION line_ends() RETURNS text LANGUAGE sql AS E'SELECT 1::text;\r\nSELECT ''x\r\ny'';\r\n';
CREATE VIEW returned AS SELECT E'x\ry' AS q, E'x\r\n  y' AS r;
-- Nothing in them.
CREATE TABLE empty ();
CREATE TABLE emptied (a int);
ALTER TABLE emptied DROP COLUMN a;
CREATE TYPE nothing AS ();
CREATE TYPE never AS ENUM ();
CREATE VIEW void AS SELECT;
CREATE TABLE of_nothing (a nothing, b never);
