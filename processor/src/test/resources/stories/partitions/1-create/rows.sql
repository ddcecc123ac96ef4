INSERT INTO account VALUES (1);
INSERT INTO event (day, kind, account) VALUES ('2025-05-05', 'a', 1), ('2026-05-05', 'b', NULL), ('2030-01-01', 'c', 1);
INSERT INTO visit VALUES (1, 'NO'), (2, 'IT');
INSERT INTO login VALUES ('Ada'), ('Bob');
