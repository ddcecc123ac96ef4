INSERT INTO trace VALUES (1, '2026-01-01', 'INFO', 'a'), (2, '2026-01-01', 'ERROR', 'b');
