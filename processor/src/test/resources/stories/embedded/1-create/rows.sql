INSERT INTO country (id) VALUES (31);
INSERT INTO customer (id, home_street, home_zip, home_country) VALUES (1, 'Street', '1234', 31);
