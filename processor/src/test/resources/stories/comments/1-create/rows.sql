INSERT INTO pad.note VALUES (1, 'a', 'a', '(1,2)', 'GOOD');
