INSERT INTO tasks (mood, best) VALUES ('MEDIUM', 'MEDIUM');
