INSERT INTO users (name, nickname) VALUES ('Ada Lovelace', 'ada'), ('Grace Hopper', 'grace');
