-- In the manner of sample databases and of large applications: payments by month, a search vector
-- kept by a trigger, a year that is a domain, an aggregate, lists in arrays, tables by list and hash.
CREATE TYPE mpaa_rating AS ENUM ('G', 'PG', 'PG_13', 'R', 'NC_17');
CREATE TYPE "Odd rating" AS ENUM ('PG-13', 'NC-17');
CREATE DOMAIN year AS integer CHECK (VALUE >= 1901 AND VALUE <= 2155);
CREATE DOMAIN "bıgint" AS bigint;

CREATE FUNCTION last_updated() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN NEW.last_update = CURRENT_TIMESTAMP; RETURN NEW; END $$;
CREATE FUNCTION _group_concat(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT CASE WHEN $2 IS NULL THEN $1 WHEN $1 IS NULL THEN $2 ELSE $1 || ', ' || $2 END $$;
CREATE AGGREGATE group_concat(text) (SFUNC = _group_concat, STYPE = text);

CREATE SEQUENCE film_film_id_seq;
CREATE TABLE language (
  language_id serial PRIMARY KEY,
  name character(20) NOT NULL,
  last_update timestamptz DEFAULT now() NOT NULL
);
CREATE TABLE film (
  film_id integer DEFAULT nextval('film_film_id_seq') NOT NULL,
  title text NOT NULL,
  release_year year,
  language_id integer NOT NULL,
  rental_rate numeric(4, 2) DEFAULT 4.99 NOT NULL,
  length smallint,
  weight real,
  gross double precision,
  rating mpaa_rating DEFAULT 'G',
  odd "Odd rating" DEFAULT 'PG-13',
  special_features text[],
  fulltext tsvector NOT NULL,
  picture bytea,
  last_update timestamptz DEFAULT now() NOT NULL
);
ALTER TABLE film ADD CONSTRAINT film_pkey PRIMARY KEY (film_id);
ALTER TABLE film ADD CONSTRAINT film_language_id_fkey FOREIGN KEY (language_id)
  REFERENCES language(language_id) ON UPDATE CASCADE ON DELETE RESTRICT;
CREATE INDEX film_fulltext_idx ON film USING gist (fulltext);
CREATE TRIGGER film_fulltext_trigger BEFORE INSERT OR UPDATE ON film FOR EACH ROW
  EXECUTE FUNCTION tsvector_update_trigger('fulltext', 'pg_catalog.english', 'title');
CREATE TRIGGER last_updated BEFORE UPDATE ON film FOR EACH ROW EXECUTE FUNCTION last_updated();

CREATE SEQUENCE payment_seq;
CREATE TABLE payment (
  payment_id bigint DEFAULT nextval('payment_seq') NOT NULL,
  film_id integer NOT NULL REFERENCES film,
  amount numeric(5, 2) DEFAULT 0 NOT NULL CHECK (amount >= 0),
  payment_date timestamptz NOT NULL,
  note text,
  PRIMARY KEY (payment_date, payment_id)
) PARTITION BY RANGE (payment_date);
CREATE TABLE payment_p2022_01 PARTITION OF payment
  FOR VALUES FROM ('2022-01-01 00:00:00+00') TO ('2022-02-01 00:00:00+00');
CREATE TABLE payment_p2022_02 PARTITION OF payment
  FOR VALUES FROM ('2022-02-01 00:00:00+00') TO ('2022-03-01 00:00:00+00');
CREATE TABLE "payment rest" PARTITION OF payment DEFAULT;
CREATE INDEX payment_film ON payment (film_id);
CREATE UNIQUE INDEX payment_once ON payment (payment_date, film_id, amount);
COMMENT ON TABLE payment IS 'By month.';
CREATE TRIGGER noted BEFORE UPDATE ON payment FOR EACH ROW WHEN (OLD.note IS NULL)
  EXECUTE FUNCTION suppress_redundant_updates_trigger();

CREATE TABLE region (
  code text NOT NULL,
  part integer NOT NULL,
  name text,
  PRIMARY KEY (code, part)
) PARTITION BY LIST (code);
CREATE TABLE region_eu PARTITION OF region FOR VALUES IN ('de', 'fr', 'o''x');
CREATE TABLE region_us PARTITION OF region FOR VALUES IN ('us');

CREATE TABLE reading (
  sensor bigint,
  at bigint,
  value double precision,
  PRIMARY KEY (sensor, at)
) PARTITION BY HASH (sensor);
CREATE TABLE reading_0 PARTITION OF reading FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE reading_1 PARTITION OF reading FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE reading_note (
  id bigint PRIMARY KEY,
  sensor bigint,
  at bigint,
  FOREIGN KEY (sensor, at) REFERENCES reading (sensor, at) ON DELETE CASCADE
);

-- A partition with something of its own, and one that is divided again: no record says these.
CREATE TABLE audit_event (id bigint NOT NULL, at date NOT NULL, what jsonb DEFAULT '{}', PRIMARY KEY (id, at))
  PARTITION BY RANGE (at);
CREATE TABLE audit_event_old PARTITION OF audit_event FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
CREATE INDEX audit_event_old_what ON audit_event_old USING gin (what);
CREATE TABLE metric (id bigint NOT NULL, at date NOT NULL, host int NOT NULL DEFAULT 1, PRIMARY KEY (id, at, host))
  PARTITION BY RANGE (at);
CREATE TABLE metric_2020 PARTITION OF metric FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')
  PARTITION BY HASH (host);
CREATE TABLE metric_2020_0 PARTITION OF metric_2020 FOR VALUES WITH (MODULUS 1, REMAINDER 0);

CREATE VIEW film_list AS
  SELECT f.film_id AS fid, f.title, l.name AS language, f.rental_rate AS price
  FROM film f JOIN language l USING (language_id);
CREATE VIEW film_actors AS SELECT group_concat(title) AS titles FROM film;
CREATE VIEW january AS SELECT payment_id, amount FROM payment_p2022_01;
CREATE VIEW paid AS SELECT film_id, sum(amount) AS total FROM payment GROUP BY film_id;
CREATE MATERIALIZED VIEW paid_films AS SELECT p.film_id, p.total, f.title FROM paid p JOIN film f USING (film_id);
CREATE UNIQUE INDEX paid_films_id ON paid_films (film_id);
CREATE RULE no_delete AS ON DELETE TO language DO INSTEAD NOTHING;
