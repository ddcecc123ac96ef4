INSERT INTO customer (id, home, others) VALUES
  (1, ROW('Storgata 1', '0155', 'NO'), ARRAY[ROW('Via Roma 2', NULL, 'IT')::address]),
  (2, ROW('Via Roma 2', '00184', 'IT'), '{}');
