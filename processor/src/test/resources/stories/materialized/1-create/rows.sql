INSERT INTO sale VALUES (1, 'Ulm', 2000), (2, 'Bonn', 10);
