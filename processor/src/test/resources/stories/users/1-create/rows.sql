INSERT INTO users (email, nickname) VALUES ('ada@example.org', 'ada'), ('bob@example.org', NULL);
