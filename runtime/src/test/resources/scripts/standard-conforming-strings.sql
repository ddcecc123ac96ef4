-- A backslash in a plain string is a character like others.
SELECT '\';
SELECT '\' || ';' || '\';
SELECT 'C:\temp\', 'D:\', ';';
SELECT E'\\' || '\' || E'\'' || ';';
SELECT '\'';', '\''', 'x';
SELECT 'a\'
  'b\';
SELECT B'1' || B'0', '\';
SELECT '^\d+;$', '\.', '\\;';
SELECT regexp_replace('a;b', '\;', E'\\;');
SELECT 'it''s \', 'the end;';
