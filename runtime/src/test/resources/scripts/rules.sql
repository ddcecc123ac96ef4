-- The actions of a rule stand in parentheses, with semicolons between them.
CREATE TABLE t (a int); CREATE TABLE log (a int, b text); CREATE VIEW v AS SELECT a FROM t;
CREATE RULE r1 AS ON INSERT TO t DO ALSO (INSERT INTO log VALUES (NEW.a, ';'); DELETE FROM log WHERE a = 1);
CREATE RULE r2 AS ON UPDATE TO v DO INSTEAD (
  UPDATE t SET a = NEW.a WHERE a = OLD.a; -- ;
  INSERT INTO log VALUES (NEW.a, $$;)$$); /* ;) */
  SELECT ')', '(;', 1;
);
CREATE OR REPLACE RULE r3 AS ON DELETE TO v DO INSTEAD NOTHING;
CREATE RULE r4 AS ON INSERT TO v DO INSTEAD (INSERT INTO t VALUES (NEW.a); INSERT INTO log SELECT a, ')' FROM (SELECT 1 AS a) s;);
CREATE RULE r5 AS ON DELETE TO t WHERE (OLD.a > 1) DO ALSO INSERT INTO log VALUES (OLD.a, 'x;');
SELECT (1), ((2)), (((3))); SELECT (ARRAY[1, 2])[1], (ARRAY[1, 2])[1:2];
SELECT * FROM (VALUES (1, ';'), (2, ')')) AS x (a, b);
SELECT ROW(1, ';'), (SELECT ')'), EXISTS (SELECT 1 FROM t);
DROP VIEW v;
