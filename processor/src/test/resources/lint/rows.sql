-- varve:step transaction
UPDATE orders SET total = '0';
UPDATE orders SET total = '0' WHERE total IS NULL;
UPDATE orders SET total = (SELECT name FROM users WHERE id = user_id);
CREATE TEMP TABLE IF NOT EXISTS scratch (n int);
UPDATE scratch SET n = 1;
-- varve:step outside transaction
-- varve:repeat
UPDATE orders SET total = '0' WHERE id IN (SELECT id FROM orders WHERE total IS NULL LIMIT 1000);
