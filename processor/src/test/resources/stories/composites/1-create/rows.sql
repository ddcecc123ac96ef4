INSERT INTO customer (id, home, others, credit) VALUES
  (1, DEFAULT, '{}', NULL),
  (2, ROW('a "b", \c', '12345', '{x,"y z"}'), ARRAY[ROW('x', NULL, NULL), NULL]::address[], ROW(1.5, 'EUR'));
