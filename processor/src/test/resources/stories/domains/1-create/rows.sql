INSERT INTO person (id, email, others, code, odd)
VALUES (1, 'ada@example.org', '{1,2.5}', '12345', 3), (2, 'bob@example.org', '{}', '54321', NULL);
