INSERT INTO orders (code, price, amount, label) VALUES ('c', 1.50, 2, '\x00');
INSERT INTO visit (path) VALUES ('/cart');
