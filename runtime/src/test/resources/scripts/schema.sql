-- What a schema is made of.
CREATE SCHEMA shop CREATE TABLE shop.item (id int) CREATE VIEW shop.items AS SELECT id FROM shop.item;
CREATE TYPE mood AS ENUM ('happy;', 'it''s', 'so"so');
CREATE DOMAIN positive AS int CHECK (VALUE > 0 AND ';' <> '''');
CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- the key;
  email varchar(255) NOT NULL UNIQUE,
  tags text[] DEFAULT '{";"}'::text[] NOT NULL,
  mood mood DEFAULT 'happy;',
  settings jsonb DEFAULT '{"a": "b;c"}' NOT NULL,
  created_at timestamptz DEFAULT now() NOT NULL, /* when; */
  full_name text GENERATED ALWAYS AS (email || ';' || $$x$$) STORED,
  CONSTRAINT email_form CHECK (email ~ '^[^;]+@[^;]+$'),
  EXCLUDE USING gist (int8range(id, id + 1) WITH &&)
) PARTITION BY RANGE (id);
CREATE TABLE users_1 PARTITION OF users FOR VALUES FROM (1) TO (1000);
CREATE UNIQUE INDEX ON users_1 (lower(email), (settings->>'a;')) WHERE email <> ';';
CREATE MATERIALIZED VIEW counts AS SELECT count(*) AS n, ';' AS s FROM users_1 WITH NO DATA;
CREATE SEQUENCE numbers INCREMENT BY -1 START WITH -1;
CREATE TABLE child (id int, user_id bigint REFERENCES users_1 (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED);
ALTER TABLE child ADD COLUMN note text DEFAULT 'a;' , ADD CONSTRAINT c CHECK (note <> ''';') NOT VALID;
ALTER TABLE child VALIDATE CONSTRAINT c;
ALTER TABLE child ALTER COLUMN note TYPE varchar(10) USING left(note, 10) || ';';
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note := ';'; RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE OF note ON child FOR EACH ROW WHEN (OLD.note <> ';') EXECUTE FUNCTION touch(';');
CREATE POLICY own ON child USING (note = current_user || ';') WITH CHECK (note <> ';');
CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
CREATE CAST (mood AS int) WITH FUNCTION touch() AS ASSIGNMENT;
CREATE STATISTICS s (ndistinct) ON id, note FROM child;
CREATE EXTENSION IF NOT EXISTS "not there;";
COMMENT ON TABLE child IS 'Holds;
two lines;';
COMMENT ON COLUMN child.note IS E'it\'s;';
GRANT SELECT (id, note) ON child TO PUBLIC; REVOKE ALL ON child FROM PUBLIC;
INSERT INTO child (id, note) VALUES (1, 'x;') ON CONFLICT DO NOTHING RETURNING id, note || ';';
WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT n, ';' FROM r;
MERGE INTO child c USING (VALUES (1, ';')) s (id, note) ON c.id = s.id WHEN MATCHED THEN UPDATE SET note = s.note WHEN NOT MATCHED THEN INSERT VALUES (s.id, NULL, s.note);
SELECT CASE WHEN id = 1 THEN 'END;' ELSE ';' END FROM child WINDOW w AS (PARTITION BY id ORDER BY note);
ANALYZE child; VACUUM child; TRUNCATE child; REINDEX TABLE child; CLUSTER child;
EXPLAIN (COSTS off) SELECT 1; TABLE child; VALUES (1, ';'), (2, ');');
LOCK TABLE child IN SHARE MODE; SET LOCAL lock_timeout = '1s;'; SET CONSTRAINTS ALL DEFERRED;
SECURITY LABEL ON TABLE child IS 'x;'; NOTIFY channel, 'payload;'; CALL nothing(';');
DROP TABLE IF EXISTS child, users CASCADE; DROP TYPE mood; DROP SCHEMA shop CASCADE;
