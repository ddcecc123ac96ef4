-- What a body says is not run now.
--
-- Data lost: none.
CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM nothing;
  DROP TABLE nowhere CASCADE;
  RETURN NEW;
END
$$;
