INSERT INTO tasks (mood, best, past) VALUES
  ('LOW', 'HIGH', '{LOW,HIGH}'),
  ('HIGH', NULL, '{}'),
  (DEFAULT, 'LOW', '{HIGH}');
