SELECT 1;

SELECT 'no line end at the end;'