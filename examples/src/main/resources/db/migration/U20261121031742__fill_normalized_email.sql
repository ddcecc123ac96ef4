-- Takes back what can be computed again; the address itself is as it was.

UPDATE users
  SET normalized_email = NULL
  WHERE normalized_email = lower(trim(email));
