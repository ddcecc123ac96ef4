-- What psql's own scanner looks at, inside SQL.
SELECT ':x', ':''x''', '\d', '\.', '\;', E'\\d';
SELECT a[1:2] FROM (SELECT ARRAY[1, 2] AS a) t;
SELECT 'a' ::text, 'b'::text;
SELECT $$\d
\q
\.
$$;
SELECT "\d" FROM (SELECT 1 AS "\d") t;
-- \q
/* \q */
SELECT '
\q
\.
', 1;
SELECT 1 -- \gexec
;
SELECT '`date`', "`" FROM (SELECT 1 AS "`") t;
SELECT 'go', 'GO';
DO $$ BEGIN NULL; END $$ LANGUAGE plpgsql;
SELECT 'commit;', $$rollback;$$, "begin;" FROM (SELECT 1 AS "begin;") t;
SELECT 1 AS commit; SELECT 2 AS "end"; SELECT 3 AS rollback;
