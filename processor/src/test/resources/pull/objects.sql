-- What DBAs make beside tables: types, routines, rules, statistics, operators, publications.
CREATE FUNCTION "f(x)"(a int DEFAULT 1,
  VARIADIC b text[] DEFAULT '{}') RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5 RETURN $1 + 1;
CREATE FUNCTION over(int) RETURNS int LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION over(text) RETURNS text LANGUAGE sql AS $q$ SELECT $1 || '$$' $q$;
CREATE FUNCTION over(int, int, OUT x int,
  OUT y text) RETURNS record LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog,
  pg_temp SET work_mem = '1MB' AS $$BEGIN x := 1; y := '$f$'; END$$;
COMMENT ON FUNCTION over(int) IS 'first';
CREATE FUNCTION tbl() RETURNS TABLE (a int, b text) LANGUAGE sql STABLE ROWS 10 AS 'SELECT 1, ''x''';
CREATE FUNCTION poly(anyelement, anyarray) RETURNS anyelement LANGUAGE sql AS 'SELECT $1';
CREATE PROCEDURE pr(INOUT a int, b text DEFAULT 'x') LANGUAGE plpgsql AS $$BEGIN a := a + 1; COMMIT; END$$;
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
CREATE FUNCTION evt() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN END$$;
CREATE DOMAIN d1 AS int DEFAULT 3 CHECK (VALUE > 0) CONSTRAINT nope CHECK (VALUE <> 7);
CREATE DOMAIN d2 AS d1 NOT NULL CHECK (VALUE < 100);
CREATE DOMAIN d3 AS text COLLATE "C" CHECK (VALUE ~ '^\d+$');
CREATE DOMAIN d4 AS int[] CHECK (array_length(VALUE, 1) < 5);
COMMENT ON DOMAIN d1 IS 'dom';
COMMENT ON CONSTRAINT nope ON DOMAIN d1 IS 'con';
CREATE TYPE comp AS (a d1, b text COLLATE "C", c d3[]);
CREATE TYPE comp2 AS (x comp, y comp[]);
COMMENT ON COLUMN comp.a IS 'attr';
CREATE TYPE rng AS RANGE (subtype = float8, subtype_diff = float8mi, multirange_type_name = mrng);
CREATE TYPE txtr AS RANGE (subtype = text, collation = "C");
CREATE TYPE shell;
CREATE TABLE t (
 id bigint PRIMARY KEY, d d2, e d4, f comp2, g comp[], r rng, m mrng, tr txtr DEFAULT '[a,b)',
 gen text GENERATED ALWAYS AS (upper(coalesce(s, 'none'))) STORED, s varchar(20), ch char(5) DEFAULT 'ab',
  bt bit(3) DEFAULT B'101', vb bit varying(10), mon money DEFAULT 0, x xml, tv tsvector, tq tsquery,
  oidc oid, rc regclass DEFAULT 'pg_class'::regclass, nm name, ch1 "char", pl pg_lsn, tx txid_snapshot,
  ia int[][] DEFAULT '{{1,2},{3,4}}', n1 numeric(10,-2), n2 numeric(3,5), u uuid DEFAULT gen_random_uuid(),
  mac macaddr8, jp jsonpath, b bytea DEFAULT '\x00ff', fl float4 DEFAULT 'NaN',
  dbl float8 DEFAULT '-Infinity', ts timestamptz DEFAULT 'infinity', dt date DEFAULT '-infinity'
);
ALTER TABLE t ALTER s SET STORAGE EXTERNAL, ALTER s SET STATISTICS 500, ALTER s SET (n_distinct = -0.5),
  ALTER tv SET COMPRESSION pglz, SET (fillfactor = 70, autovacuum_enabled = false,
  toast.autovacuum_enabled = false), REPLICA IDENTITY FULL, CLUSTER ON t_pkey, FORCE ROW LEVEL SECURITY;
CREATE INDEX t_gin ON t USING gin (tv) WITH (fastupdate = off);
CREATE INDEX t_gist ON t USING gist (r, tr);
CREATE INDEX t_brin ON t USING brin (id int8_minmax_multi_ops (values_per_range=16)) WITH (pages_per_range=8, autosummarize=on);
CREATE INDEX t_sp ON t USING spgist (s);
CREATE INDEX t_hash ON t USING hash (u);
CREATE INDEX t_multi ON t ((id + 1), lower(s) text_pattern_ops DESC, (((f).x).a));
ALTER INDEX t_multi ALTER COLUMN 1 SET STATISTICS 300;
CREATE TRIGGER t_b BEFORE INSERT OR UPDATE OF s,
  ch ON t FOR EACH ROW WHEN (NEW.s IS DISTINCT FROM 'x') EXECUTE FUNCTION trg('a', 'b''c');
CREATE TRIGGER t_s AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION trg();
CREATE CONSTRAINT TRIGGER t_c AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION trg();
ALTER TABLE t DISABLE TRIGGER t_s;
ALTER TABLE t ENABLE ALWAYS TRIGGER t_b;
COMMENT ON TRIGGER t_b ON t IS 'trig';
CREATE RULE ru AS ON INSERT TO t WHERE NEW.id < 0 DO INSTEAD NOTHING;
COMMENT ON RULE ru ON t IS 'rul';
CREATE POLICY p1 ON t AS RESTRICTIVE FOR UPDATE TO pull_reader, PUBLIC USING (id > 0) WITH CHECK (s <> '');
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
COMMENT ON POLICY p1 ON t IS 'pol';
CREATE STATISTICS st (dependencies, mcv) ON s, ch FROM t;
CREATE STATISTICS st2 ON (lower(s)), id FROM t;
ALTER STATISTICS st2 SET STATISTICS 77;
COMMENT ON STATISTICS st IS 'stat';
GRANT SELECT (id, s), UPDATE (s) ON t TO pull_reader WITH GRANT OPTION;
GRANT ALL ON t TO pull_writer;
REVOKE TRUNCATE ON t FROM pull_writer;
REVOKE EXECUTE ON FUNCTION over(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION over(int) TO pull_reader;
REVOKE USAGE ON TYPE comp FROM PUBLIC;
CREATE SEQUENCE sq AS smallint START 3 CYCLE CACHE 7;
CREATE SEQUENCE sq2 OWNED BY t.id;
CREATE UNLOGGED SEQUENCE sq3;
GRANT USAGE ON SEQUENCE sq TO PUBLIC;
COMMENT ON SEQUENCE sq IS 'seq';
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pull_reader;
CREATE AGGREGATE agg (int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
CREATE AGGREGATE agg2 (ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal,
  FINALFUNC = mode_final, FINALFUNC_EXTRA);
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq, COMMUTATOR = ===, RESTRICT = eqsel,
  JOIN = eqjoinsel);
CREATE OPERATOR FAMILY of1 USING btree;
CREATE OPERATOR CLASS oc1 FOR TYPE int USING btree FAMILY of1 AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =,
  OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int);
CREATE INDEX t_oc ON t ((length(s)) oc1);
CREATE CAST (comp AS text) WITH INOUT AS ASSIGNMENT;
CREATE COLLATION col1 (provider = icu, locale = 'de-u-ks-level2', deterministic = false);
CREATE TABLE usescol (id int PRIMARY KEY, t text COLLATE col1 UNIQUE);
CREATE TEXT SEARCH DICTIONARY tsd (TEMPLATE = simple, stopwords = 'english');
CREATE TEXT SEARCH CONFIGURATION tsc (COPY = english);
ALTER TEXT SEARCH CONFIGURATION tsc ALTER MAPPING FOR word WITH tsd;
CREATE INDEX t_ts ON t USING gin (to_tsvector('tsc', coalesce(s, '')));
CREATE PUBLICATION pub FOR TABLE t (id, s) WHERE (id > 10) WITH (publish = 'insert');
CREATE PUBLICATION pub2 FOR TABLES IN SCHEMA public;
CREATE EVENT TRIGGER evtr ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION evt();
CREATE FOREIGN DATA WRAPPER fdw;
CREATE SERVER srv FOREIGN DATA WRAPPER fdw OPTIONS (host 'x');
CREATE FOREIGN TABLE ft (a int OPTIONS (c 'd') NOT NULL, b text) SERVER srv OPTIONS (t 'u');
CREATE TYPE typed AS (a int, b text);
CREATE TABLE tt OF typed (PRIMARY KEY (a), b WITH OPTIONS DEFAULT 'x');
CREATE TABLE parent (id int, x text DEFAULT 'p', CHECK (x <> ''));
CREATE TABLE child (y int, x text DEFAULT 'c') INHERITS (parent);
CREATE TABLE parent2 (id int);
CREATE TABLE child2 () INHERITS (parent, parent2);
ALTER TABLE child2 ALTER id SET NOT NULL;
CREATE VIEW vt AS SELECT id, s FROM t;
CREATE TRIGGER vi INSTEAD OF INSERT ON vt FOR EACH ROW EXECUTE FUNCTION trg();
ALTER VIEW vt ALTER s SET DEFAULT 'dflt';
CREATE RULE vr AS ON DELETE TO vt DO INSTEAD (DELETE FROM t WHERE id = OLD.id; NOTIFY foo);
CREATE FUNCTION atom(i int) RETURNS SETOF t LANGUAGE sql BEGIN ATOMIC SELECT * FROM t WHERE id = i; END;
CREATE VIEW deps AS SELECT over(1) AS x, (atom(2)).s AS y, agg(i) AS z FROM generate_series(1, 3) i;
CREATE TABLE defs (id int PRIMARY KEY DEFAULT over(4), n int DEFAULT nextval('sq'),
  c int CHECK (over(c) > 0), g int GENERATED ALWAYS AS ("f(x)"(1)) STORED);
