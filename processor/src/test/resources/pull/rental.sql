-- A shop that lends films: triggers, full text, domains, partitions, views, functions.
CREATE TYPE mpaa_rating AS ENUM ('G', 'PG', 'PG-13', 'R', 'NC-17');
CREATE TYPE film_state AS ENUM ('in_stock', 'lent', 'lost');
CREATE DOMAIN year AS integer CONSTRAINT year_check CHECK (VALUE >= 1901 AND VALUE <= 2155);

CREATE FUNCTION last_updated() RETURNS trigger LANGUAGE plpgsql AS $_$
BEGIN
    NEW.last_update = CURRENT_TIMESTAMP;
    RETURN NEW;
END $_$;

CREATE SEQUENCE actor_actor_id_seq;
CREATE TABLE actor (
  actor_id integer DEFAULT nextval('actor_actor_id_seq'::regclass) NOT NULL,
  first_name text NOT NULL,
  last_name text NOT NULL,
  last_update timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE actor ADD CONSTRAINT actor_pkey PRIMARY KEY (actor_id);
CREATE INDEX idx_actor_last_name ON actor USING btree (last_name);
CREATE TABLE language (
  language_id serial PRIMARY KEY,
  name character(20) NOT NULL,
  last_update timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE film (
  film_id serial PRIMARY KEY,
  title text NOT NULL,
  description text,
  release_year year,
  language_id integer NOT NULL,
  original_language_id integer,
  rental_duration smallint DEFAULT 3 NOT NULL,
  rental_rate numeric(4,2) DEFAULT 4.99 NOT NULL,
  length smallint,
  replacement_cost numeric(5,2) DEFAULT 19.99 NOT NULL,
  rating mpaa_rating DEFAULT 'G'::mpaa_rating,
  state film_state DEFAULT 'in_stock'::film_state NOT NULL,
  last_update timestamp with time zone DEFAULT now() NOT NULL,
  special_features text[],
  fulltext tsvector NOT NULL,
  CONSTRAINT film_language_id_fkey FOREIGN KEY (language_id) REFERENCES language (language_id) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT film_original_language_id_fkey FOREIGN KEY (original_language_id) REFERENCES language (language_id) ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE INDEX film_fulltext_idx ON film USING gist (fulltext);
CREATE INDEX idx_title ON film USING btree (title);
CREATE TRIGGER film_fulltext_trigger BEFORE INSERT OR UPDATE ON film FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger('fulltext', 'pg_catalog.english', 'title', 'description');
CREATE TRIGGER last_updated BEFORE UPDATE ON film FOR EACH ROW EXECUTE FUNCTION last_updated();
CREATE TRIGGER last_updated BEFORE UPDATE ON actor FOR EACH ROW EXECUTE FUNCTION last_updated();
CREATE TABLE film_actor (
  actor_id integer NOT NULL REFERENCES actor ON UPDATE CASCADE ON DELETE RESTRICT,
  film_id integer NOT NULL REFERENCES film ON UPDATE CASCADE ON DELETE RESTRICT,
  last_update timestamp with time zone DEFAULT now() NOT NULL,
  PRIMARY KEY (actor_id, film_id)
);
CREATE TABLE inventory (
  inventory_id serial PRIMARY KEY,
  film_id integer NOT NULL REFERENCES film ON UPDATE CASCADE ON DELETE RESTRICT,
  store_id integer NOT NULL
);
CREATE INDEX idx_store_id_film_id ON inventory (store_id, film_id);
CREATE TABLE customer (
  customer_id serial PRIMARY KEY,
  first_name text NOT NULL,
  email text,
  active boolean DEFAULT true NOT NULL,
  create_date date DEFAULT CURRENT_DATE NOT NULL,
  activebool integer
);
CREATE TABLE rental (
  rental_id serial PRIMARY KEY,
  rental_period tstzrange NOT NULL,
  inventory_id integer NOT NULL REFERENCES inventory ON UPDATE CASCADE ON DELETE RESTRICT,
  customer_id integer NOT NULL REFERENCES customer ON UPDATE CASCADE ON DELETE RESTRICT
);
CREATE UNIQUE INDEX idx_unq_rental ON rental (lower(rental_period), inventory_id, customer_id);
CREATE TABLE payment (
  payment_id serial,
  customer_id integer NOT NULL,
  rental_id integer NOT NULL,
  amount numeric(5,2) NOT NULL,
  payment_date timestamp with time zone NOT NULL,
  PRIMARY KEY (payment_date, payment_id)
) PARTITION BY RANGE (payment_date);
CREATE TABLE payment_p2022_01 PARTITION OF payment FOR VALUES FROM ('2022-01-01 00:00:00+00') TO ('2022-02-01 00:00:00+00');
CREATE TABLE payment_p2022_02 (LIKE payment);
ALTER TABLE payment_p2022_02 ALTER COLUMN payment_id SET DEFAULT nextval('payment_payment_id_seq');
ALTER TABLE payment_p2022_02 ADD CONSTRAINT payment_p2022_02_pkey PRIMARY KEY (payment_date, payment_id);
CREATE INDEX idx_own_name ON payment_p2022_02 (customer_id);
ALTER TABLE payment ATTACH PARTITION payment_p2022_02 FOR VALUES FROM ('2022-02-01 00:00:00+00') TO ('2022-03-01 00:00:00+00');
CREATE INDEX idx_fk_customer_id ON payment (customer_id);
ALTER TABLE payment ADD FOREIGN KEY (customer_id) REFERENCES customer;
ALTER TABLE ONLY payment_p2022_01 ADD CONSTRAINT payment_p2022_01_rental_id_fkey FOREIGN KEY (rental_id) REFERENCES rental (rental_id);

CREATE FUNCTION _group_concat(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS $_$
SELECT CASE WHEN $2 IS NULL THEN $1 WHEN $1 IS NULL THEN $2 ELSE $1 || ', ' || $2 END
$_$;
CREATE AGGREGATE group_concat(text) (SFUNC = _group_concat, STYPE = text);
CREATE FUNCTION inventory_in_stock(p_inventory_id integer) RETURNS boolean LANGUAGE plpgsql AS $_$
DECLARE
    v_rentals INTEGER;
    v_out     rental.rental_id%TYPE;
BEGIN
    SELECT count(*) INTO v_rentals FROM rental WHERE inventory_id = p_inventory_id;
    RETURN v_rentals = 0;
END $_$;
CREATE FUNCTION film_in_stock(p_film_id integer, p_store_id integer, OUT p_film_count integer) RETURNS SETOF integer LANGUAGE sql AS $_$
     SELECT inventory_id FROM inventory WHERE film_id = $1 AND store_id = $2 AND inventory_in_stock(inventory_id);
$_$;
CREATE FUNCTION rewards_report(min_monthly_purchases integer, min_dollar_amount_purchased numeric) RETURNS SETOF customer LANGUAGE plpgsql SECURITY DEFINER AS $_$
DECLARE
    rr RECORD;
BEGIN
    FOR rr IN EXECUTE 'SELECT c.* FROM customer AS c' LOOP
        RETURN NEXT rr;
    END LOOP;
    RETURN;
END $_$;
CREATE VIEW actor_info AS
 SELECT a.actor_id, a.first_name, a.last_name,
    group_concat(DISTINCT (f.title || ': '::text) || (SELECT group_concat(f2.title) FROM film f2 WHERE f2.film_id = f.film_id)) AS film_info
   FROM actor a
     LEFT JOIN film_actor fa ON a.actor_id = fa.actor_id
     LEFT JOIN film f ON fa.film_id = f.film_id
  GROUP BY a.actor_id, a.first_name, a.last_name;
CREATE VIEW customer_list AS
 SELECT cu.customer_id AS id, cu.first_name AS name,
        CASE WHEN cu.active THEN 'active'::text ELSE ''::text END AS notes,
        cu.email AS "e-mail address"
   FROM customer cu;
CREATE VIEW sales AS
 SELECT date_trunc('month', p.payment_date) AS month, sum(p.amount) AS total FROM payment p GROUP BY 1;
CREATE MATERIALIZED VIEW rental_by_film AS
 SELECT f.title, count(*) AS rentals, max(upper(r.rental_period)) AS last
   FROM rental r JOIN inventory i USING (inventory_id) JOIN film f USING (film_id)
  GROUP BY f.title WITH NO DATA;
CREATE UNIQUE INDEX rental_by_film_title ON rental_by_film (title);
