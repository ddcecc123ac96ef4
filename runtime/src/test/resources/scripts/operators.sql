-- Operators, of which some hold what starts a comment, a parameter or a name.
SELECT 1+-1, 1 - -1, 2*-3, 1<-1, 1>-1, 1=-1, 2^-1;
SELECT 1/*;*/-1, 4/2, 4/ 2;
SELECT '{"a": 1}'::jsonb ? 'a', '{"a": 1}'::jsonb ?| ARRAY['a;'], '{"a": 1}'::jsonb ?& ARRAY['a'];
SELECT '{"a": {"b": 1}}'::jsonb #> '{a,b}', '{"a": 1}'::jsonb ->> 'a;', '{"a": 1}'::jsonb @> '{}';
SELECT '{"a": [1]}'::jsonb @? '$.a[*] ? (@ > 0)', '{"a": [1]}'::jsonb @@ '$.a[*] > 0';
SELECT 'a' ~ ';', 'a' ~* ';', 'a' !~ ';', 'a' !~* 'a;', 'a' LIKE 'a;%' ESCAPE '\';
SELECT 1 <> 2, 1 != 2, 1 <= 2, 1 >= 2, @ -1, |/ 4, ||/ 8, ~ 1, 5 # 3, 1 << 2, 8 >> 1;
SELECT 'a' || 'b' || ';', 5 % 2, 5 & 3, 5 | 3;
SELECT pg_catalog.textcat('a', 'b'), 1 OPERATOR(pg_catalog.+) 2;
SELECT make_interval(days => 1), make_interval(days := 2);
SELECT ARRAY[1, 2] && ARRAY[2], ARRAY[1] <@ ARRAY[1, 2], int4range(1, 5) -|- int4range(5, 6);
SELECT 1.5, .5, 1., 1e3, 1.5e-3, 1E+3, 0;
SELECT (ARRAY[1, 2, 3])[1:2], (ARRAY[1, 2, 3])[:2], (ARRAY[1, 2, 3])[2:];
SELECT 1::int::text::text, '1'::int[]::text[] IS NULL WHERE false;
CREATE OPERATOR @#@ (FUNCTION = int4pl, LEFTARG = int, RIGHTARG = int);
SELECT 1 @#@ 2, 1@#@2;
SELECT 1 @#@ -2, 1 @#@- 2;
