INSERT INTO notes (id, owner_id, text) VALUES (1, 1, 'one'), (2, 7, '');
