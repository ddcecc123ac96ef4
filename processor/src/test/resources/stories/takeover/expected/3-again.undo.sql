-- U3__add_born_to_users
--
-- The way back from V3__add_born_to_users.
-- Drops column users.born with its values.
--
-- Data lost: the values of users.born.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V3__add_born_to_users.json has its checksum.

-- User.born: dropped, with its values.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE IF EXISTS users
  DROP COLUMN IF EXISTS born;
