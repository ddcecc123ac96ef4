INSERT INTO cards (state, before) VALUES ('NEW', 'NEW'), ('OLD', 'NEW');
