-- U1__create_users
--
-- The way back from V1__create_users.
-- Drops table users with its rows.
--
-- Data lost: all rows of users.
-- Not brought back: nothing was lost.
--
-- Written by Varve, and not to be edited: V1__create_users.json has its checksum.

-- User: dropped, with its rows.
-- Lock: ACCESS EXCLUSIVE on users, for a moment.
DROP TABLE IF EXISTS users;
