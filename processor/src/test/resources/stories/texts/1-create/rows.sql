INSERT INTO deck VALUES
  (1, 'GOOD', 'NONE', '{GOOD,NONE,GOOD}'),
  (2, 'NONE', NULL, '{}'),
  (3, 'GOOD', 'GOOD', '{NONE,NULL}');
