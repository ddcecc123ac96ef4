-- Data between the statements.
CREATE TABLE item (id int, name text, note text);
COPY item FROM STDIN;
1	one	\N
2	two; SELECT 'not a statement';	--
3	it's	$$ /* "
\.
SELECT 1;
COPY item (id, name) FROM stdin; -- the data start on the next line;
4	four
\.

copy item(id, name) from stdin with (format csv, header, delimiter ';');
id;name
5;"a
b;"
6;"it's ""quoted"""
7;\N
\.
COPY public.item (id) FROM STDIN WITH DELIMITER '|' NULL '';
\.
COPY "item" FROM STDIN;
8	COPY item FROM STDIN;	BEGIN;
9	\\.	\\d item
10	\.x	.
\.
/* ; */ COPY /* ; */ item -- ;
  (id,
   "name") FROM
  STDIN
  ;
11	ß 😀
\.
COPY item FROM STDIN (FORMAT text);
\.
SELECT count(*) FROM item; COPY item (id) FROM STDOUT;
12
\.
SELECT 'copy from stdin', copy FROM (SELECT 1 AS copy) stdin; SELECT 1 FROM item stdin;
INSERT INTO item SELECT 1, 'from', 'stdin';
SELECT 'end';
