-- varve:step outside transaction
CREATE INDEX CONCURRENTLY orders_total ON orders (total);
INSERT INTO users (id) VALUES ('1');
-- varve:step transaction
-- varve:once
INSERT INTO users (id) VALUES ('2');
