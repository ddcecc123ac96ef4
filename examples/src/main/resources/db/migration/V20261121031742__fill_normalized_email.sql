-- Gives every account the form of its address that is compared: without case and outer blanks.
-- Only rows that have none yet are touched, so it may run again at any time.

UPDATE users
  SET normalized_email = lower(trim(email))
  WHERE normalized_email IS NULL;
