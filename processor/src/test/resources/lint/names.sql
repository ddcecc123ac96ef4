UPDATE usres SET name = 'x' WHERE id = '1';
UPDATE users SET nmae = 'x', email = (SELECT e.mail FROM emails AS e) WHERE id = '1';
INSERT INTO orders (id, totl) SELECT id, name FROM users ON CONFLICT DO NOTHING;
INSERT INTO orders AS o (id) VALUES ('1') ON CONFLICT (id) DO UPDATE SET total = excluded.total;
WITH recent AS (SELECT id FROM orders) UPDATE users SET name = 'x' WHERE id IN (SELECT id FROM recent);
DELETE FROM public.orders WHERE id IN (SELECT oid::text FROM pg_class);
MERGE INTO users AS u USING orders AS o ON u.id = o.user_id WHEN MATCHED THEN UPDATE SET name = 'x';
CREATE TABLE IF NOT EXISTS emails (mail text);
TRUNCATE emails;
ALTER TABLE shop.users VALIDATE CONSTRAINT users_name_check;
COMMENT ON TABLE orderss IS 'All orders.';
COPY users (id, e_mail) FROM STDIN;
1	a@example.org
\.
CREATE TRIGGER IF_ANY BEFORE UPDATE ON userz FOR EACH ROW EXECUTE FUNCTION touch();
UPDATE users SET name = x.y FROM (SELECT 'z' AS y) AS x WHERE id = '1';
