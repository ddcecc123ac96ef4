CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE EXTENSION ltree;
-- Stand-ins for pgvector and PostGIS, which the test's server has not.
CREATE DOMAIN vector AS real[];
CREATE DOMAIN geometry AS text;
CREATE SCHEMA other;
CREATE DOMAIN other.email AS text CHECK (VALUE LIKE '%@%');
