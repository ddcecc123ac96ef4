-- U2__add_seen_at_to_users_and_add_active_to_users_and_3_more
--
-- The way back from V2__add_seen_at_to_users_and_add_active_to_users_and_3_more.
-- Drops column users.seen_at with its values.
-- Drops column users.active with its values.
-- Drops column users.normalized_email with its values.
-- Drops column users.token with its values.
--
-- Data lost: the values of users.seen_at; the values of users.active; the values of users.normalized_email; the values of users.token.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V2__add_seen_at_to_users_and_add_active_to_users_and_3_more.json has its checksum.

-- User.seenAt: dropped, with its values.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE IF EXISTS users
  DROP COLUMN IF EXISTS seen_at;

-- User.active: dropped, with its values.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE IF EXISTS users
  DROP COLUMN IF EXISTS active;

-- User.normalizedEmail: dropped, with its values.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE IF EXISTS users
  DROP COLUMN IF EXISTS normalized_email;

-- User.token: dropped, with its values.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
ALTER TABLE IF EXISTS users
  DROP COLUMN IF EXISTS token;
