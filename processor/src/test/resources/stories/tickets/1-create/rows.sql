INSERT INTO ticket VALUES (1, 'N', 'BUG', 'NEW', 'OPEN'), (2, 'S', 'WISH', 'OPEN', 'NEW');
INSERT INTO label VALUES ('urgent');
