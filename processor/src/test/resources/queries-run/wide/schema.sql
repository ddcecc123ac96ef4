CREATE TABLE teams (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  motto text,
  size integer NOT NULL,
  rival_id bigint
);
