CREATE TYPE mood AS ENUM ('CALM');
CREATE TABLE clash (
  pk bigint PRIMARY KEY,
  uq_pk text NOT NULL UNIQUE,
  "row" mood NOT NULL,
  at mood NOT NULL,
  "of" text,
  of_value text,
  alias integer,
  "with" text,
  "default" integer NOT NULL,
  clash text NOT NULL,
  "values" text,
  read text,
  "as" text
);
