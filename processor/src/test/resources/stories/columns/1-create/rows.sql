INSERT INTO orders (code, price, quantity, label) VALUES ('a', 1.50, 2, '\x00'), ('B', 2, 3, '\x01');
INSERT INTO visit (path, seconds) VALUES ('/', 3), ('/orders', NULL);
