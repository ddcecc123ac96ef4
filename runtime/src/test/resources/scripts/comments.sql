/* A block; before everything. */
-- A line; of it.
SELECT 1; -- behind; it
/* first; */ SELECT /* second; */ 2 /* third; */;
SELECT 3 -- ; inside
  + 4 /* ; */;
/* nested; /* more; /* most; */ ; */ ; */ SELECT 5;
/* not nested: -- /* ; */ */ SELECT 6;
SELECT 7 /* it's "unbalanced; $$ */;
SELECT 8 -- it's "unbalanced; $$
;
--
SELECT 9;--
--;
/**/SELECT/**/10/**/;/**/
/***/SELECT 11;/****/
/* * / ; */SELECT 12;
/*/ ; */SELECT 13;
SELECT 1/*;*/+/*;*/1, 2*/*;*/2, 3-/* - */-3;
SELECT 1 -
  -- ; minus
  -1;
SELECT 5 --a;
--b;
--c;
- 4;
SELECT '/*', 1; SELECT '*/';
SELECT "--;" FROM (SELECT 1 AS "--;") t; SELECT "/*;" FROM (SELECT 1 AS "/*;") t;
SELECT 14; /* ; -- */ SELECT 15;
-- ; /* not opened
SELECT 16;
/* a comment
   over lines;
   -- with a line; in it
   'and' "quotes;' */
SELECT 17
/* at the end; */
-- and; one more
;
SELECT 18 -- no line end behind the last comment; and no semicolon
