-- Every kind of string that PostgreSQL knows.
SELECT '', ';', ';;', 'a;b', 'it''s;', ''';', ';''', '''';
SELECT 'C:\', 'a\', '\', '\\', '\;';
SELECT E'\';', E'\\', E'\\;', e'a\\\';', E'''', E'\n;\t;', E'\x3B', E'\073', E'\u003B';
SELECT U&'\003B;', U&'\\;', u&'d\0061t\+000061;';
SELECT U&'d!0061t!+000061;' UESCAPE '!';
SELECT B'1010', b'', X'1FF', x'dead', N';', n'''';
SELECT 'a;'
  'b;';
SELECT 'a;' -- between; them
  'b;'
  -- and; again '
  'c;';
SELECT E'a\';'
  ';b';
SELECT U&'\0041;'
  ';\0042';
SELECT 'one
;two
  --three
/* four
';
SELECT '--;', '/*;', '*/;', '$$;', '"', '";', '\.';
SELECT 'a'::text, 'b' ::text, text 'c;', date '2026-11-21', interval '1 day;'::text;
SELECT '😀;', 'größe;', '日本;', ' ;', '​;';
SELECT 'e' , e, E FROM (SELECT 1 AS e) t;
SELECT type'a;' FROM (SELECT 1) t;
SELECT 'x'';''y', 'x'';', ';''y';
SELECT '{"a": ";", "b": [";"]}'::json, '{a,";"}'::text[];
INSERT INTO nowhere VALUES ('a;', $$b;$$), (E'c\';', U&'d;');
SELECT 'the
end';
