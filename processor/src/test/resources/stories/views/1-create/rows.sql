INSERT INTO users VALUES (1, 'Ada', 'A'), (2, 'Ben', NULL);
INSERT INTO sales.orders VALUES (1, 1, 'OPEN', 2000), (2, 2, 'PAID', 3.50);
